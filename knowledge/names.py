"""Find the topic, role or resource that a typed name means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.base import KnowledgeBase
from knowledge.errors import UsageError

CLOSE = 0.8
"""The least similarity (1 - edits / length, swapped letters are one edit) that counts as meant."""


@dataclass(frozen=True)
class NameIndex:
    """Every name that means a topic or a role: ids, titles, aliases, and subtopics with theirs.

    Where two records claim a name, a title or id beats an alias, and an alias beats a subtopic.
    """

    topics: dict[str, str]
    roles: dict[str, str]

    @classmethod
    def of(cls, base: KnowledgeBase) -> NameIndex:
        """Return the index of all names in a knowledge base."""
        topics: dict[str, str] = {}
        records = list(base.topics.values())
        ranks = (
            [(name, t.id) for t in records for name in (t.id, t.title, t.short or t.title)],
            [(name, t.id) for t in records for name in t.aliases],
            [(name, t.id) for t in records for s in t.subtopics for name in (s.name, *s.aliases)],
        )
        for names in ranks:
            for name, identifier in names:
                topics.setdefault(fold(name), identifier)
        roles = {
            fold(name): role.id
            for role in base.roles.values()
            for name in (*role.aliases, role.title, role.id)
        }
        return cls(topics, roles)

    def topic(self, name: str) -> str:
        """Return the id of the topic that `name` means; raise UsageError if there is none."""
        found = self.find_topic(name)
        if found is None:
            raise UsageError(f"There is no topic called “{name}”{_hint(name, self.topics)}")
        return found

    def goal(self, name: str) -> str:
        """Return the id of the role or topic that `name` means; raise UsageError if none."""
        found = self.roles.get(fold(name)) or self.topics.get(fold(name))
        found = found or _close(name, self.roles) or _close(name, self.topics)
        if found is None:
            hint = _hint(name, {**self.topics, **self.roles})
            raise UsageError(f"There is no role or topic called “{name}”{hint}")
        return found

    def find_topic(self, name: str) -> str | None:
        """Return the id of the topic that `name` means, also misspelt, or None."""
        return self.topics.get(fold(name)) or _close(name, self.topics)


def fold(name: str) -> str:
    """Return a name as it is compared: lower case, hyphens and underscores as spaces."""
    return " ".join(re.sub(r"[-_/\s]+", " ", name.casefold()).split()).strip(".,;:!?\"'")


def _close(name: str, names: dict[str, str]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = fold(name)
    if len(folded) < 4:
        return None
    similarity = OSA.normalized_similarity
    found = process.extractOne(folded, names.keys(), scorer=similarity, score_cutoff=CLOSE)
    return names[found[0]] if found else None


def _hint(name: str, names: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process

    near = process.extract(fold(name), list(names), scorer=fuzz.ratio, limit=3, score_cutoff=55)
    if not near:
        return "; `roadmap topics` lists them."
    return "; did you mean " + " or ".join(f"“{entry[0]}”" for entry in near) + "?"
