"""Check the prerequisite graph: no cycle, and no edge that others already imply."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.base import KnowledgeBase
from knowledge.errors import Problem


def cycles(base: KnowledgeBase) -> Iterator[Problem]:
    """Find circles of prerequisites and print each one."""
    for cycle in base.graph.cycles():
        circle = " -> ".join([*cycle, cycle[0]])
        topic, before = cycle[0], cycle[-1]
        message = f"the prerequisites run in a circle: {circle}; remove one of these edges"
        yield base.problem("topic", topic, _field(base, topic, before), message)


def implied_edges(base: KnowledgeBase) -> Iterator[Problem]:
    """Find edges that a chain of required edges already implies."""
    if base.graph.cycles(limit=1):
        return  # within a circle every edge is implied by the others
    for before, topic in base.graph.implied_edges():
        others = (name for name in base.graph.edges[topic] if name != before)
        through = next(name for name in others if before in base.graph.ancestors([name]))
        chain = " -> ".join([*base.graph.chain(before, through), topic])
        message = f"the edge from `{before}` is implied by {chain}; remove it"
        yield base.problem("topic", topic, _field(base, topic, before), message)


def _field(base: KnowledgeBase, topic: str, before: str) -> str:
    names = [edge.topic for edge in base.topics[topic].prerequisites]
    return f"prerequisites.{names.index(before)}"
