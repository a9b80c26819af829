"""Show what the benchmark measured: in a terminal, and as one HTML page."""

from __future__ import annotations

from html import escape

from rich.table import Table

from evals.bench.figures import BenchReport, Row, Spread
from evals.page import STYLE
from evals.plots import ratio_bars

_COLUMNS = ("issue", "figure", "ours", "other", "compared with", "ratio", "limit", "")


def render_bench(report: BenchReport) -> Table:
    """Return a row a figure: median (quartiles), ratio and whether the limit is kept."""
    table = Table(*_COLUMNS, title=headline(report))
    for row in report.rows:
        table.add_row(*cells(row))
    return table


def headline(report: BenchReport) -> str:
    """Return where and over what was measured, in one line."""
    kind = "quick" if report.quick else "full"
    return (
        f"Benchmark ({kind}): {report.cores} cores, {report.machine}, Python {report.python}, "
        f"{report.content['chunks']} chunks (tutorial chain {report.content['tutorial chunks']}), "
        f"{report.seconds:.0f} s"
    )


def cells(row: Row) -> tuple[str, ...]:
    """Return a row's cells as text."""
    limit = ""
    if row.limit is not None:
        limit = f"{'at least' if row.at_least else 'at most'} {row.limit:g}"
    verdict = {None: "", True: "reached", False: "missed"}[row.reached]
    return (
        row.issue,
        row.name,
        f"{_show(row.ours)} {row.unit}",
        f"{_show(row.other)} {row.unit}" if row.other else "",
        row.compared_with,
        "" if row.ratio is None else f"{row.ratio:.2f}",
        limit,
        verdict,
    )


def render_bench_page(report: BenchReport) -> str:
    """Return a page with the table and a plot of every figure that has another beside it."""
    head = "".join(f"<th>{escape(name)}</th>" for name in _COLUMNS)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells(row)) + "</tr>"
        for row in report.rows
    )
    bars = [
        (f"{row.name} ({row.unit})"[:44], row.ours.median, row.other.median)
        for row in report.rows
        if row.other is not None
    ]
    plot = ratio_bars(bars, "Ours (first bar) beside what it is compared with")
    title = escape(headline(report))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f'<body><h1>Benchmark</h1><p>{title}</p><div class="scroll"><table><tr>{head}</tr>{body}'
        f"</table></div>{plot}</body></html>\n"
    )


def _show(spread: Spread) -> str:
    if spread.low == spread.high:
        return f"{spread.median:.3g}"
    return f"{spread.median:.3g} ({spread.low:.3g} to {spread.high:.3g})"
