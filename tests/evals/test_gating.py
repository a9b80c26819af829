import pytest

from evals.gating import gate, read_baseline, read_gates, store_baseline
from evals.report import Figure
from knowledge import UsageError


def figure(value):
    return Figure(value=value, low=value, high=value, n=4)


@pytest.fixture
def gates(tmp_path):
    """Return a file of limits: at least 0.9 passed, no invented link."""
    path = tmp_path / "gates.yaml"
    path.write_text("{least: {questions: {passed: 0.9}}, most: {citations: {invented links: 0}}}")
    return path


def test_a_share_below_its_limit_is_named_with_both_figures(gates, make_report, make_result):
    report = make_report(make_result("a"), make_result("b", passed=False))
    assert gate(report, report, gates) == ["questions: passed is 0.5, at least 0.9 is needed."]


def test_a_count_above_its_limit_is_named(gates, make_report, make_result):
    figures = {"questions": {"passed": figure(1)}, "citations": {"invented links": figure(2)}}
    report = make_report(make_result(), figures=figures)
    assert gate(report, report, gates) == ["citations: invented links is 2, at most 0 is allowed."]


def test_a_significant_fall_below_the_baseline_fails_although_limits_hold(
    gates, make_report, make_result
):
    def report(value):
        return make_report(*(make_result(f"q{n}", values={"order": value}) for n in range(9)))

    (failure,) = gate(report(0.5), report(1.0), gates)
    assert failure.startswith("order moved by -0.500 against the baseline")
    assert gate(report(1.0), report(0.5), gates) == []


def test_one_question_of_many_that_turns_is_chance(gates, make_report, make_result):
    def report(first):
        values = [first, *([1.0] * 29)]
        return make_report(
            *(make_result(f"q{n}", values={"order": value}) for n, value in enumerate(values))
        )

    assert gate(report(0.0), report(1.0), gates) == []


def test_a_baseline_of_another_split_is_not_compared(gates, make_report, make_result):
    def report(value, split):
        return make_report(
            *(make_result(f"q{n}", values={"order": value}) for n in range(9)), split=split
        )

    assert gate(report(0.5, "main"), report(1.0, "held-back"), gates) == []


def test_limits_of_retrieval_and_messages_are_read_from_their_own_figures(
    tmp_path, make_report, make_result
):
    path = tmp_path / "gates.yaml"
    path.write_text('least: {retrieval hybrid: {"hit@1": 0.9}, messages: {skill F1: 0.9}}')
    report = make_report(
        make_result(),
        retrieval={"hybrid": {"hit@1": figure(0.5)}},
        understanding={"skill F1": figure(0.5)},
    )
    assert [failure.partition(" is ")[0] for failure in gate(report, report, path)] == [
        "retrieval hybrid: hit@1",
        "messages: skill F1",
    ]


def test_a_gates_file_with_other_keys_is_refused(tmp_path):
    path = tmp_path / "gates.yaml"
    path.write_text("minimum: {}")
    with pytest.raises(UsageError, match="must hold `least` and `most`"):
        read_gates(path)


def test_the_stored_gates_and_baselines_can_be_read():
    assert read_gates().least["questions"]["passed"] > 0.5
    for split in ("main", "held-back"):
        baseline = read_baseline(split)
        assert baseline is not None
        assert baseline.split == split


def test_a_stored_baseline_reads_back_without_the_answers(tmp_path, make_report, make_result):
    report = make_report(make_result())
    assert read_baseline("main", tmp_path) is None
    assert store_baseline(report, tmp_path).name == "baseline-main.json"
    assert read_baseline("main", tmp_path) == report.without_answers()
