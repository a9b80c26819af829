"""Narrow a search to some chunks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from index.chunks import Chunk
from knowledge import KnowledgeBase, Resource


@dataclass(frozen=True)
class Filters:
    """What a chunk must be; empty means anything.

    `topic_ids` and `facets` speak of the chunk. The others speak of its resources: one resource
    that can be recommended must meet all of them together.
    """

    topic_ids: Collection[str] = ()
    facets: Collection[str] = ()
    cost: Collection[str] = ()
    types: Collection[str] = ()
    formats: Collection[str] = ()
    language: str | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether everything passes."""
        return not (self.topic_ids or self.facets or self.asks_for_resource)

    @property
    def asks_for_resource(self) -> bool:
        """Tell whether a chunk must rest on a certain kind of resource."""
        return bool(self.cost or self.types or self.formats or self.language)


def matching_ids(chunks: Iterable[Chunk], filters: Filters, base: KnowledgeBase) -> list[str]:
    """Return the ids of the chunks that pass, in their order."""
    fits = _resource_test(filters)
    return [
        chunk.id
        for chunk in chunks
        if (not filters.topic_ids or chunk.topic_id in filters.topic_ids)
        and (not filters.facets or chunk.facet in filters.facets)
        and (
            not filters.asks_for_resource
            or any(fits(base.resources[name]) for name in chunk.resources)
        )
    ]


def _resource_test(filters: Filters) -> Callable[[Resource], bool]:
    def fits(resource: Resource) -> bool:
        return (
            resource.is_recommendable
            and (not filters.cost or resource.cost in filters.cost)
            and (not filters.types or resource.type in filters.types)
            and (not filters.formats or not set(filters.formats).isdisjoint(resource.formats))
            and (not filters.language or resource.language == filters.language)
        )

    return fits
