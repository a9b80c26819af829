"""Hold one validated roadmap in memory and say where each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from knowledge.errors import Problem
from knowledge.graph import PrerequisiteGraph
from knowledge.models import Area, Guide, Resource, Role, Topic

Kind = Literal["area", "topic", "resource", "role", "guide"]


@dataclass(frozen=True)
class Place:
    """The file of a record and the line (from 1) of each of its fields; "" is the record itself."""

    file: str
    lines: Mapping[str, int]

    def line(self, field_name: str = "") -> int:
        """Return the line of a field ("prerequisites.2.reason"), or of the part around it."""
        while field_name and field_name not in self.lines:
            field_name = field_name.rpartition(".")[0]
        return self.lines.get(field_name, 1)

    def source(self, field_name: str = "") -> str:
        """Return "file:line" of a field, or of the record where the field has no line."""
        return f"{self.file}:{self.line(field_name)}"


@dataclass(frozen=True)
class KnowledgeBase:
    """All areas, topics, resources, roles and guides by id, in content order, plus their places."""

    areas: Mapping[str, Area]
    topics: Mapping[str, Topic]
    resources: Mapping[str, Resource]
    roles: Mapping[str, Role]
    guides: Mapping[str, Guide]
    places: Mapping[tuple[Kind, str], Place] = field(default_factory=dict)
    directories: tuple[Path, ...] = ()

    def source(self, kind: Kind, identifier: str, field_name: str = "") -> str:
        """Return the "file:line" where a record or one of its fields stands."""
        return self.places[(kind, identifier)].source(field_name)

    def problem(self, kind: Kind, identifier: str, field_name: str, message: str) -> Problem:
        """Return a problem that stands at a field of a record."""
        place = self.places[(kind, identifier)]
        return Problem(place.file, place.line(field_name), field_name, message)

    @cached_property
    def graph(self) -> PrerequisiteGraph:
        """Return the prerequisite graph of all topics."""
        return PrerequisiteGraph(self.topics.values())

    @cached_property
    def topics_of_resource(self) -> Mapping[str, tuple[str, ...]]:
        """Map each resource id to the topics that list or certify with it, in content order."""
        users: dict[str, dict[str, None]] = {identifier: {} for identifier in self.resources}
        for topic in self.topics.values():
            certified = (entry.resource for entry in topic.certifications if entry.resource)
            for resource in (*topic.resources, *certified):
                users[resource][topic.id] = None
        return {identifier: tuple(topics) for identifier, topics in users.items()}

    @cached_property
    def names_in_sentences(self) -> Mapping[str, str]:
        """Map each topic id to its name inside a sentence: "deep learning", but "SQL".

        It is the topic's short name where it has one, else the title; a title's first word is a
        proper name where the content's prose never has it in lower case.
        """
        prose = " ".join(f"{topic.summary} {topic.why}" for topic in self.topics.values())
        lower_case = set(re.findall(r"\b[a-z][a-z-]+", prose))
        names = {}
        for topic in self.topics.values():
            first, _, rest = topic.title.partition(" ")
            plain = first[1:].islower() and first.lower() in lower_case
            title = f"{first.lower()} {rest}".strip() if plain else topic.title
            names[topic.id] = topic.short or title
        return names
