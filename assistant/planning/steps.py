"""Turn an ordered list of topics into the steps of a plan: why, when, with what, and what for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from assistant.answer import PlanStep
from assistant.planning.demand import Demand
from assistant.planning.resources import choose_resources
from assistant.profile import Profile
from knowledge import KnowledgeBase, Resource

TOO_LONG = 1.5
"""A resource longer than this many times its step is used only where there is no other."""


def plan_steps(demand: Demand, sequence: Sequence[str]) -> list[PlanStep]:
    """Return one step for each topic of the sequence; undated without hours a week."""
    base, hours = demand.base, demand.hours
    dates: Sequence[tuple[dt.date | None, dt.date | None]] = [(None, None)] * len(sequence)
    if demand.calendar is not None:
        dates = demand.calendar.lay_out(hours[topic] for topic in sequence)
    at_hand = demand.known | set(sequence)
    steps = []
    for position, (identifier, (start, end)) in enumerate(zip(sequence, dates, strict=True)):
        topic = base.topics[identifier]
        project = topic.projects[0] if topic.projects else None
        steps.append(
            PlanStep(
                topic_id=identifier,
                title=topic.title,
                why=_why_here(demand, identifier, sequence[position + 1 :]),
                hours=hours[identifier],
                start=start,
                end=end,
                prerequisites=tuple(name for name in topic.required if name in at_hand),
                resources=_resources(base, demand.profile, identifier, hours[identifier]),
                project=project.title if project else None,
                done_when=project.done_when if project else next(iter(topic.outcomes), None),
            )
        )
    return steps


def _why_here(demand: Demand, topic: str, later: Sequence[str]) -> str:
    """Say what a step is good for in this plan: the goal itself, or the next step that needs it."""
    base, profile = demand.base, demand.profile
    lead = "A refresher, since you know part of it. " if topic in profile.partly_known else ""
    if topic in profile.goal:
        return f"{lead}This is your goal."
    for strength in ("required", "helpful"):
        for follower in later:
            edge = base.graph.edges[follower].get(topic)
            if edge is not None and edge.strength == strength:
                return f"{lead}{edge.reason}"
    if topic not in demand.value.required:
        lead += "Not required, but there is time for it. "
    return lead + base.topics[topic].why.split(". ")[0].rstrip(".") + "."


def _resources(base: KnowledgeBase, profile: Profile, topic: str, hours: float) -> tuple[str, ...]:
    """Return the resource to use and an alternative of another kind, which meets the wishes too."""
    choice = choose_resources(base, [topic], profile.preferences)
    ranked = sorted(choice.matching, key=lambda item: _is_too_long(item, hours))
    if not ranked:
        return tuple(resource.id for resource in choice.others[:1])
    main, *others = ranked
    others.sort(key=lambda item: (_is_too_long(item, hours), _is_alike(item, main)))
    return tuple(resource.id for resource in (main, *others[:1]))


def _is_too_long(resource: Resource, hours: float) -> bool:
    return resource.hours is not None and resource.hours > hours * TOO_LONG


def _is_alike(resource: Resource, other: Resource) -> bool:
    return resource.type == other.type and set(resource.formats) == set(other.formats)
