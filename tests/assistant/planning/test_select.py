from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.planning import goal_value, select_topics
from assistant.planning import select as module
from evals.synthetic import goal_with_closure, synthetic_base
from tests.assistant.planning.conftest import roadmaps


def brute_force(required, optional, hours, needs, budget):
    """Return the greatest (required value, optional value) of all closed subsets that fit."""
    everything = {**required, **optional}
    best = (0.0, 0.0)
    for size in range(len(everything) + 1):
        for subset in combinations(everything, size):
            closed = all(n in subset for t in subset for n in needs[t] if n in everything)
            if closed and sum(hours[t] for t in subset) <= budget + 1e-9:
                values = [
                    round(sum(worth[t] for t in subset if t in worth), 6)
                    for worth in (required, optional)
                ]
                best = max(best, tuple(values))
    return best


def worth(topics, required, optional):
    return tuple(round(sum(v[t] for t in topics if t in v), 6) for v in (required, optional))


@settings(max_examples=150, deadline=None)
@given(base=roadmaps(), budget=st.integers(0, 300))
def test_the_choice_is_as_good_as_the_best_of_all_subsets(base, budget):
    value = goal_value(base, ["goal"])
    hours = {topic.id: topic.hours.midpoint for topic in base.topics.values()}
    problem = (value.required, value.optional, hours, base.graph.required, budget)
    chosen = select_topics(*problem)
    assert chosen.gap == 0
    assert worth(chosen.topics, value.required, value.optional) == pytest.approx(
        brute_force(*problem), abs=2e-6
    )
    assert sum(hours[topic] for topic in chosen.topics) <= budget


@settings(max_examples=60, deadline=None)
@given(base=roadmaps(), less=st.integers(0, 200), more=st.integers(0, 50))
def test_more_time_never_gives_less(base, less, more):
    value = goal_value(base, ["goal"])
    hours = {topic.id: topic.hours.midpoint for topic in base.topics.values()}
    small, large = (
        worth(
            select_topics(
                value.required, value.optional, hours, base.graph.required, budget
            ).topics,
            value.required,
            value.optional,
        )
        for budget in (less, less + more)
    )
    assert large[0] > small[0] - 2e-6
    assert large[0] > small[0] + 2e-6 or large[1] > small[1] - 2e-6


def test_ties_between_required_topics_are_broken_by_what_else_then_fits():
    # a and b are worth the same; with a there are 5 hours left, enough for x
    chosen = select_topics(
        {"a": 1.0, "b": 1.0},
        {"x": 0.1},
        {"a": 5, "b": 9, "x": 5},
        {"a": (), "b": (), "x": ()},
        10,
    )
    assert chosen.topics == {"a", "x"}


def test_an_optional_topic_cannot_stand_on_a_required_one_that_did_not_fit():
    chosen = select_topics(
        {"a": 1.0, "b": 0.2},
        {"x": 5.0},
        {"a": 8, "b": 8, "x": 1},
        {"a": (), "b": (), "x": ("b",)},
        10,
    )
    assert chosen.topics == {"a"}


def test_nothing_fits_into_no_time():
    assert select_topics({"a": 1.0}, {}, {"a": 1}, {"a": ()}, 0).topics == frozenset()


@pytest.fixture(scope="module")
def large():
    base = synthetic_base(6000, seed=1)
    value = goal_value(base, goal_with_closure(base, 3000))
    hours = {topic.id: topic.hours.midpoint for topic in base.topics.values()}
    budget = 0.5 * sum(hours[topic] for topic in value.required)
    return value, hours, base.graph.required, budget


def test_a_large_problem_stops_in_time_and_states_a_true_gap(large, monkeypatch):
    value, hours, needs, budget = large
    monkeypatch.setattr(module, "TIME_LIMIT", 0.5)
    chosen = select_topics(value.required, {}, hours, needs, budget)
    reached = sum(value.required[topic] for topic in chosen.topics)
    assert reached > 0
    assert chosen.gap > 0
    assert sum(hours[topic] for topic in chosen.topics) <= budget
    assert all(need in chosen.topics for topic in chosen.topics for need in needs[topic])
