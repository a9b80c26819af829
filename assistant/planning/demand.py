"""Say what remains to be learned for a goal, and how it compares with the time there is."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import LeftOut
from assistant.planning.calendar import StudyCalendar
from assistant.planning.known import known_state
from assistant.planning.order import study_order
from assistant.planning.select import Selection, select_topics
from assistant.planning.value import GoalValue, goal_value, study_hours
from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase

MOST_HOURS_PER_WEEK = 84.0
"""Above this (12 hours on every day) a deadline is called impossible."""


@dataclass(frozen=True)
class Demand:
    """One person's way to a goal: its topics with hours and values, and the time given for it."""

    base: KnowledgeBase
    profile: Profile
    progress: Progress
    today: dt.date | None = None

    @cached_property
    def start(self) -> dt.date:
        """Return the first day of study: as stated, but not before what has already happened."""
        happened = [*self.progress.done.values(), self.today or self.profile.start]
        return max(self.profile.start, *happened)

    @cached_property
    def known(self) -> set[str]:
        """Return everything that is not to be taught."""
        return known_state(self.base, self.profile, self.progress)

    @cached_property
    def whole(self) -> GoalValue:
        """Return what the goal asks for, known or not."""
        return goal_value(self.base, self.profile.goal)

    @cached_property
    def value(self) -> GoalValue:
        """Return what the goal asks for and is not known; what only skipped topics need is gone."""
        kept = self.whole
        if self.progress.skipped:
            kept = kept.without(self.base, self.progress.skipped)
        return GoalValue(
            {topic: worth for topic, worth in kept.required.items() if topic not in self.known},
            {topic: worth for topic, worth in kept.optional.items() if topic not in self.known},
            kept.own,
        )

    @cached_property
    def hours(self) -> Mapping[str, float]:
        """Return this person's hours for each topic that the goal asks for."""
        partly, pace = set(self.profile.partly_known), self.progress.pace
        return {
            topic: study_hours(self.base, topic, partly_known=partly, pace=pace)
            for topic in (*self.whole.required, *self.whole.optional)
        }

    @cached_property
    def calendar(self) -> StudyCalendar | None:
        """Return the days of study, or None where no hours a week were stated."""
        if self.profile.hours_per_week is None:
            return None
        return StudyCalendar(self.start, self.profile.hours_per_week, self.profile.pauses)

    @cached_property
    def required_hours(self) -> float:
        """Return the hours of everything required that is not known."""
        return sum(self.hours[topic] for topic in self.value.required)

    def select(self) -> Selection:
        """Return the topics of the plan: all that is required, or the best that fits a deadline."""
        if self.calendar is None or self.profile.deadline is None:
            return Selection(frozenset(self.value.required))
        return select_topics(
            self.value.required,
            self.value.optional,
            self.hours,
            self.base.graph.required,
            self.calendar.capacity(self.profile.deadline),
        )

    def sequence(self, chosen: Collection[str]) -> list[str]:
        """Return the chosen topics in the order of study.

        What is done is ordered with them and then dropped, and the pace is left out of account: so
        the order of what remains does not change as the person goes on.
        """
        done = {topic for topic in self.progress.done if topic in self.whole}
        ordered = {*chosen, *done}
        partly = set(self.profile.partly_known)
        hours = {name: study_hours(self.base, name, partly_known=partly) for name in ordered}
        values = {topic: self.whole[topic] for topic in ordered}
        order = study_order(self.base, ordered, hours, values, self.whole.required)
        return [topic for topic in order if topic in chosen and topic not in self.known]

    def minimum_hours_per_week(self) -> float | None:
        """Return the hours a week at which all that is required meets the deadline.

        Rounded up to a tenth; None without a deadline, or where no day is left for study.
        """
        if self.profile.deadline is None:
            return None
        weeks = StudyCalendar(self.start, 1.0, self.profile.pauses).capacity(self.profile.deadline)
        if weeks <= 0:
            return None
        return math.ceil(self.required_hours / weeks * 10 - 1e-9) / 10

    def is_feasible(self, chosen: Collection[str]) -> bool:
        """Tell whether all that is required is chosen and can be done by a stated deadline."""
        if not self.value.required.keys() <= set(chosen):
            return False
        if self.profile.deadline is None or not self.value.required:
            return True
        minimum = self.minimum_hours_per_week()
        return minimum is not None and minimum <= MOST_HOURS_PER_WEEK

    def earliest_finish(self) -> dt.date | None:
        """Return the day on which all that is required is done, at the stated hours a week."""
        if self.calendar is None:
            return None
        if not self.value.required:
            return self.start
        return self.calendar.lay_out([self.required_hours])[0][1]

    def left_out(self, chosen: Collection[str]) -> list[LeftOut]:
        """List the required topics that did not fit, and those that the person skipped."""
        missing = [topic for topic in self.value.required if topic not in chosen]
        entries = [self._left_out(topic, self._why_missing(topic, missing)) for topic in missing]
        skipped = [topic for topic in self.progress.skipped if topic in self.whole.required]
        return entries + [self._left_out(topic, "You chose to skip it.") for topic in skipped]

    def _why_missing(self, topic: str, missing: Collection[str]) -> str:
        blocked = [name for name in self.base.topics[topic].required if name in missing]
        if blocked:
            return f"It needs {self.base.topics[blocked[0]].title}, which does not fit either."
        return "It does not fit into the time; what is in the plan is worth more for the goal."

    def _left_out(self, topic: str, reason: str) -> LeftOut:
        title = self.base.topics[topic].title
        return LeftOut(topic_id=topic, title=title, hours=self.hours[topic], reason=reason)
