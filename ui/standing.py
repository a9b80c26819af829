"""Tell where a person stands with each topic: known, next, planned or locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant import KnowledgeBase, Plan, Profile, Progress, UsageError
from assistant.planning import known_state, make_plan

Standing = Literal["known", "next", "planned", "locked"]
WORDS: Mapping[Standing, str] = {
    "known": "known",
    "next": "can be learned next",
    "planned": "in your plan",
    "locked": "needs other topics first",
}


@dataclass(frozen=True)
class Standings:
    """Each topic's standing, and its number in the plan where it has one."""

    of: Mapping[str, Standing]
    number: Mapping[str, int]


def standings(base: KnowledgeBase, profile: Profile, progress: Progress) -> Standings:
    """Return where the person stands with every topic; the plan counts only with a goal."""
    known = known_state(base, profile, progress)
    fringe = set(base.graph.outer_fringe(known))
    plan = plan_or_none(base, profile, progress)
    number = {step.topic_id: rank for rank, step in enumerate(plan.steps, 1)} if plan else {}

    def standing(topic: str) -> Standing:
        if topic in known:
            return "known"
        if topic in fringe:
            return "next"
        return "planned" if topic in number else "locked"

    return Standings({topic: standing(topic) for topic in base.topics}, number)


def plan_or_none(base: KnowledgeBase, profile: Profile, progress: Progress) -> Plan | None:
    """Return the plan for the person's goal, or None without one or with an impossible deadline."""
    if not profile.goal:
        return None
    try:
        return make_plan(base, profile, progress)
    except UsageError:
        return None
