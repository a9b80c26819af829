"""Check how many parts a topic has and that no list names a thing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.base import Kind, KnowledgeBase
from knowledge.errors import Problem
from knowledge.models import Topic

LIMITS: dict[str, tuple[int, int]] = {
    "outcomes": (3, 6),
    "subtopics": (5, 18),
    "resources": (2, 12),
    "projects": (1, 3),
    "mistakes": (2, 5),
}


def too_few_or_too_many(base: KnowledgeBase) -> Iterator[Problem]:
    """Find topics whose lists are thinner or longer than a learner can use."""
    for topic in base.topics.values():
        for field_name, (least, most) in LIMITS.items():
            count = len(getattr(topic, field_name))
            if not least <= count <= most:
                message = f"has {count} {field_name}; {least} to {most} are right"
                yield base.problem("topic", topic.id, field_name, message)


def repeated_entries(base: KnowledgeBase) -> Iterator[Problem]:
    """Find lists that name the same thing twice, and topics that require themselves."""
    for topic in base.topics.values():
        yield from _repeated(base, "topic", topic.id, "resources", topic.resources)
        edges = [edge.topic for edge in topic.prerequisites]
        yield from _repeated(base, "topic", topic.id, "prerequisites", edges)
        if topic.id in edges:
            field_name = f"prerequisites.{edges.index(topic.id)}"
            message = f"`{topic.id}` cannot come before itself; remove the edge"
            yield base.problem("topic", topic.id, field_name, message)
        yield from _repeated(base, "topic", topic.id, "aliases", _own_names(topic))
    for role in base.roles.values():
        names = [entry.topic for entry in role.topics]
        yield from _repeated(base, "role", role.id, "topics", names)
    for guide in base.guides.values():
        yield from _repeated(base, "guide", guide.id, "topics", guide.topics)
        yield from _repeated(base, "guide", guide.id, "sources", guide.sources)


def _own_names(topic: Topic) -> list[str]:
    return [name.casefold() for name in topic.aliases]


def _repeated(
    base: KnowledgeBase, kind: Kind, identifier: str, field_name: str, names: Sequence[str]
) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            last = len(names) - 1 - list(reversed(names)).index(name)
            message = f"names `{name}` {count} times; keep one"
            yield base.problem(kind, identifier, f"{field_name}.{last}", message)
