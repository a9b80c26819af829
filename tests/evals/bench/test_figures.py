import json

import pytest

from evals.bench.figures import BenchReport, Row, milliseconds, spread


@pytest.fixture
def report():
    """Return a report of a figure that is reached, one that is missed and one without limit."""
    rows = (
        Row("4", "cold", "s", spread([1.0]), spread([10.0]), "tutorial chain", 0.2),
        Row("4", "memory", "MB", spread([400.0]), limit=350),
        Row("8", "turns", "1/s", spread([5.0])),
    )
    content = {"chunks": 9, "tutorial chunks": 9}
    return BenchReport(rows, 2, "3.11", "Linux", content, quick=True, seconds=3.0)


def test_a_spread_is_the_median_between_the_quartiles():
    found = spread([4.0, 1.0, 3.0, 2.0, 5.0])
    assert (found.median, found.low, found.high, found.n) == (3, 2, 4, 5)


def test_a_limit_holds_for_the_ratio_where_there_is_one_else_for_the_value(report):
    assert [row.ratio for row in report.rows] == [0.1, None, None]
    assert [row.reached for row in report.rows] == [True, False, None]


def test_at_least_turns_the_limit_round():
    row = Row("4", "build", "1/s", spread([9.0]), spread([10.0]), "raw", 0.85, at_least=True)
    assert row.reached
    assert not Row("4", "b", "1/s", spread([8.0]), spread([10.0]), "raw", 0.85, True).reached


def test_the_report_is_written_as_data_and_page(report, tmp_path):
    data, page = report.write(tmp_path / "out")
    stored = json.loads(data.read_text())
    assert stored["cores"] == 2
    assert [(row["ratio"], row["reached"]) for row in stored["rows"]][:2] == [
        (0.1, True),
        (None, False),
    ]
    assert "<svg" in page.read_text()


def test_milliseconds_count_in_thousandths(monkeypatch):
    ticks = iter([1.0, 1.25])
    monkeypatch.setattr("evals.bench.figures.time.perf_counter", lambda: next(ticks))
    assert milliseconds(lambda: None) == 250
