import pytest

from assistant.planning import general_value, goal_value, study_hours
from knowledge import UsageError
from tests.assistant.planning.conftest import made_base, made_role, made_topic


def test_a_prerequisite_adds_half_of_the_best_value_it_leads_to(ladder):
    value = goal_value(ladder, ["builder"])
    # c: 1.0; b: 0.8 + 1.0 / 2; a: 0 + 1.3 / 2
    assert value.required == pytest.approx({"a": 0.65, "b": 1.3, "c": 1.0})


def test_a_helpful_topic_is_worth_half_of_what_it_helps_unless_the_role_wants_it_more(ladder):
    assert goal_value(ladder, ["builder"]).optional == {"d": 0.5}
    base = made_base(
        made_topic("d"),
        made_topic("c", helpful=["d"]),
        roles=[made_role("builder", {"c": 1.0}, {"d": 0.9})],
    )
    assert goal_value(base, ["builder"]).optional == {"d": 0.9}


def test_a_topic_named_as_goal_is_worth_one(ladder):
    assert goal_value(ladder, ["b"]).required == {"a": 0.5, "b": 1.0}


def test_of_two_goals_the_larger_weight_counts():
    base = made_base(
        made_topic("a"),
        roles=[made_role("one", {"a": 0.3}), made_role("two", {"a": 0.7})],
    )
    assert goal_value(base, ["one", "two"]).required == {"a": 0.7}


def test_prerequisites_of_optional_topics_are_optional():
    base = made_base(
        made_topic("a"),
        made_topic("b", required=["a"]),
        made_topic("c"),
        roles=[made_role("one", {"c": 1.0}, {"b": 0.6})],
    )
    value = goal_value(base, ["one"])
    assert (dict(value.required), dict(value.optional)) == ({"c": 1.0}, {"a": 0.3, "b": 0.6})


def test_what_only_a_skipped_topic_needs_goes_with_it(ladder):
    value = goal_value(ladder, ["c"]).without(ladder, ("b",))
    assert set(value.required) == {"c"}


def test_an_unknown_goal_is_refused_by_name(ladder):
    with pytest.raises(UsageError, match="no topic or role `wizard`"):
        goal_value(ladder, ["wizard"])


def test_without_a_goal_a_topic_is_worth_the_mean_over_the_roles(ladder):
    # one role: required counts whole, optional half, and 0.01 is for everybody
    assert general_value(ladder) == pytest.approx({"a": 0.66, "b": 1.31, "c": 1.01, "d": 0.26})


def test_what_was_stated_votes_for_the_roles_that_ask_for_it():
    base = made_base(
        made_topic("a"),
        made_topic("b"),
        roles=[made_role("one", {"a": 1.0}), made_role("two", {"a": 0.25, "b": 0.8})],
    )
    # a gives four of its five votes to one: shares 0.15 + 0.7 * 0.8 = 0.71 and 0.15 + 0.14 = 0.29
    assert general_value(base, {"a"}) == pytest.approx(
        {"a": 0.71 * 1.0 + 0.29 * 0.25 + 0.01, "b": 0.29 * 0.8 + 0.01}
    )


def test_what_no_role_asks_for_keeps_a_small_value():
    base = made_base(made_topic("a"))
    assert general_value(base, {"a"}) == {"a": 0.01}


def test_hours_are_the_midpoint_times_the_pace_and_less_for_a_refresher(ladder):
    assert study_hours(ladder, "b") == 20
    assert study_hours(ladder, "b", pace=1.5) == 30
    assert study_hours(ladder, "b", partly_known=("b",)) == 8
