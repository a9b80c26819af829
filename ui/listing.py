"""Put topics and chains of prerequisites into the JSON, rows and sentences that commands print."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from assistant import KnowledgeBase


def topic_entry(base: KnowledgeBase, identifier: str) -> dict[str, Any]:
    """Return a topic as `roadmap topics --json` lists it; its hours are the midpoint."""
    topic = base.topics[identifier]
    return {
        "id": topic.id,
        "title": topic.title,
        "aliases": list(topic.aliases),
        "area": topic.area,
        "difficulty": topic.difficulty,
        "hours": topic.hours.midpoint,
        "summary": topic.summary,
        "subtopics": [{"name": s.name, "aliases": list(s.aliases)} for s in topic.subtopics],
        "prerequisites": [edge.model_dump() for edge in topic.prerequisites],
        "resources": list(topic.resources),
    }


def topic_rows(base: KnowledgeBase) -> list[tuple[str, ...]]:
    """Return a row a topic: id, title, area, difficulty, hours in the middle."""
    return [
        (t.id, t.title, base.areas[t.area].title, str(t.difficulty), f"{t.hours.midpoint:g}")
        for t in base.topics.values()
    ]


def chain_links(base: KnowledgeBase, chain: Sequence[str]) -> list[dict[str, str]]:
    """Return the edges along a chain of topics: which comes before which, how strongly and why."""
    links = []
    for before, after in itertools.pairwise(chain):
        edge = base.graph.edges[after][before]
        link = {"topic": before, "before": after, "strength": edge.strength, "reason": edge.reason}
        links.append(link)
    return links


def chain_sentences(
    base: KnowledgeBase, start: str, goal: str, links: Sequence[dict[str, str]]
) -> list[str]:
    """Return a sentence for each link, or one that says why there is none."""

    def title(identifier: str) -> str:
        return base.topics[identifier].title

    if start == goal:
        return [f"Both names mean one topic, {title(start)}."]
    if not links:
        both = f"{title(start)} and {title(goal)}"
        return [f"Neither needs the other: {both} can be learned in any order."]
    return [
        f"{title(link['topic'])} -> {title(link['before'])} ({link['strength']}): {link['reason']}"
        for link in links
    ]
