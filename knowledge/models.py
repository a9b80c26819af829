"""Define what a roadmap is made of: topics, resources, roles and guides."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    TypeAdapter,
    field_validator,
    model_validator,
)

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8)]
Strength = Literal["required", "helpful"]
ResourceType = Literal[
    "course",
    "book",
    "docs",
    "tutorial",
    "video",
    "practice",
    "paper",
    "project",
    "newsletter",
    "certification",
]
Format = Literal["text", "video", "interactive"]
Cost = Literal["free", "free-audit", "freemium", "paid"]
Level = Literal["beginner", "intermediate", "advanced"]
Status = Literal["active", "unknown", "moved", "retired"]
Certificate = Literal["none", "free", "paid"]

_URL = TypeAdapter(HttpUrl)


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Hours(Record):
    """How long a topic takes, in hours of focused study, and what the range rests on."""

    low: Annotated[float, Field(gt=0, le=400)]
    high: Annotated[float, Field(gt=0, le=600)]
    basis: Annotated[
        Sentence, Field(description="What the range rests on: a stated length, or our estimate")
    ]

    @property
    def midpoint(self) -> float:
        """Return the middle of the range in hours; plans count with it."""
        return (self.low + self.high) / 2

    @model_validator(mode="after")
    def _ordered(self) -> Hours:
        if self.low > self.high:
            raise ValueError(f"low ({self.low:g}) is above high ({self.high:g}); swap them")
        return self


class Subtopic(Record):
    """A concept inside a topic; its position in the topic is its place in the learning order."""

    name: Text
    aliases: tuple[Text, ...] = ()


class Prerequisite(Record):
    """An edge of the graph: what should be known first, how strongly and why."""

    topic: Identifier
    strength: Annotated[Strength, Field(description="required: cannot be followed without it")]
    reason: Sentence


class Project(Record):
    """Something to build: what it is, what to hand in, how one can tell alone that it is done."""

    title: Text
    brief: Sentence
    deliverable: Sentence
    done_when: Annotated[Sentence, Field(description="A check that one can do alone, with numbers")]
    hours: Annotated[float, Field(gt=0, le=200)] | None = None


class Certification(Record):
    """What can be certified for a topic, and the truth about its cost.

    `cost` is `none` where nothing is certified after all, `discontinued` where it is no more.
    """

    title: Text
    cost: Literal["free", "paid", "none", "discontinued"]
    note: Sentence
    resource: Identifier | None = None


class Draft(Record):
    """Where an imported record comes from, and which of its fields that document does not state.

    Such a field holds a default of ours until a person fills it in; see `draft_problems`.
    """

    source: Text
    missing: tuple[Text, ...] = ()


class Topic(Record):
    """A node of the graph: something to learn.

    `short` is the name inside sentences, where the title is too long or reads oddly there.
    """

    id: Identifier
    title: Text
    short: Text | None = None
    aliases: Annotated[
        tuple[Text, ...],
        Field(description="What people really type; a name leads to one topic only"),
    ] = ()
    area: Identifier
    difficulty: Annotated[int, Field(ge=1, le=5)]
    hours: Hours
    summary: Annotated[Sentence, Field(description="What it is: two to four plain sentences")]
    why: Annotated[Sentence, Field(description="What it is good for, addressed to the learner")]
    outcomes: Annotated[
        tuple[Sentence, ...], Field(description="Three to six, each from You can")
    ] = ()
    subtopics: Annotated[
        tuple[Subtopic, ...], Field(description="Its concepts, in learning order")
    ] = ()
    prerequisites: tuple[Prerequisite, ...] = ()
    resources: Annotated[tuple[Identifier, ...], Field(description="Resource ids, best first")] = ()
    projects: tuple[Project, ...] = ()
    certifications: tuple[Certification, ...] = ()
    mistakes: Annotated[
        tuple[Sentence, ...], Field(description="Common ones, and what to do instead")
    ] = ()
    draft: Draft | None = None

    @property
    def required(self) -> tuple[str, ...]:
        """Return the ids of the topics without which this one cannot be followed."""
        return tuple(edge.topic for edge in self.prerequisites if edge.strength == "required")

    @property
    def helpful(self) -> tuple[str, ...]:
        """Return the ids of the topics that make this one easier."""
        return tuple(edge.topic for edge in self.prerequisites if edge.strength == "helpful")


class Seen(Record):
    """When, how and where an address was last seen; `opened` only where a link check opened it."""

    date: dt.date
    how: Literal["listed", "opened"]
    where: Text


class Resource(Record):
    """A course, book, page or other thing with an address from which to learn."""

    id: Identifier
    title: Text
    provider: Text
    url: Annotated[str, Field(description="The address, letter for letter as it was seen")]
    type: ResourceType
    formats: Annotated[
        tuple[Format, ...],
        Field(min_length=1, description="With care: who pays for data cannot watch videos"),
    ]
    cost: Cost
    level: Level
    hours: Annotated[float, Field(gt=0, le=1000)] | None = None
    certificate: Certificate = "none"
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    status: Annotated[Status, Field(description="moved and retired ones are never recommended")]
    successor: Identifier | None = None
    seen: Seen
    note: str = ""
    draft: Draft | None = None

    @field_validator("url")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        # The address is kept letter for letter: pydantic's own type would rewrite it.
        _URL.validate_python(value)
        return value

    @property
    def is_recommendable(self) -> bool:
        """Tell whether the resource may be recommended at all: moved and retired ones never are."""
        return self.status in ("active", "unknown")


class RoleTopic(Record):
    """What a role asks of one topic; weight 1 is the heart of the work."""

    topic: Identifier
    weight: Annotated[float, Field(gt=0, le=1)]
    required: bool


class Role(Record):
    """A job or goal that people work towards."""

    id: Identifier
    title: Text
    aliases: tuple[Text, ...] = ()
    work: Sentence
    employers: Sentence
    topics: Annotated[tuple[RoleTopic, ...], Field(min_length=1)]
    resources: tuple[Identifier, ...] = ()


class Section(Record):
    """A headed part of a guide; its body is Markdown."""

    title: Text
    body: Sentence


class Guide(Record):
    """A short cited article for a question that the graph alone cannot answer."""

    id: Identifier
    title: Text
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    topics: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    verdict: Sentence
    differs: Sentence
    sources: tuple[Identifier, ...]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class Area(Record):
    """A field of topics, in the order in which the map shows them."""

    id: Identifier
    title: Text
    summary: Sentence
