import io

from rich.console import Console

from evals.comparing import compare
from evals.report import Figure
from evals.tables import headline, interval, reasons, show, worst


def written(table):
    console = Console(width=160, file=io.StringIO())
    console.print(table)
    return console.file.getvalue()


def test_the_report_shows_figures_retrieval_categories_and_the_worst(make_report, make_result):
    failed = make_result("bad", passed=False, wrong={"order": ("b is not after a",)})
    half = Figure(value=0.5, low=0.25, high=0.75, n=4)
    report = make_report(
        make_result(), failed, retrieval={"hybrid": {"hit@1": half}}, understanding={"time": half}
    )
    text = written(report.table())
    for part in ("1 of 2 questions passed (50.0%)", "hit@1", "hybrid", "0.250 to 0.750", "bad"):
        assert part in text
    assert "order: b is not after a" in text


def test_the_comparison_shows_changes_and_flips(make_report, make_result):
    before = make_report(make_result("a", passed=False, wrong={"order": ("late",)}))
    text = written(compare(make_report(make_result("a")), before).table())
    assert "+1.000" in text
    assert "late" in text


def test_the_worst_come_first_and_only_failed_ones(make_result):
    one = make_result("one", passed=False, wrong={"order": ("x",)})
    two = make_result("two", passed=False, wrong={"order": ("x",), "goal": ("y",)})
    assert [result.id for result in worst([make_result(), one, two])] == ["two", "one"]
    assert reasons(two) == "order: x; goal: y"


def test_whole_numbers_are_shown_whole_and_intervals_only_with_width():
    assert show(Figure(value=3.0, low=3, high=3, n=1)) == "3"
    assert show(Figure(value=0.12345, low=0, high=1, n=1)) == "0.123"
    assert interval(Figure(value=3.0, low=3, high=3, n=1)) == ""


def test_the_headline_names_split_engine_and_cores(make_report, make_result):
    assert headline(make_report(make_result())) == (
        "1 of 1 questions passed (100.0%), split main, answered by composed, 1 s on 2 cores"
    )
