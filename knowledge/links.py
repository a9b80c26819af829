"""Tabulate the addresses of resources: which they are, how they stand, when they were seen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from knowledge.base import KnowledgeBase

AGES: tuple[tuple[str, int | None], ...] = (
    ("up to 3 months", 92),
    ("up to a year", 366),
    ("older", None),
)


def link_table(base: KnowledgeBase) -> list[dict[str, Any]]:
    """Return every resource as its entry has it, with `topics`, the ids of those that list it."""
    return [
        {
            **resource.model_dump(mode="json", exclude={"draft"}),
            "topics": list(base.topics_of_resource[resource.id]),
        }
        for resource in base.resources.values()
    ]


def link_summary(base: KnowledgeBase, today: dt.date) -> list[dict[str, Any]]:
    """Return how many resources have each status, by the age of their last sighting in days."""
    counts = Counter(
        (resource.status, _age((today - resource.seen.date).days))
        for resource in base.resources.values()
    )
    return [
        {
            "status": status,
            **{age: counts[status, age] for age, _ in AGES},
            "all": sum(counts[status, age] for age, _ in AGES),
        }
        for status in ("active", "unknown", "moved", "retired")
    ]


def _age(days: int) -> str:
    return next(name for name, most in AGES if most is None or days <= most)
