"""Check that a name leads to one topic only, so that a question is understood in one way."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem
from knowledge.models import Topic
from knowledge.names import fold


def names_claimed_twice(base: KnowledgeBase) -> Iterator[Problem]:
    """Find titles, aliases and subtopic names that two topics claim."""
    owners: dict[str, Topic] = {}
    for topic in base.topics.values():
        for field_name, name in _names(topic):
            owner = owners.setdefault(fold(name), topic)
            if owner is not topic:
                yield _clash(base, topic, field_name, name, owner)
    concepts: dict[str, Topic] = {}
    for topic in base.topics.values():
        for field_name, name in _subtopic_names(topic):
            key = fold(name)
            owner = owners.get(key, topic)
            if owner is topic:
                owner = concepts.setdefault(key, topic)
            if owner is not topic:
                yield _clash(base, topic, field_name, name, owner)


def role_names_claimed_twice(base: KnowledgeBase) -> Iterator[Problem]:
    """Find names that two roles claim, or a role and a topic."""
    owners = {
        fold(name): f"topic {topic.id}"
        for topic in base.topics.values()
        for _, name in _names(topic)
    }
    for role in base.roles.values():
        for position, name in enumerate((role.title, *role.aliases), start=-1):
            owner = owners.setdefault(fold(name), role.id)
            if owner != role.id:
                message = f"`{name}` already leads to `{owner}`; leave it to one of the two"
                field_name = "title" if position < 0 else f"aliases.{position}"
                yield base.problem("role", role.id, field_name, message)


def _clash(base: KnowledgeBase, topic: Topic, field_name: str, name: str, owner: Topic) -> Problem:
    place = base.source("topic", owner.id)
    message = f"`{name}` already leads to `{owner.id}` ({place}); leave it to one of the two"
    return base.problem("topic", topic.id, field_name, message)


def _names(topic: Topic) -> Iterator[tuple[str, str]]:
    yield "id", topic.id
    yield "title", topic.title
    if topic.short:
        yield "short", topic.short
    for position, alias in enumerate(topic.aliases):
        yield f"aliases.{position}", alias


def _subtopic_names(topic: Topic) -> Iterator[tuple[str, str]]:
    for position, subtopic in enumerate(topic.subtopics):
        for name in (subtopic.name, *subtopic.aliases):
            yield f"subtopics.{position}", name
