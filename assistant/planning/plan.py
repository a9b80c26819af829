"""Compute a plan: the right topics, in the right order, on real dates."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer import LeftOut, Plan, PlanStep
from assistant.planning.calendar import StudyCalendar
from assistant.planning.known import assumed_state, known_state
from assistant.planning.order import study_order
from assistant.planning.resources import choose_resources
from assistant.planning.select import select_topics
from assistant.planning.value import GoalValue, goal_value, study_hours
from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase, UsageError

MOST_HOURS_PER_WEEK = 84.0
"""Above this (12 hours on every day) a deadline is called impossible."""


@dataclass(frozen=True)
class _Demand:
    """What remains to be learned for the goal, with hours and values by topic."""

    value: GoalValue
    required: Mapping[str, float]
    optional: Mapping[str, float]
    hours: Mapping[str, float]

    @property
    def required_hours(self) -> float:
        return sum(self.hours[topic] for topic in self.required)


def make_plan(base: KnowledgeBase, profile: Profile, progress: Progress | None = None) -> Plan:
    """Return the plan for the profile's goal, from `profile.start` on.

    Without hours a week: everything the goal requires, undated; with a deadline, also the hours a
    week that it needs. With hours and no deadline: everything required, dated. With both: the exact
    optimum that fits, required topics first, then what else there is time for. What does not fit is
    listed with the reason, the hours a week that would do, and the earliest finish at this pace.
    Raises UsageError without a goal, or with a deadline that is not after the start.
    """
    progress = progress or Progress()
    if not profile.goal:
        raise UsageError("A plan needs a goal: name a role or a topic, for example `data-analyst`.")
    if profile.deadline is not None and profile.deadline <= profile.start:
        raise UsageError(
            f"The deadline {profile.deadline} is not after the start {profile.start}; name a later one."
        )
    demand = _demand(base, profile, progress)
    calendar = (
        StudyCalendar(profile.start, profile.hours_per_week, profile.pauses)
        if profile.hours_per_week
        else None
    )
    chosen, gap = _choose(base, demand, calendar, profile.deadline)
    values = {**demand.required, **demand.optional}
    sequence = study_order(base, chosen, demand.hours, values)
    steps = _steps(base, profile, progress, sequence, demand.hours, calendar)
    minimum = _minimum_hours_per_week(demand, profile)
    everything_fits = demand.required.keys() <= chosen
    return Plan(
        goal=profile.goal,
        known=profile.known,
        assumed_known=profile.assumed_known,
        steps=tuple(steps),
        total_hours=round(sum(demand.hours[topic] for topic in chosen), 2),
        weeks=_weeks(profile.start, steps),
        finish_date=steps[-1].end if steps else None,
        feasible=everything_fits and (minimum is None or minimum <= MOST_HOURS_PER_WEEK),
        left_out=tuple(_left_out(base, profile, progress, demand, chosen)),
        minimum_hours_per_week=minimum,
        earliest_finish=_earliest_finish(demand, calendar, profile.start),
        gap=gap,
    )


def _demand(base: KnowledgeBase, profile: Profile, progress: Progress) -> _Demand:
    known = known_state(base, profile, progress)
    value = goal_value(base, profile.goal)
    required = {topic: worth for topic, worth in value.required.items() if topic not in known}
    optional = {topic: worth for topic, worth in value.optional.items() if topic not in known}
    hours = {
        topic: study_hours(base, topic, partly_known=profile.partly_known, pace=progress.pace)
        for topic in (*required, *optional)
    }
    return _Demand(value, required, optional, hours)


def _choose(
    base: KnowledgeBase,
    demand: _Demand,
    calendar: StudyCalendar | None,
    deadline: dt.date | None,
) -> tuple[set[str], float]:
    if calendar is None or deadline is None:
        return set(demand.required), 0.0
    budget = calendar.capacity(deadline)
    needed = base.graph.required
    first = select_topics(demand.required, demand.hours, needed, budget)
    left = budget - sum(demand.hours[topic] for topic in first.topics)
    # An optional topic may stand on a required one that did not fit; then it cannot enter.
    missing = demand.required.keys() - first.topics
    blocked = base.graph.descendants(missing)
    extras = {topic: worth for topic, worth in demand.optional.items() if topic not in blocked}
    second = select_topics(extras, demand.hours, needed, left)
    return set(first.topics | second.topics), max(first.gap, second.gap)


def _steps(
    base: KnowledgeBase,
    profile: Profile,
    progress: Progress,
    sequence: list[str],
    hours: Mapping[str, float],
    calendar: StudyCalendar | None,
) -> list[PlanStep]:
    dates = calendar.lay_out(hours[topic] for topic in sequence) if calendar else None
    known = known_state(base, profile, progress)
    steps = []
    for position, identifier in enumerate(sequence):
        topic = base.topics[identifier]
        choice = choose_resources(base, [identifier], profile.preferences)
        project = topic.projects[0] if topic.projects else None
        start, end = dates[position] if dates else (None, None)
        steps.append(
            PlanStep(
                topic_id=identifier,
                title=topic.title,
                why=_why_here(base, identifier, sequence, profile),
                hours=round(hours[identifier], 2),
                start=start,
                end=end,
                prerequisites=tuple(
                    name for name in topic.required if name in known or name in sequence
                ),
                resources=tuple(resource.id for resource in choice.best_first[:2]),
                project=project.title if project else None,
                done_when=project.done_when if project else None,
            )
        )
    return steps


def _why_here(base: KnowledgeBase, topic: str, sequence: list[str], profile: Profile) -> str:
    """Say what a step is good for in this plan: the goal itself, or the next step that needs it."""
    if topic in profile.goal:
        return "This is your goal."
    later = sequence[sequence.index(topic) + 1 :]
    for strength in ("required", "helpful"):
        for follower in later:
            edge = base.graph.edges[follower].get(topic)
            if edge is not None and edge.strength == strength:
                return edge.reason
    roles = [base.roles[goal].title for goal in profile.goal if goal in base.roles]
    if roles:
        return f"{roles[0]}s use it at work." if not roles[0].endswith("s") else "Used at work."
    return base.topics[topic].why.split(". ")[0].rstrip(".") + "."


def _left_out(
    base: KnowledgeBase,
    profile: Profile,
    progress: Progress,
    demand: _Demand,
    chosen: set[str],
) -> list[LeftOut]:
    """List the required topics that did not fit and those that the person skipped."""
    skipped = [topic for topic in progress.skipped if topic in demand.value.required]
    missing = [topic for topic in demand.required if topic not in chosen]
    entries = []
    for identifier in missing:
        topic = base.topics[identifier]
        blocked = [name for name in topic.required if name in missing]
        reason = (
            f"It needs {base.topics[blocked[0]].title}, which does not fit either."
            if blocked
            else "It does not fit into the time; what is in the plan is worth more for the goal."
        )
        hours = round(demand.hours[identifier], 2)
        entries.append(LeftOut(topic_id=identifier, title=topic.title, hours=hours, reason=reason))
    for identifier in skipped:
        topic = base.topics[identifier]
        hours = study_hours(base, identifier, partly_known=profile.partly_known, pace=progress.pace)
        entries.append(
            LeftOut(
                topic_id=identifier,
                title=topic.title,
                hours=round(hours, 2),
                reason="You chose to skip it.",
            )
        )
    return entries


def _minimum_hours_per_week(demand: _Demand, profile: Profile) -> float | None:
    """Return the hours a week, rounded up to a tenth, at which everything required meets the deadline."""
    if profile.deadline is None:
        return None
    one_hour = StudyCalendar(profile.start, 1.0, profile.pauses)
    weeks = one_hour.capacity(profile.deadline)
    if weeks <= 0:
        return None
    return math.ceil(demand.required_hours / weeks * 10 - 1e-9) / 10


def _earliest_finish(
    demand: _Demand, calendar: StudyCalendar | None, start: dt.date
) -> dt.date | None:
    if calendar is None:
        return None
    if not demand.required:
        return start
    return calendar.lay_out([demand.required_hours])[0][1]


def _weeks(start: dt.date, steps: list[PlanStep]) -> float | None:
    """Return the weeks from the start to the evening of the last day, to one decimal."""
    if not steps or steps[-1].end is None:
        return None
    return round(((steps[-1].end - start).days + 1) / 7, 1)
