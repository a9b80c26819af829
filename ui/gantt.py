"""Lay a plan's steps on a scale of weeks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import Plan, PlanStep

MOST_TICKS = 12


@dataclass(frozen=True)
class Bar:
    """A step on the scale; `left` and `width` are percentages of the plan's time."""

    step: PlanStep
    left: float
    width: float


@dataclass(frozen=True)
class Gantt:
    """The bars of a plan and the ticks of its scale: (percentage, week from 1, its first day)."""

    bars: Sequence[Bar]
    ticks: Sequence[tuple[float, int, dt.date]]


def gantt(plan: Plan) -> Gantt | None:
    """Return the plan on a scale of weeks, or None while it has no dates."""
    dated = [(s, s.start, s.end) for s in plan.steps if s.start is not None and s.end is not None]
    if not dated:
        return None
    first = min(start for _, start, _ in dated)
    days = (max(end for _, _, end in dated) - first).days + 1
    bars = [
        Bar(
            step,
            round((start - first).days / days * 100, 3),
            round(((end - start).days + 1) / days * 100, 3),
        )
        for step, start, end in dated
    ]
    weeks = -(-days // 7)
    every = -(-weeks // MOST_TICKS)
    ticks = [
        (round(week * 7 / days * 100, 3), week + 1, first + dt.timedelta(weeks=week))
        for week in range(0, weeks, every)
    ]
    return Gantt(bars, ticks)
