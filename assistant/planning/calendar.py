"""Lay hours of study on days: the only place that turns hours into dates."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.profile import Pause

_DAY = dt.timedelta(days=1)
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class StudyCalendar:
    """Study time spread evenly over the days: `hours_per_week / 7` a day, none in pauses.

    Weeks are counted from the person's start date, so no seven days in a row hold more than
    `hours_per_week`.
    """

    start: dt.date
    hours_per_week: float
    pauses: Sequence[Pause] = ()

    def capacity(self, deadline: dt.date) -> float:
        """Return the hours of study that fit into the days from the start up to the deadline.

        The deadline itself is not a day of study: work is finished when it comes.
        """
        days = max(0, (deadline - self.start).days)
        paused = sum(
            max(0, (min(end, deadline) - begin).days) for begin, end in self._pauses_from_start
        )
        return self.hours_per_week * (days - paused) / 7

    def lay_out(self, hours: Iterable[float]) -> list[tuple[dt.date, dt.date]]:
        """Return the first and last day of each piece of work, done one after the other."""
        daily = self.hours_per_week / 7
        dates, spent = [], 0.0
        for piece in hours:
            first = math.floor(spent / daily + _TOLERANCE)
            spent += piece
            last = max(first, math.ceil(spent / daily - _TOLERANCE) - 1)
            dates.append((self._study_day(first), self._study_day(last)))
        return dates

    @cached_property
    def _pauses_from_start(self) -> list[tuple[dt.date, dt.date]]:
        """Return the pauses from the start on as (first day, day after), apart, in order."""
        merged: list[tuple[dt.date, dt.date]] = []
        for pause in sorted(self.pauses, key=lambda item: item.from_):
            begin, end = max(pause.from_, self.start), _later(pause.to, 1)
            if end <= begin:
                continue
            if merged and begin <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((begin, end))
        return merged

    def _study_day(self, number: int) -> dt.date:
        """Return the date of study day `number` (from 0), skipping pauses."""
        day = _later(self.start, number)
        for begin, end in self._pauses_from_start:
            if begin <= day:
                day = _later(day, (end - begin).days)
        return day


def _later(day: dt.date, days: int) -> dt.date:
    """Return the date `days` later, or the last date there is where that lies beyond it."""
    return day + days * _DAY if days <= (dt.date.max - day).days else dt.date.max
