"""Hold the rules of `roadmap check`; each yields the problems it finds in a knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem
from knowledge.rules import addresses, edges, hours, names, offers, people, places, prose, shape

Rule = Callable[[KnowledgeBase], Iterable[Problem]]

RULES_ABOUT_WHAT_IS_THERE: tuple[Rule, ...] = (
    places.misplaced_files,
    prose.careless_sentences,
    prose.long_or_short_texts,
    prose.outcomes_that_promise_nothing,
    shape.too_few_or_too_many,
    shape.repeated_entries,
    names.names_claimed_twice,
    names.role_names_claimed_twice,
    edges.cycles,
    edges.implied_edges,
    hours.absurd_hours,
    addresses.placeholder_addresses,
    addresses.duplicate_addresses,
    addresses.unknown_links_in_guides,
)
RULES_ABOUT_WHAT_IS_MISSING: tuple[Rule, ...] = (
    addresses.dead_ends,
    offers.missing_offers,
    offers.untrue_certificates,
    people.thin_guides,
    people.thin_roles,
    people.unused_resources,
    people.empty_areas,
)
