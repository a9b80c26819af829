"""Say what an answer may state of the person and the plan without a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Plan
from assistant.planning import study_hours
from assistant.words import numbers, stems
from knowledge import KnowledgeBase, Role

DAYS_A_WEEK = 7
EXAMPLE_PACE = 5
"""Hours a week that answers reckon with as an example where somebody has named none."""


@dataclass(frozen=True)
class PersonFacts:
    """What is known of the person, their question and the plan: topics, stems of names, figures.

    The topics are those of profile and plan, those discussed, and their neighbours on the way: to
    name one is no claim, to say something about it is.
    """

    topics: frozenset[str]
    stems: frozenset[str]
    figures: frozenset[float]


def person_facts(answer: Answer, base: KnowledgeBase) -> PersonFacts:
    """Return the facts that profile and plan give; figures include what the planner derives.

    These are the hours and weeks of the topics discussed at the person's pace, sums of them, and
    the days and hours until the deadline.
    """
    profile, plan = answer.profile, answer.plan
    topics = {
        *profile.known,
        *profile.partly_known,
        *profile.assumed_known,
        *profile.unknown,
        *(name for name in profile.goal if name in base.topics),
    }
    topics |= _around(answer.topics, base)
    if plan:
        topics.update(step.topic_id for step in plan.steps)
        topics.update(entry.topic_id for entry in plan.left_out)
    topics &= base.topics.keys()
    roles = _roles(answer, base)
    names = [base.topics[name].title for name in topics]
    names += [base.names_in_sentences[name] for name in topics]
    names += [role.title for role in roles] + list(profile.other_skills)
    figures = {*_rounded(_figures(answer, base)), *numbers(answer.question)}
    words = frozenset(word for name in names for word in stems(name))
    return PersonFacts(
        frozenset(topics), words | frozenset(stems(answer.question)), frozenset(figures)
    )


def _around(topics: Iterable[str], base: KnowledgeBase) -> set[str]:
    """Return topics with all that comes before them and what each of them opens."""
    held = [name for name in topics if name in base.topics]
    opened = {name for topic in held for name in base.graph.unlocks[topic]}
    return {*held, *base.graph.ancestors(held), *opened}


def _figures(answer: Answer, base: KnowledgeBase) -> Iterator[float]:
    profile = answer.profile
    pace = profile.hours_per_week
    yield pace or EXAMPLE_PACE
    yield from _dates((profile.start, profile.deadline))
    yield from (value for pause in profile.pauses for value in _dates((pause.from_, pause.to)))
    if profile.weeks is not None:
        yield from (profile.weeks, profile.weeks * DAYS_A_WEEK)
        yield profile.weeks * (pace or 0)
    for amount in _amounts(answer, base):
        yield from (amount, amount / EXAMPLE_PACE, amount / (pace or EXAMPLE_PACE))
        if pace:
            days = min(amount / pace * DAYS_A_WEEK, (dt.date.max - profile.start).days)
            yield from _dates((profile.start + dt.timedelta(days=days),))
    if answer.plan:
        yield from _plan_figures(answer.plan, profile.deadline, pace)


def _amounts(answer: Answer, base: KnowledgeBase) -> Iterator[float]:
    """Yield the hours of the topics discussed, and of all that comes before each of them."""
    profile = answer.profile
    known = {*profile.known, *profile.assumed_known}
    for role in _roles(answer, base):
        required = [entry.topic for entry in role.topics if entry.required]
        missing = base.graph.closure(required) - known
        yield sum(base.topics[topic].hours.midpoint for topic in missing)
    for name in answer.topics:
        if name in base.topics:
            yield study_hours(base, name, partly_known=profile.partly_known)
            before = base.graph.ancestors([name]) - known
            yield sum(base.topics[topic].hours.midpoint for topic in before)
            yield float(len(before))


def _roles(answer: Answer, base: KnowledgeBase) -> list[Role]:
    """Return the roles that are the person's goal or that the answer cites."""
    cited = (citation.chunk_id for citation in answer.citations if citation.facet == "role")
    names = (*answer.profile.goal, *(chunk[len("role:") : -len("#role")] for chunk in cited))
    return [base.roles[name] for name in dict.fromkeys(names) if name in base.roles]


def _plan_figures(plan: Plan, deadline: dt.date | None, pace: float | None) -> Iterator[float]:
    left = sum(entry.hours for entry in plan.left_out)
    yield from range(1, len(plan.steps) + 1)
    yield from (plan.total_hours, left, plan.total_hours + left)
    yield from (figure for figure in (plan.weeks, plan.minimum_hours_per_week) if figure)
    yield from _dates((plan.finish_date, plan.earliest_finish))
    for step in plan.steps:
        yield step.hours
        yield from _dates((step.start, step.end))
    yield from (entry.hours for entry in plan.left_out)
    if deadline and plan.finish_date:
        yield (deadline - plan.finish_date).days
    start = plan.steps[0].start if plan.steps else None
    if deadline and start and pace:
        yield pace * (deadline - start).days / DAYS_A_WEEK


def _dates(days: Iterable[dt.date | None]) -> Iterator[float]:
    for day in days:
        if day is not None:
            yield from (day.day, day.month, day.year)


def _rounded(figures: Iterable[float]) -> Iterator[float]:
    """Yield each figure in the roundings that people use."""
    for figure in figures:
        yield from (figure, float(round(figure)), round(figure, 1), round(figure * 2) / 2)
