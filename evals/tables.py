"""Show a report, or what differs between two, in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from evals.comparing import Comparison
from evals.report import Figure, QuestionResult, Report

WORST = 20


def render_report(report: Report) -> Group:
    """Return the figures, the categories, the ranking figures and the worst answers."""
    parts: list[Table | Text] = [Text(headline(report), style="bold")]
    parts.append(_figures_table(report.figures))
    if report.understanding:
        parts.append(_flat_table("Understanding of labelled messages", report.understanding))
    if report.retrieval:
        parts.append(_grid("Retrieval", "search", report.retrieval))
    parts.append(_grid("By category", "category", report.by_category))
    parts.append(Text("Milliseconds: " + times(report)))
    parts.append(_worst_table(worst(report.questions)))
    return Group(*parts)


def render_comparison(comparison: Comparison) -> Group:
    """Return the figures that moved and the questions that flipped."""
    table = Table("figure", "change", "95 % interval", "", title="Against the earlier report")
    for name, change in comparison.changes.items():
        interval = f"{change.low:+.3f} to {change.high:+.3f}"
        verdict = comparison.verdict(name)
        table.add_row(name, f"{change.value:+.3f}", interval, verdict)
    flips = Table("question", "was", "is", "why", title="Questions that flipped")
    for flip in comparison.flips:
        flips.add_row(flip.id, _word(flip.was), _word(flip.now), "; ".join(flip.reasons))
    return Group(table, flips)


def headline(report: Report) -> str:
    """Return the result in one line."""
    passed = sum(result.passed for result in report.questions)
    return (
        f"{passed} of {len(report.questions)} questions passed ({report.passed:.1%}), "
        f"split {report.split}, answered by {report.engine}, {report.seconds:.0f} s on "
        f"{report.cores} cores"
    )


def times(report: Report) -> str:
    """Return the latency figures in one line."""
    return ", ".join(f"{name} {value:g}" for name, value in report.latency.items())


def worst(results: Iterable[QuestionResult]) -> list[QuestionResult]:
    """Return the failed questions with the most faults, at most `WORST`."""
    failed = [result for result in results if not result.passed]
    return sorted(failed, key=lambda result: (-len(result.wrong), result.id))[:WORST]


def show(figure: Figure) -> str:
    """Return a figure as text: a count as a whole number, a share with three digits."""
    return f"{figure.value:g}" if figure.value.is_integer() else f"{figure.value:.3f}"


def interval(figure: Figure) -> str:
    """Return a figure's confidence interval as text, "" where there is none."""
    return f"{figure.low:.3f} to {figure.high:.3f}" if figure.low < figure.high else ""


def reasons(result: QuestionResult) -> str:
    """Return what was wrong with an answer, in one line."""
    return "; ".join(f"{name}: {', '.join(found)}" for name, found in result.wrong.items())


def _figures_table(figures: Mapping[str, Mapping[str, Figure]]) -> Table:
    table = Table("group", "figure", "value", "95 % interval", "questions", title="Scores")
    for group, members in figures.items():
        for name, figure in members.items():
            table.add_row(group, name, show(figure), interval(figure), str(figure.n))
    return table


def _flat_table(title: str, figures: Mapping[str, Figure]) -> Table:
    table = Table("figure", "value", "95 % interval", "messages", title=title)
    for name, figure in figures.items():
        table.add_row(name, show(figure), interval(figure), str(figure.n))
    return table


def _grid(title: str, first: str, rows: Mapping[str, Mapping[str, Figure]]) -> Table:
    columns = list(dict.fromkeys(name for row in rows.values() for name in row))
    table = Table(first, *columns, "n", title=title)
    for key, row in rows.items():
        cells = [show(row[name]) if name in row else "" for name in columns]
        table.add_row(key, *cells, str(max(figure.n for figure in row.values())))
    return table


def _worst_table(results: Sequence[QuestionResult]) -> Table:
    table = Table("question", "asked", "why it fails", title=f"Worst answers ({len(results)})")
    for result in results:
        table.add_row(result.id, result.turns[-1][:80], reasons(result))
    return table


def _word(passed: bool) -> str:
    return "passed" if passed else "failed"
