"""Say what kinds of learning material each topic offers."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.models import Resource, Topic


@dataclass(frozen=True)
class Coverage:
    """The ids of a topic's active free resources, whole and by kind, and what it can certify."""

    topic: str
    free: tuple[str, ...]
    text: tuple[str, ...]
    video_or_course: tuple[str, ...]
    hands_on: tuple[str, ...]
    certificate: tuple[str, ...]


def coverage(base: KnowledgeBase) -> list[Coverage]:
    """Return the coverage of every topic, in content order."""
    return [coverage_of(topic, base) for topic in base.topics.values()]


def coverage_of(topic: Topic, base: KnowledgeBase) -> Coverage:
    """Return what a topic offers.

    Free means free of charge as a whole; hands-on is anything done rather than read. A
    certificate is one that can be had today, free or paid.
    """
    listed = [base.resources[name] for name in topic.resources]
    free = [item for item in listed if item.status == "active" and item.cost == "free"]
    certified = [
        *(c.title for c in topic.certifications if c.cost in ("free", "paid")),
        *(r.id for r in listed if r.is_recommendable and r.certificate != "none"),
    ]
    return Coverage(
        topic=topic.id,
        free=_ids(free),
        text=_ids([item for item in free if "text" in item.formats]),
        video_or_course=_ids(
            [item for item in free if item.type in ("course", "video") or "video" in item.formats]
        ),
        hands_on=_ids(
            [
                item
                for item in free
                if "interactive" in item.formats or item.type in ("practice", "project")
            ]
        ),
        certificate=tuple(certified),
    )


def _ids(resources: list[Resource]) -> tuple[str, ...]:
    return tuple(resource.id for resource in resources)
