"""Describe a learner: what they know, where they want to go, and how much time they have."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, computed_field

from knowledge.models import Certificate, Cost, Format, ResourceType


class Frozen(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Pause(Frozen):
    """A time without study: both days belong to it."""

    from_: Annotated[dt.date, Field(alias="from")]
    to: dt.date


class Preferences(Frozen):
    """What resources should be like; empty means no preference."""

    cost: tuple[Cost, ...] = ()
    formats: tuple[Format, ...] = ()
    avoid_formats: tuple[Format, ...] = ()
    types: tuple[ResourceType, ...] = ()
    max_hours: float | None = None
    certificate: tuple[Certificate, ...] = ()
    language: str | None = None
    avoid_providers: tuple[str, ...] = ()


class Profile(Frozen):
    """What is believed about a learner; `assumed_known` is inferred, never said.

    `known`, `partly_known`, `assumed_known` and `unknown` are disjoint lists of topic ids; `goal`
    holds role and topic ids in the person's order; `hours_per_week` is null until stated.
    """

    known: tuple[str, ...] = ()
    partly_known: tuple[str, ...] = ()
    assumed_known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    other_skills: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    hours_per_week: Annotated[float, Field(gt=0, le=168)] | None = None
    start: dt.date
    deadline: dt.date | None = None
    pauses: tuple[Pause, ...] = ()
    preferences: Preferences = Preferences()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def weeks(self) -> float | None:
        """Return the weeks from start to deadline, not rounded, or None without a deadline."""
        return None if self.deadline is None else (self.deadline - self.start).days / 7


class Progress(Frozen):
    """What happened since the plan: topics done, left out by the person, and their pace.

    `pace` multiplies every estimate: 2.0 means that things take this person twice as long.
    """

    done: dict[str, dt.date] = Field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    pace: Annotated[float, Field(gt=0, le=10)] = 1.0
