"""Follow topics and roles that were renamed since something was stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.links import KnownLinks
from knowledge import KnowledgeBase, Role, Topic


@dataclass(frozen=True)
class CurrentIds:
    """Translates stored ids of topics and roles into those of the knowledge base at hand.

    A renamed record keeps its old id as an alias.
    """

    base: KnowledgeBase

    @cached_property
    def links(self) -> KnownLinks:
        """Return the links that stored answers may still show."""
        return KnownLinks(self.base)

    @cached_property
    def _renamed(self) -> dict[str, str]:
        records: list[Topic | Role] = [*self.base.topics.values(), *self.base.roles.values()]
        return {alias: record.id for record in records for alias in record.aliases}

    def now(self, identifier: str) -> str:
        """Return the id of today; one that is gone comes back unchanged."""
        if identifier in self.base.topics or identifier in self.base.roles:
            return identifier
        return self._renamed.get(identifier, identifier)

    def has(self, identifier: str) -> bool:
        """Tell whether a topic or role of this id exists, perhaps under a new one."""
        now = self.now(identifier)
        return now in self.base.topics or now in self.base.roles

    def all_now(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of today in order, each once; those that are gone unchanged."""
        return tuple(dict.fromkeys(self.now(name) for name in identifiers))

    def held(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of today of those that exist, in order, each once."""
        return tuple(dict.fromkeys(self.now(name) for name in identifiers if self.has(name)))

    def gone(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Return the ids that no longer mean anything."""
        return tuple(name for name in identifiers if not self.has(name))
