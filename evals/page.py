"""Write a report as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from evals.comparing import Comparison
from evals.metrics.table import METRICS
from evals.plots import bars, histogram
from evals.report import Figure, QuestionResult, Report
from evals.tables import headline, interval, reasons, show, times, worst

STYLE = """
:root { color-scheme: light dark; --ink: #1d2526; --paper: #fbfaf7; --line: #d8d4ca; --bar: #16756f;
  --other: #b9b3a4; --mark: #b3541e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4da; --paper: #171a1b; --line: #3a4142;
  --bar: #3faea5; --other: #6b675d; --mark: #f0955c; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem;
  border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 12px; }
.bar { fill: var(--bar); } .other { fill: var(--other); }
.interval { stroke: var(--mark); stroke-width: 2; }
figure { margin: 1rem 0 2rem; } figcaption, h2 { font-weight: 600; }
details { margin: .5rem 0; } pre { white-space: pre-wrap; }
.scroll { overflow-x: auto; }
"""


def render_page(report: Report, comparison: Comparison | None = None) -> str:
    """Return the page: scores, categories, confusion, latency, worst answers, what changed."""
    passed = {name: figures["passed"] for name, figures in report.by_category.items()}
    areas = {name: figures["passed"] for name, figures in report.by_area.items()}
    parts = [
        f"<h1>Evaluation of the roadmap assistant</h1><p>{escape(headline(report))}.</p>",
        *_changed(comparison),
        bars(_shares(report), "Scores, with 95 % intervals"),
        _heading("All figures", _figures(report)),
        bars(passed, "Questions passed, by category"),
        bars(areas, "Questions passed, by area") if areas else "",
        *_retrieval(report),
        _heading("Intents: expected in rows, understood in columns", _confusion(report.confusion)),
        histogram([q.milliseconds for q in report.questions], "Time an answer takes", "ms"),
        f"<p>Milliseconds: {escape(times(report))}.</p>",
        _heading("Worst answers", "".join(_answer(q) for q in worst(report.questions))),
    ]
    title = f"Evaluation, {report.split}, {report.made:%Y-%m-%d}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _shares(report: Report) -> dict[str, Figure]:
    counts = {metric.name for metric in METRICS if metric.kind == "count"}
    return {
        name: figure
        for members in report.figures.values()
        for name, figure in members.items()
        if name not in counts
    }


def _figures(report: Report) -> str:
    groups = {**report.figures, "labelled messages": report.understanding}
    rows = [
        (group, name, show(figure), interval(figure), str(figure.n))
        for group, members in groups.items()
        for name, figure in members.items()
    ]
    return _table(("group", "figure", "value", "95 % interval", "n"), rows)


def _retrieval(report: Report) -> Iterable[str]:
    if report.retrieval:
        names = list(next(iter(report.retrieval.values())))
        rows = [
            (mode, *(f"{show(row[name])} ({interval(row[name])})" for name in names))
            for mode, row in report.retrieval.items()
        ]
        yield _heading("Retrieval", _table(("search", *names), rows))


def _confusion(table: Mapping[str, Mapping[str, int]]) -> str:
    columns = sorted({name for row in table.values() for name in row} | set(table))
    rows = [
        (expected, *(str(row.get(name, "")) for name in columns)) for expected, row in table.items()
    ]
    return f'<div class="scroll">{_table(("", *columns), rows)}</div>'


def _changed(comparison: Comparison | None) -> Iterable[str]:
    if comparison is None:
        return
    rows = [
        (name, f"{c.value:+.3f}", f"{c.low:+.3f} to {c.high:+.3f}", comparison.verdict(name))
        for name, c in comparison.changes.items()
    ]
    head = ("figure", "change", "95 % interval", "")
    yield _heading("Against the earlier report", _table(head, rows))
    flips = [
        (flip.id, "passes now" if flip.now else "fails now", "; ".join(flip.reasons))
        for flip in comparison.flips
    ]
    yield _heading("Questions that flipped", _table(("question", "", "why"), flips))


def _answer(result: QuestionResult) -> str:
    turns = "".join(
        f"<p><b>{escape(turn)}</b></p><pre>{escape(answer)}</pre>"
        for turn, answer in zip(result.turns, result.answers, strict=False)
    )
    summary = f"{escape(result.id)}: {escape(reasons(result))}"
    return f"<details><summary>{summary}</summary>{turns}</details>"


def _heading(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><tr>{top}</tr>{body}</table>"
