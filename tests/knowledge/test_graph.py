"""Check the prerequisite graph on six topics that can be followed by hand, and on random ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import KnowledgeBase, PrerequisiteGraph
from knowledge.models import Hours, Prerequisite, Topic


def topic(name: str, required: list[str], helpful: list[str] | None = None) -> Topic:
    edges = [(before, "required") for before in required]
    edges += [(before, "helpful") for before in helpful or []]
    return Topic(
        id=name,
        title=name,
        area="a",
        difficulty=1,
        hours=Hours(low=1, high=2, basis="Our estimate: a guess."),
        summary="A topic of a test.",
        why="It is needed here.",
        prerequisites=tuple(
            Prerequisite.model_validate(
                {"topic": before, "strength": strength, "reason": "So it must be."}
            )
            for before, strength in edges
        ),
    )


def test_ancestors_are_all_that_is_required(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.graph.ancestors(["deep-learning"]) == {
        "ml-fundamentals",
        "pandas",
        "python-basics",
        "descriptive-statistics",
    }
    assert tiny_base.graph.ancestors(["descriptive-statistics"]) == set()


def test_descendants_are_all_that_requires_it(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.graph.descendants(["ml-fundamentals"]) == {"deep-learning", "nlp"}


def test_closure_holds_the_topics_themselves(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.graph.closure(["pandas"]) == {"pandas", "python-basics"}


@pytest.mark.parametrize(
    ("known", "fringe"),
    [
        ([], ["python-basics", "descriptive-statistics"]),
        (["python-basics"], ["pandas", "descriptive-statistics"]),
        (["python-basics", "pandas", "descriptive-statistics"], ["ml-fundamentals"]),
        # Known without its prerequisites: those stay open, and what it opens is open too.
        (["ml-fundamentals"], ["python-basics", "descriptive-statistics", "deep-learning"]),
    ],
)
def test_outer_fringe_is_what_can_be_learned_next(
    tiny_base: KnowledgeBase, known: list[str], fringe: list[str]
) -> None:
    assert tiny_base.graph.outer_fringe(known) == fringe


def test_order_puts_prerequisites_first_and_helpful_ones_too() -> None:
    graph = PrerequisiteGraph([topic("c", ["b"]), topic("b", [], ["a"]), topic("a", [])])
    assert graph.order(["a", "b", "c"]) == ["a", "b", "c"]
    assert graph.order(["a", "b", "c"], helpful=False) == ["b", "c", "a"]
    assert graph.order(["c", "a"]) == ["c", "a"]


def test_chain_prefers_required_edges() -> None:
    graph = PrerequisiteGraph(
        [topic("a", []), topic("b", ["a"]), topic("c", ["b"], ["a"]), topic("d", [], ["c"])]
    )
    assert graph.chain("a", "c") == ["a", "b", "c"]
    assert graph.chain("a", "d") == ["a", "c", "d"]
    assert graph.chain("d", "a") == []


def test_cycles_begin_with_the_first_name_and_the_shortest_stands_first() -> None:
    pair = [topic("d", ["c"]), topic("c", ["d"])]
    three = [topic("b", ["a"]), topic("e", ["b"]), topic("a", [], ["e"])]
    graph = PrerequisiteGraph([*pair, *three])
    assert graph.cycles() == [["c", "d"], ["a", "b", "e"]]


def test_long_cycle_is_found_too() -> None:
    names = [f"t{number:02}" for number in range(12)]
    graph = PrerequisiteGraph(
        topic(name, [names[position - 1]]) for position, name in enumerate(names)
    )
    (cycle,) = graph.cycles()
    assert sorted(cycle) == names


def test_graph_without_cycle_reports_none(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.graph.cycles() == []


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        unique=True,
    )
)
def test_removing_implied_required_edges_changes_nothing_that_can_be_reached(
    pairs: list[tuple[int, int]],
) -> None:
    def graph_of(edges: set[tuple[int, int]]) -> PrerequisiteGraph:
        return PrerequisiteGraph(
            topic(str(after), [str(before) for before, other in edges if other == after])
            for after in range(10)
        )

    full = graph_of(set(pairs))
    implied = {(int(before), int(after)) for before, after in full.implied_edges()}
    lean = graph_of(set(pairs) - implied)
    assert lean.implied_edges() == []
    for name in map(str, range(10)):
        assert lean.ancestors([name]) == full.ancestors([name])


@given(st.sets(st.sampled_from(["python-basics", "pandas", "ml-fundamentals", "nlp"])))
def test_learning_the_fringe_again_and_again_reaches_everything(
    tiny_base: KnowledgeBase, known: set[str]
) -> None:
    while fringe := tiny_base.graph.outer_fringe(known):
        assert not known & set(fringe)
        known = known | set(fringe)
    assert known == set(tiny_base.topics)
