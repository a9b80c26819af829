"""Check content directories against every rule that a machine can enforce."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem
from knowledge.loader import CONTENT, Reading, read_content
from knowledge.models import Topic
from knowledge.rules import RULES_ABOUT_WHAT_IS_MISSING, RULES_ABOUT_WHAT_IS_THERE, Rule
from knowledge.rules.addresses import impossible_sightings
from knowledge.rules.edges import cycles
from knowledge.rules.released import vanished_ids


@dataclass(frozen=True)
class CheckReport:
    """What a check counted and what it found wrong."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """Return what `roadmap check --json` prints."""
        return {
            "ok": self.ok,
            "counts": self.counts,
            "problems": [
                {
                    "file": problem.file,
                    "line": problem.line,
                    "field": problem.field,
                    "message": problem.message,
                }
                for problem in self.problems
            ],
        }


def check(
    directories: Sequence[Path] = (), draft: bool = False, today: dt.date | None = None
) -> CheckReport:
    """Check the directories together (ours if none is named) and report all problems in one run.

    A draft, such as an imported document, is asked for what serving it needs (readable records,
    existing ids, no circles) and for every field that its document left open. `today` stands in
    for the machine's date.
    """
    reading = read_content(*directories)
    problems = list(reading.problems)
    base = without_dangling_ids(reading)
    for rule in _draft_rules() if draft else _rules(reading, today or dt.date.today()):
        problems.extend(rule(base))
    return CheckReport(_counts(base), tuple(sorted(problems)))


def _rules(reading: Reading, today: dt.date) -> list[Rule]:
    there: list[Rule] = [*RULES_ABOUT_WHAT_IS_THERE, partial(impossible_sightings, today=today)]
    if reading.problems:
        # A record that could not be read would be reported again as missing everywhere it is used.
        return there
    ours = [vanished_ids] if CONTENT in reading.directories else []
    return [*there, *RULES_ABOUT_WHAT_IS_MISSING, *ours]


def _draft_rules() -> list[Rule]:
    from knowledge.importing.draft import draft_problems  # brings a Markdown parser with it

    return [cycles, draft_problems]


def without_dangling_ids(reading: Reading) -> KnowledgeBase:
    """Return the base of what was read, less every mention of a topic or resource that is not."""
    topics, resources = reading.records["topic"], reading.records["resource"]

    def mended(topic: Topic) -> Topic:
        return topic.model_copy(
            update={
                "prerequisites": tuple(e for e in topic.prerequisites if e.topic in topics),
                "resources": tuple(name for name in topic.resources if name in resources),
                "certifications": tuple(
                    c for c in topic.certifications if c.resource is None or c.resource in resources
                ),
            }
        )

    records = dict(reading.records)
    records["topic"] = {name: mended(topic) for name, topic in topics.items()}
    records["role"] = {
        name: role.model_copy(update={"topics": tuple(t for t in role.topics if t.topic in topics)})
        for name, role in records["role"].items()
    }
    records["resource"] = {
        name: resource
        if resource.successor in resources
        else resource.model_copy(update={"successor": None})
        for name, resource in resources.items()
    }
    return Reading(reading.directories, records, reading.places).base()


def _counts(base: KnowledgeBase) -> dict[str, int]:
    return {
        "topics": len(base.topics),
        "resources": len(base.resources),
        "active_resources": sum(r.status == "active" for r in base.resources.values()),
        "roles": len(base.roles),
        "guides": len(base.guides),
        "edges": sum(len(topic.prerequisites) for topic in base.topics.values()),
        "projects": sum(len(topic.projects) for topic in base.topics.values()),
    }
