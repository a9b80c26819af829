"""Say what changed between two reports, and whether it can be chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.intervals import Estimate, difference_interval
from evals.metrics.table import METRICS
from evals.report import QuestionResult, Report

if TYPE_CHECKING:
    from rich.console import Group


@dataclass(frozen=True)
class Flip:
    """A question that passed in only one of the reports, and why it failed in the other."""

    id: str
    was: bool
    now: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The mean change of each figure over the questions that both reports hold, and the flips."""

    changes: dict[str, Estimate]
    flips: tuple[Flip, ...]

    def table(self) -> Group:
        """Return the changes as tables for a terminal."""
        from evals.tables import render_comparison

        return render_comparison(self)

    def verdict(self, name: str) -> str:
        """Return "better", "worse" or "" (can be chance) for a figure; counts fall when better."""
        change = self.changes[name]
        if change.low <= 0 <= change.high:
            return ""
        falls = any(metric.name == name and metric.kind == "count" for metric in METRICS)
        return "better" if (change.value > 0) != falls else "worse"


def compare(report: Report, earlier: Report) -> Comparison:
    """Return the paired changes from `earlier` to `report`, with 95 % intervals."""
    before = {result.id: result for result in earlier.questions}
    pairs = [(before[now.id], now) for now in report.questions if now.id in before]
    changes = {}
    for name in ("passed", *(metric.name for metric in METRICS)):
        values = [(_value(old, name), _value(new, name)) for old, new in pairs]
        both = [(old, new) for old, new in values if old is not None and new is not None]
        if both:
            changes[name] = difference_interval([old for old, _ in both], [new for _, new in both])
    flips = tuple(_flip(old, new) for old, new in pairs if old.passed != new.passed)
    return Comparison(changes, flips)


def _value(result: QuestionResult, name: str) -> float | None:
    return float(result.passed) if name == "passed" else result.values.get(name)


def _flip(old: QuestionResult, new: QuestionResult) -> Flip:
    failed = old if new.passed else new
    reasons = tuple(reason for found in failed.wrong.values() for reason in found)
    return Flip(new.id, old.passed, new.passed, reasons)
