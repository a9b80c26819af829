import pytest

from evals.scoring import by_key, judge_case, latency, overall


def test_a_question_without_fault_passes(make_case, make_answer):
    case = make_case(
        make_answer("Hello!", behaviour="clarify"), behaviour="clarify", category="outside"
    )
    result = judge_case(case)
    assert result.passed
    assert result.wrong == {}
    assert result.values["behaviour"] == 1


def test_a_fault_fails_the_question_with_its_reason(make_case, make_answer):
    result = judge_case(make_case(make_answer("Hi", behaviour="clarify"), behaviour="plan"))
    assert not result.passed
    assert result.wrong["behaviour"] == ("behaviour clarify, expected plan",)


def test_figures_that_do_not_decide_fail_nobody(make_case, make_answer):
    notes = ["2 links without a source removed."]
    answer = make_answer("Hello!", behaviour="clarify", notes=notes)
    result = judge_case(make_case(answer, behaviour="clarify"))
    assert result.values["removed before shown"] == 2
    assert result.passed


def test_areas_are_those_of_the_labelled_topics_in_content_order(make_case, make_answer, tiny_base):
    result = judge_case(make_case(make_answer(), topics=["nlp"], recommend=["python-basics"]))
    expected = {tiny_base.topics["nlp"].area, tiny_base.topics["python-basics"].area}
    assert result.areas == tuple(area for area in tiny_base.areas if area in expected)


def test_shares_are_averaged_and_counts_added(make_result):
    results = [
        make_result("a", values={"behaviour": 1.0, "invented links": 2.0}),
        make_result("b", values={"behaviour": 0.0, "invented links": 1.0}, passed=False),
    ]
    figures = overall(results)
    assert figures["questions"]["passed"].value == 0.5
    assert figures["answers"]["behaviour"].value == 0.5
    assert figures["citations"]["invented links"].value == pytest.approx(3)
    assert "plans" not in figures


def test_groups_hold_their_own_questions(make_result):
    results = [make_result("a"), make_result("b", passed=False)]
    groups = by_key(results, {"a": ("plan", "sql"), "b": ("plan",)})
    assert groups["plan"]["passed"].value == 0.5
    assert groups["sql"]["passed"].value == 1


def test_latency_is_the_median_and_the_95th_percentile(make_result):
    # 1 to 101: the median is 51, nineteen twentieths of the way from 1 to 101 is 96.
    results = [make_result(f"q{n}", milliseconds=float(n)) for n in range(1, 102)]
    assert latency(results) == {"p50": 51, "p95": 96}
