import datetime as dt

import pytest

from assistant import Profile, Progress, UsageError
from ui import believe

TODAY = dt.date(2026, 3, 2)


def profile(**fields):
    return Profile(start=TODAY, **fields)


def test_a_topic_is_in_one_list_only():
    before = profile(known=("a",), assumed_known=("b",))
    after = believe.place(before, "b", "known")
    assert after.known == ("a", "b")
    assert after.assumed_known == ()
    assert believe.place(after, "a", None).known == ("b",)


def test_done_and_skipped_exclude_each_other():
    skipped = believe.skip(Progress(), "a", True)
    assert skipped.skipped == ("a",)
    done = believe.finish(skipped, "a", TODAY)
    assert done.done == {"a": TODAY}
    assert done.skipped == ()
    assert believe.finish(done, "a", None).done == {}


def test_goals_keep_the_persons_order():
    aims = believe.aim(believe.aim(profile(), "x", True), "y", True)
    assert aims.goal == ("x", "y")
    assert believe.aim(aims, "x", False).goal == ("y",)


def test_hours_may_be_typed_with_a_comma_and_emptied():
    assert believe.set_field(profile(), "hours_per_week", "7,5").hours_per_week == 7.5
    assert (
        believe.set_field(profile(hours_per_week=3), "hours_per_week", " ").hours_per_week is None
    )


@pytest.mark.parametrize("typed", ["0", "200", "many", "-3", "nan"])
def test_impossible_hours_are_one_sentence(typed):
    with pytest.raises(UsageError, match="give hours between 1 and 168"):
        believe.set_field(profile(), "hours_per_week", typed)


def test_a_deadline_before_the_start_is_refused():
    with pytest.raises(UsageError, match="after the start"):
        believe.set_field(profile(), "deadline", "2026-03-02")
    assert believe.set_field(profile(), "deadline", "2026-03-03").deadline == dt.date(2026, 3, 3)


def test_a_preference_is_set_and_taken_back():
    free = believe.prefer(profile(), "cost", "free", True)
    assert free.preferences.cost == ("free",)
    assert believe.prefer(free, "cost", "free", False).preferences.cost == ()
    with pytest.raises(UsageError):
        believe.prefer(profile(), "cost", "<b>", True)


def test_topics_and_goals_are_found_by_any_name(tiny_base):
    assert believe.find_topic(tiny_base, "PANDAS ") == "pandas"
    role = next(iter(tiny_base.roles.values()))
    assert believe.find_goal(tiny_base, role.title) == role.id
    with pytest.raises(UsageError, match="There is no topic “alchemy”"):
        believe.find_topic(tiny_base, "alchemy")


def test_a_slow_topic_moves_the_pace_half_way(tiny_base):
    usual = tiny_base.topics["pandas"].hours.midpoint
    after = believe.took(tiny_base, Progress(), "pandas", str(usual * 3), TODAY)
    assert after.pace == 2.0  # half way between 1 and 3
    assert after.done == {"pandas": TODAY}


@pytest.mark.parametrize("typed", ["", "long", "0", "-2", "nan", "1e9"])
def test_impossible_hours_spent_change_nothing(tiny_base, typed):
    with pytest.raises(UsageError, match="not a number of hours"):
        believe.took(tiny_base, Progress(), "pandas", typed, TODAY)
