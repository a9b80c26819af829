"""Name what a person should still fill in after an import."""

from __future__ import annotations

from knowledge.base import Kind, KnowledgeBase
from knowledge.errors import Problem
from knowledge.importing.topic_records import HOURS_BASIS, NOT_DESCRIBED, NOT_GIVEN
from knowledge.models import Draft, Resource, Topic

_ADVICE = {
    "summary": "say in two or three sentences what it is",
    "why": "say what it is good for",
    "hours": "give a range and what it rests on",
    "difficulty": "give 1 to 5",
    "resources": "add at least one resource",
    "certifications": "look up what it costs",
    "type": "say what it is: course, book, docs, tutorial, video …",
    "formats": "say whether it is text, video or interactive",
    "cost": "look up whether it is free",
    "level": "say whether it is for beginners",
}


def draft_problems(base: KnowledgeBase) -> list[Problem]:
    """Return a problem for every field that holds a default because its document states nothing.

    A field that has been filled in counts as done even where `draft.missing` still names it.
    """
    problems = []
    for topic in base.topics.values():
        problems.extend(_problems(base, "topic", topic, topic.draft))
    for resource in base.resources.values():
        problems.extend(_problems(base, "resource", resource, resource.draft))
    return sorted(problems)


def _problems(
    base: KnowledgeBase, kind: Kind, record: Topic | Resource, draft: Draft | None
) -> list[Problem]:
    if draft is None:
        return []
    return [
        base.problem(
            kind,
            record.id,
            name,
            f"{draft.source} does not state it; {_ADVICE.get(name, 'fill it in')} "
            f"and take `{name}` out of `draft.missing`",
        )
        for name in draft.missing
        if not _is_filled_in(record, name)
    ]


def _is_filled_in(record: Topic | Resource, name: str) -> bool:
    if not isinstance(record, Topic):
        return False
    match name:
        case "summary":
            return record.summary != NOT_DESCRIBED
        case "why":
            return record.why != NOT_GIVEN
        case "hours":
            return record.hours.basis != HOURS_BASIS
        case "resources":
            return bool(record.resources)
        case _:
            return False
