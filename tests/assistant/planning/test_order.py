from hypothesis import given, settings

from assistant.planning.order import study_order
from tests.assistant.planning.conftest import made_base, made_topic, roadmaps


def order(base, topics=None, required=None, values=None):
    topics = topics or list(base.topics)
    hours = {topic: base.topics[topic].hours.midpoint for topic in topics}
    return study_order(base, topics, hours, values or {}, required or topics)


@settings(max_examples=100, deadline=None)
@given(base=roadmaps())
def test_every_prerequisite_comes_first_also_a_helpful_one(base):
    sequence = order(base)
    assert sorted(sequence) == sorted(base.topics)
    for topic in sequence:
        for edge in base.topics[topic].prerequisites:
            assert sequence.index(edge.topic) < sequence.index(topic)


def test_the_first_step_is_a_short_one():
    base = made_base(
        made_topic("long", takes=60, difficulty=1), made_topic("short", takes=8, difficulty=2)
    )
    assert order(base) == ["short", "long"]


def test_what_is_only_welcome_comes_after_what_is_required():
    base = made_base(made_topic("welcome", difficulty=1), made_topic("required", difficulty=5))
    assert order(base, required=["required"]) == ["required", "welcome"]


def test_what_helps_a_required_topic_comes_before_it():
    base = made_base(made_topic("aid", difficulty=4), made_topic("required", helpful=["aid"]))
    assert order(base, required=["required"]) == ["aid", "required"]


def test_a_portfolio_comes_after_what_it_shows():
    base = made_base(
        made_topic("first", takes=1, difficulty=1),
        made_topic("portfolio", area="career", difficulty=2),
        made_topic("work", area="data", difficulty=2),
    )
    assert order(base) == ["first", "work", "portfolio"]


def test_theory_and_practice_take_turns():
    base = made_base(
        made_topic("m1", area="mathematics", takes=1),
        made_topic("m2", area="mathematics"),
        made_topic("p1", area="programming"),
    )
    assert order(base) == ["m1", "p1", "m2"]


def test_what_continues_the_last_step_comes_before_a_change_of_subject():
    base = made_base(
        made_topic("a1", area="one", takes=1),
        made_topic("b1", area="two"),
        made_topic("a2", area="one", required=["a1"]),
    )
    assert order(base) == ["a1", "a2", "b1"]
