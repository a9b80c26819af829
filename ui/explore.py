"""Search topics and resources by words and by what they offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant import KnowledgeBase, Resource, Topic

CHOICES: Mapping[str, tuple[str, ...]] = {
    "cost": ("free", "free-audit", "freemium", "paid"),
    "format": ("text", "video", "interactive"),
    "certificate": ("free", "paid", "none"),
    "level": ("beginner", "intermediate", "advanced"),
    "status": ("active", "unknown", "moved", "retired"),
}
"""What resources can be filtered by, besides words and area."""


def find_resources(base: KnowledgeBase, wanted: Mapping[str, str]) -> list[Resource]:
    """Return the resources that hold all the words and match every chosen filter, by title."""
    found = [
        resource
        for resource in base.resources.values()
        if _holds(wanted.get("words", ""), _resource_words(base, resource))
        and _matches(base, resource, wanted)
    ]
    return sorted(found, key=lambda resource: (resource.title.casefold(), resource.id))


def find_topics(base: KnowledgeBase, wanted: Mapping[str, str]) -> list[Topic]:
    """Return the topics that hold all the words and match area and difficulty, in map order."""
    rank = {area: position for position, area in enumerate(base.areas)}
    found = [
        topic
        for topic in base.topics.values()
        if _holds(wanted.get("words", ""), _topic_words(topic))
        and wanted.get("area", "") in ("", topic.area)
        and wanted.get("difficulty", "") in ("", str(topic.difficulty))
    ]
    return sorted(found, key=lambda topic: rank[topic.area])


def _matches(base: KnowledgeBase, resource: Resource, wanted: Mapping[str, str]) -> bool:
    areas = {base.topics[name].area for name in base.topics_of_resource[resource.id]}
    return (
        wanted.get("cost", "") in ("", resource.cost)
        and wanted.get("format", "") in ("", *resource.formats)
        and wanted.get("certificate", "") in ("", resource.certificate)
        and wanted.get("level", "") in ("", resource.level)
        and wanted.get("status", "") in ("", resource.status)
        and wanted.get("area", "") in ("", *areas)
    )


def _holds(words: str, text: Iterable[str]) -> bool:
    whole = " ".join(text).casefold()
    return all(word in whole for word in words.casefold().split())


def _resource_words(base: KnowledgeBase, resource: Resource) -> list[str]:
    topics = [base.topics[name].title for name in base.topics_of_resource[resource.id]]
    return [resource.title, resource.provider, resource.type, resource.url, *topics]


def _topic_words(topic: Topic) -> list[str]:
    return [topic.title, *topic.aliases, *(part.name for part in topic.subtopics), topic.summary]
