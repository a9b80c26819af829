"""Define the answer object: what every question is answered with, and what `--json` prints."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from assistant.profile import Frozen, Profile
from knowledge.models import Certificate, Cost, Format, Level, ResourceType, Status

Behaviour = Literal["answer", "plan", "clarify", "decline"]
Intent = Literal[
    "next",
    "plan",
    "prerequisites",
    "resources",
    "certification",
    "explain",
    "why",
    "compare",
    "role",
    "ready",
    "project",
    "time",
    "progress",
    "follow_up",
    "small_talk",
    "off_topic",
    "unanswerable",
]


class Citation(Frozen):
    """One numbered piece of evidence: the chunk behind `[n]` and the resources it rests on."""

    n: int
    chunk_id: str
    title: str
    topic_id: str | None
    guide_id: str | None
    facet: str
    source: str
    quote: str
    resources: tuple[str, ...]


class ResourceView(Frozen):
    """A resource as an answer shows it."""

    id: str
    title: str
    url: str
    type: ResourceType
    formats: tuple[Format, ...]
    cost: Cost
    level: Level
    hours: float | None
    certificate: Certificate
    status: Status


class PlanStep(Frozen):
    """One topic of a plan: why here, how long, when, with what, and how to know it is done.

    `prerequisites` are the required topics that come earlier in the same plan or are known;
    `citations` are the numbers of the evidence behind the step.
    """

    topic_id: str
    title: str
    why: str
    hours: float
    start: dt.date | None
    end: dt.date | None
    prerequisites: tuple[str, ...]
    resources: tuple[str, ...]
    project: str | None
    done_when: str | None
    citations: tuple[int, ...] = ()


class LeftOut(Frozen):
    """A topic that the goal asks for and the plan does not hold, and why."""

    topic_id: str
    title: str
    hours: float
    reason: str


class Plan(Frozen):
    """An ordered list of steps towards a goal; dates and weeks are null without hours a week.

    `minimum_hours_per_week` would make the deadline with everything in it; `earliest_finish` is
    when everything is done at the present pace; `gap` is the proven relative distance from the
    optimum (0 = exact).
    """

    goal: tuple[str, ...]
    known: tuple[str, ...]
    assumed_known: tuple[str, ...]
    steps: tuple[PlanStep, ...]
    total_hours: float
    weeks: float | None
    finish_date: dt.date | None
    feasible: bool
    left_out: tuple[LeftOut, ...]
    minimum_hours_per_week: float | None
    earliest_finish: dt.date | None
    gap: float = 0.0


class Answer(Frozen):
    """The answer to one question; every field is always present, lists may be empty."""

    question: str
    behaviour: Behaviour
    intent: Intent
    answer: str
    citations: tuple[Citation, ...] = ()
    resources: tuple[ResourceView, ...] = ()
    topics: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    plan: Plan | None = None
    profile: Profile
    follow_ups: tuple[str, ...] = ()
    engine: str = "composed"
    timings_ms: dict[str, float] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
