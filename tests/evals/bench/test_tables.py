import io

from rich.console import Console

from evals.bench.figures import BenchReport, Row, spread
from evals.bench.tables import cells, headline, render_bench_page

ROW = Row("4", "cold <start>", "s", spread([1.0, 2.0, 3.0]), spread([10.0]), "chain", 0.25)
REPORT = BenchReport(
    (ROW,), 2, "3.11", "Linux x86_64", {"chunks": 9, "tutorial chunks": 4}, quick=False, seconds=60
)


def test_a_row_shows_median_quartiles_ratio_limit_and_verdict():
    assert cells(ROW) == (
        "4",
        "cold <start>",
        "2 (1.5 to 2.5) s",
        "10 s",
        "chain",
        "0.20",
        "at most 0.25",
        "reached",
    )


def test_the_headline_names_cores_and_chunks():
    assert headline(REPORT) == (
        "Benchmark (full): 2 cores, Linux x86_64, Python 3.11, 9 chunks (tutorial chain 4), 60 s"
    )


def test_the_table_goes_to_a_terminal():
    console = Console(width=160, file=io.StringIO())
    console.print(REPORT.table())
    assert "reached" in console.file.getvalue()


def test_the_page_escapes_names_and_loads_nothing():
    page = render_bench_page(REPORT)
    assert "<start>" not in page
    assert "http" not in page
