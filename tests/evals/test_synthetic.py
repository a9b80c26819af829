import pytest

from evals.synthetic import LAYERS, goal_with_closure, synthetic_base


@pytest.fixture(scope="module")
def made():
    return synthetic_base(1000, seed=3)


def test_the_same_seed_gives_the_same_roadmap(made):
    assert synthetic_base(1000, seed=3) == made
    assert synthetic_base(1000, seed=4) != made


def test_prerequisites_are_made_before_what_needs_them(made):
    position = {topic: number for number, topic in enumerate(made.topics)}
    for topic in made.topics.values():
        assert all(position[edge.topic] < position[topic.id] for edge in topic.prerequisites)


def test_no_chain_is_longer_than_the_layers(made):
    depth: dict[str, int] = {}
    for topic in made.topics:
        depth[topic] = 1 + max((depth[name] for name in made.graph.required[topic]), default=0)
    assert max(depth.values()) == LAYERS


def test_few_topics_make_a_roadmap_too():
    assert len(synthetic_base(2).topics) == 2


def test_the_goal_asks_for_about_as_many_topics_as_wanted(made):
    goal = goal_with_closure(made, 200)
    assert 190 <= len(made.graph.closure(goal)) <= 200
