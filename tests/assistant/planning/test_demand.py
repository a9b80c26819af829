import datetime as dt

from assistant.planning.demand import Demand
from assistant.profile import Pause, Progress
from tests.assistant.planning.conftest import START, person


def days(count: int) -> dt.date:
    return START + dt.timedelta(days=count)


def demand(base, progress=None, today=None, **profile):
    profile = {"goal": ("builder",), **profile}
    return Demand(base, person(**profile), progress or Progress(), today)


def test_what_remains_is_the_closure_without_what_is_known(ladder):
    work = demand(ladder, known=("a",))
    assert set(work.value.required) == {"b", "c"}
    assert work.required_hours == 50


def test_the_minimum_is_rounded_up_to_a_tenth_of_an_hour(ladder):
    # 60 hours in 7 weeks are 8.571...
    assert demand(ladder, deadline=days(49)).minimum_hours_per_week() == 8.6


def test_pauses_raise_the_minimum(ladder):
    pauses = (Pause(from_=days(0), to=days(6)),)
    assert demand(ladder, deadline=days(49), pauses=pauses).minimum_hours_per_week() == 10


def test_without_a_day_of_study_there_is_no_minimum_and_nothing_is_feasible(ladder):
    work = demand(ladder, deadline=days(5), pauses=(Pause(from_=days(0), to=days(9)),))
    assert work.minimum_hours_per_week() is None
    assert not work.is_feasible(work.value.required)


def test_more_than_twelve_hours_on_every_day_is_called_impossible(ladder):
    assert demand(ladder, deadline=days(5)).is_feasible(
        {"a", "b", "c"}
    )  # 60 h in 5 days: 84 a week
    assert not demand(ladder, deadline=days(4)).is_feasible({"a", "b", "c"})


def test_the_earliest_finish_is_that_of_all_that_is_required(ladder):
    # 60 hours at 2 a day: 30 days
    assert demand(ladder, hours_per_week=14, deadline=days(9)).earliest_finish() == days(29)


def test_who_knows_everything_is_done_at_the_start(ladder):
    assert demand(ladder, known=("c",), hours_per_week=1).earliest_finish() == START


def test_planning_begins_with_the_last_thing_done_or_today(ladder):
    progress = Progress(done={"a": days(12)})
    assert demand(ladder, progress).start == days(12)
    assert demand(ladder, progress, today=days(15)).start == days(15)
    assert demand(ladder, today=days(-15)).start == START


def test_left_out_names_what_blocks_and_what_was_skipped(ladder):
    work = demand(ladder, Progress(skipped=("a",)))
    assert [(entry.topic_id, entry.hours, entry.reason) for entry in work.left_out(())] == [
        ("b", 20, "It does not fit into the time; what is in the plan is worth more for the goal."),
        ("c", 30, "It needs B, which does not fit either."),
        ("a", 10, "You chose to skip it."),
    ]


def test_the_order_of_what_remains_does_not_change_on_the_way(base):
    profile = {"goal": ("data-scientist",), "known": ("python-basics",)}
    whole = demand(base, **profile)
    order = whole.sequence(set(whole.value.required))
    for count in range(1, len(order), 3):
        done = {topic: days(number) for number, topic in enumerate(order[:count])}
        later = demand(base, Progress(done=done, pace=1.7), **profile)
        assert later.sequence(set(later.value.required)) == order[count:]
