"""Lay hours of study on days: the only place that turns hours into dates."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.profile import Pause

_DAY = dt.timedelta(days=1)
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class StudyCalendar:
    """Study time spread evenly over the days from `start`: `hours_per_week / 7` a day, none in pauses.

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
        return self.hours_per_week * (days - self._paused_days(deadline)) / 7

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

    def _paused_days(self, deadline: dt.date) -> int:
        paused: set[dt.date] = set()
        for pause in self.pauses:
            day = max(pause.from_, self.start)
            while day <= pause.to and day < deadline:
                paused.add(day)
                day += _DAY
        return len(paused)

    def _study_day(self, number: int) -> dt.date:
        """Return the date of study day `number` (from 0), skipping pauses."""
        day = self.start + number * _DAY
        for pause in sorted(self.pauses, key=lambda item: item.from_):
            begin = max(pause.from_, self.start)
            if begin <= day and pause.to >= begin:
                day += (pause.to - begin).days * _DAY + _DAY
        return day
