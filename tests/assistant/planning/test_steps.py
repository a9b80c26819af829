import pytest

from assistant.planning import make_plan
from assistant.profile import Preferences
from knowledge.models import Project
from tests.assistant.planning.conftest import made_base, made_resource, made_topic, person


def only_step(topic, *resources, **profile):
    base = made_base(topic, resources=resources)
    return make_plan(base, person(goal=(topic.id,), **profile)).steps[0]


@pytest.fixture
def steps(ladder):
    plan = make_plan(ladder, person(goal=("builder",), known=("a",), partly_known=("b",)))
    return {step.topic_id: step for step in plan.steps}


def test_a_step_says_which_later_step_needs_it_and_why(ladder):
    first = make_plan(ladder, person(goal=("c",))).steps[0]
    assert (first.topic_id, first.why) == ("a", "b rests on a.")


def test_a_refresher_is_shorter_and_says_so(steps):
    assert steps["b"].hours == 8
    assert steps["b"].why == "A refresher, since you know part of it. c rests on b."


def test_the_goal_itself_is_called_the_goal():
    assert only_step(made_topic("a")).why == "This is your goal."


def test_a_topic_of_a_role_that_nothing_later_needs_says_what_it_is_for(steps):
    assert steps["c"].why == "You will use c."


def test_prerequisites_are_those_that_are_known_or_come_earlier(steps):
    assert (steps["b"].prerequisites, steps["c"].prerequisites) == (("a",), ("b",))


def test_the_main_resource_comes_with_an_alternative_of_another_kind():
    resources = (
        made_resource("course"),
        made_resource("course-too"),
        made_resource("book", type="book", formats=("text",)),
    )
    topic = made_topic("a", resources=("course", "course-too", "book"))
    assert only_step(topic, *resources).resources == ("course", "book")


def test_a_course_far_longer_than_the_step_gives_way():
    resources = (made_resource("long", hours=100), made_resource("fitting", hours=10))
    topic = made_topic("a", takes=10, resources=("long", "fitting"))
    assert only_step(topic, *resources).resources == ("fitting", "long")


def test_an_alternative_that_misses_a_wish_is_not_offered():
    resources = (made_resource("free"), made_resource("paid", cost="paid"))
    topic = made_topic("a", resources=("paid", "free"))
    step = only_step(topic, *resources, preferences=Preferences(cost=("free",)))
    assert step.resources == ("free",)


def test_where_nothing_meets_the_wishes_the_nearest_is_named():
    topic = made_topic("a", resources=("paid",))
    wishes = Preferences(cost=("free",))
    step = only_step(topic, made_resource("paid", cost="paid"), preferences=wishes)
    assert step.resources == ("paid",)


def test_the_project_says_what_to_build_and_when_it_is_done():
    project = Project(
        title="A map",
        brief="Draw a map of it.",
        deliverable="The map itself.",
        done_when="It hangs on the wall.",
    )
    step = only_step(made_topic("a", projects=(project,)))
    assert (step.project, step.done_when) == ("A map", "It hangs on the wall.")


def test_without_a_project_the_first_outcome_says_when_it_is_done():
    step = only_step(made_topic("a", outcomes=("You can do it.",)))
    assert (step.project, step.done_when) == (None, "You can do it.")
