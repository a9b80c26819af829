"""Choose resources for a person: only what may be recommended, what they prefer first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.profile import Preferences
from knowledge import KnowledgeBase, Resource


@dataclass(frozen=True)
class Choice:
    """Resources that match what was asked for, best first, and the nearest that do not."""

    matching: tuple[Resource, ...]
    others: tuple[Resource, ...]

    @property
    def best_first(self) -> tuple[Resource, ...]:
        """Return the matching ones followed by the others."""
        return self.matching + self.others


def choose_resources(
    base: KnowledgeBase, topics: Iterable[str], preferences: Preferences
) -> Choice:
    """Return the resources of the topics that match the preferences, and those that miss by least.

    Content order is the order of merit. Moved and retired resources never appear; ones of unknown
    status come after all active ones, ones that hold an avoided format beside another after those
    that do without.
    """
    identifiers = dict.fromkeys(name for topic in topics for name in base.topics[topic].resources)
    candidates = [
        base.resources[name] for name in identifiers if base.resources[name].is_recommendable
    ]
    misses = {resource.id: mismatches(resource, preferences) for resource in candidates}
    avoided = set(preferences.avoid_formats)
    ranked = sorted(
        candidates,
        key=lambda item: (
            len(misses[item.id]),
            item.status != "active",
            bool(avoided & set(item.formats)),
        ),
    )
    matching = tuple(resource for resource in ranked if not misses[resource.id])
    return Choice(matching, tuple(resource for resource in ranked if misses[resource.id]))


def mismatches(resource: Resource, preferences: Preferences) -> Sequence[str]:
    """Return which preferences a resource does not meet, by field name; empty if it meets all."""
    avoided = set(preferences.avoid_formats)
    checks = {
        "cost": not preferences.cost or resource.cost in preferences.cost,
        "formats": not preferences.formats
        or bool(set(preferences.formats) & set(resource.formats)),
        "avoid_formats": not avoided or bool(set(resource.formats) - avoided),
        "types": not preferences.types or resource.type in preferences.types,
        "max_hours": preferences.max_hours is None
        or (resource.hours is not None and resource.hours <= preferences.max_hours),
        "certificate": not preferences.certificate
        or resource.certificate in preferences.certificate,
        "language": preferences.language in (None, resource.language),
        "avoid_providers": not any(
            name.casefold() in f"{resource.provider} {resource.title}".casefold()
            for name in preferences.avoid_providers
        ),
    }
    return [name for name, met in checks.items() if not met]
