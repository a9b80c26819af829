"""Say what a job, a finished course or claimed mastery lets one assume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.understanding.text import words
from knowledge import KnowledgeBase

_HEART_OF_A_ROLE = (
    0.8  # the least weight of a role's topic that everyone in the role is assumed to know
)


class Implications:
    """The table of `implications.yaml`, limited to the topics of one knowledge base."""

    def __init__(self, base: KnowledgeBase, lists: Mapping[str, Any]) -> None:
        self._base = base
        self._jobs = {
            words(name): self._held(job["topics"]) for job in lists["jobs"] for name in job["names"]
        }
        self._courses = {name: self._held(topics) for name, topics in lists["courses"].items()}
        self._mastery = {name: self._held(topics) for name, topics in lists["mastery"].items()}

    def of_job(self, spoken: Sequence[str], role: str | None) -> tuple[str, ...]:
        """Return the topics assumed of someone in the job spelt by the folded words `spoken`."""
        if tuple(spoken) in self._jobs:
            return self._jobs[tuple(spoken)]
        if role is None:
            return ()
        title = words(self._base.roles[role].title)
        if title in self._jobs:
            return self._jobs[title]
        topics = self._base.roles[role].topics
        return tuple(t.topic for t in topics if t.required and t.weight >= _HEART_OF_A_ROLE)

    def of_course(self, resource: str) -> tuple[str, ...]:
        """Return the topics assumed of someone who finished the resource."""
        if resource in self._courses:
            return self._courses[resource]
        topics = self._base.topics_of_resource[resource]
        # A course that serves many topics teaches none of them whole.
        return topics if len(topics) == 1 else ()

    def of_mastery(self, topic: str) -> tuple[str, ...]:
        """Return what is assumed beyond a topic of someone who claims to master it."""
        return self._mastery.get(topic, ())

    def _held(self, topics: Sequence[str]) -> tuple[str, ...]:
        return tuple(topic for topic in topics if topic in self._base.topics)
