from evals.comparing import compare


def test_a_question_that_failed_before_and_passes_now_is_a_flip_with_its_old_reason(
    make_result, make_report
):
    wrong = {"behaviour": ("behaviour decline, expected answer",)}
    before = make_report(make_result("a", passed=False, wrong=wrong), make_result("b"))
    after = make_report(make_result("a"), make_result("b"))
    (flip,) = compare(after, before).flips
    assert (flip.id, flip.was, flip.now) == ("a", False, True)
    assert flip.reasons == ("behaviour decline, expected answer",)


def test_changes_are_paired_means(make_result, make_report):
    before = make_report(*(make_result(f"q{n}", values={"behaviour": 0.0}) for n in range(4)))
    after = make_report(
        *(make_result(f"q{n}", values={"behaviour": float(n == 0)}) for n in range(4))
    )
    change = compare(after, before).changes["behaviour"]
    assert (change.value, change.n) == (0.25, 4)


def test_questions_in_only_one_report_are_left_out(make_result, make_report):
    comparison = compare(make_report(make_result("new")), make_report(make_result("old")))
    assert comparison.changes == {}
    assert comparison.flips == ()


def test_a_sure_rise_of_a_share_is_better_and_of_a_count_worse(make_result, make_report):
    def report(value):
        values = {"behaviour": value, "invented links": value}
        return make_report(*(make_result(f"q{n}", values=values) for n in range(3)))

    comparison = compare(report(1.0), report(0.0))
    assert comparison.verdict("behaviour") == "better"
    assert comparison.verdict("invented links") == "worse"
    assert comparison.verdict("passed") == ""
