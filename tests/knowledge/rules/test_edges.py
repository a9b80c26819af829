"""Check that circles and implied edges are found."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import KnowledgeBase
from knowledge.models import Prerequisite
from knowledge.rules.edges import cycles, implied_edges

Change = Callable[..., KnowledgeBase]


def edge(topic: str, strength: str = "required") -> Prerequisite:
    return Prerequisite.model_validate(
        {"topic": topic, "strength": strength, "reason": "So it must be."}
    )


def test_circle_is_printed_whole_even_through_helpful_edges(changed: Change) -> None:
    base = changed("topic", "pandas", prerequisites=(edge("deep-learning", "helpful"),))
    (problem,) = cycles(base)
    assert problem.message == (
        "the prerequisites run in a circle: deep-learning -> pandas -> ml-fundamentals -> "
        "deep-learning; remove one of these edges"
    )
    assert list(implied_edges(base)) == []


def test_required_edge_implied_by_required_ones_is_found(changed: Change) -> None:
    edges = (edge("deep-learning"), edge("python-basics"))
    (problem,) = implied_edges(changed("topic", "nlp", prerequisites=edges))
    assert problem.field == "prerequisites.1"
    assert problem.message == (
        "the edge from `python-basics` is implied by python-basics -> pandas -> ml-fundamentals"
        " -> deep-learning -> nlp; remove it"
    )


def test_helpful_edge_is_implied_by_another_helpful_one(changed: Change) -> None:
    edges = (edge("pandas", "helpful"), edge("ml-fundamentals", "helpful"))
    (problem,) = implied_edges(changed("topic", "nlp", prerequisites=edges))
    assert "the edge from `pandas` is implied" in problem.message


def test_required_edge_is_not_implied_by_a_helpful_one(changed: Change) -> None:
    edges = (edge("pandas"), edge("ml-fundamentals", "helpful"))
    assert list(implied_edges(changed("topic", "nlp", prerequisites=edges))) == []
