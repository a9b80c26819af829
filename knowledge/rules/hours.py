"""Check that a topic's hours can be true beside those of its resources and projects."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem

WIDEST_RANGE = 4.0


def absurd_hours(base: KnowledgeBase) -> Iterator[Problem]:
    """Find ranges that are too wide, shorter than the topic's projects or than its resources.

    A resource listed by several topics is counted with an equal share for each of them.
    """
    for topic in base.topics.values():
        low, high = topic.hours.low, topic.hours.high
        if high > WIDEST_RANGE * low:
            message = f"{low:g} to {high:g} hours says little; narrow the range"
            yield base.problem("topic", topic.id, "hours", message)
        project_hours = sum(project.hours or 0 for project in topic.projects)
        if project_hours > high:
            message = f"the projects alone take {project_hours:g} hours; the range ends at {high:g}"
            yield base.problem("topic", topic.id, "hours", message)
        usable = [r for r in map(base.resources.__getitem__, topic.resources) if r.is_recommendable]
        shares = [r.hours / len(base.topics_of_resource[r.id]) for r in usable if r.hours]
        # A resource without stated hours may be short, so only a full set of hours proves it.
        if shares and len(shares) == len(usable) and min(shares) > high:
            message = f"ends at {high:g} hours, but its shortest resource takes {min(shares):.0f}"
            yield base.problem("topic", topic.id, "hours", message)
