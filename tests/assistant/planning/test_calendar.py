import datetime as dt

import pytest

from assistant.planning.calendar import StudyCalendar
from assistant.profile import Pause

START = dt.date(2026, 11, 23)


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def pause(first: int, last: int) -> Pause:
    return Pause(from_=day(first), to=day(last))


def test_seven_hours_a_week_are_one_hour_a_day():
    calendar = StudyCalendar(START, 7.0)
    assert calendar.lay_out([2, 1.5, 0.5, 1]) == [
        (day(0), day(1)),
        (day(2), day(3)),
        (day(3), day(3)),
        (day(4), day(4)),
    ]


def test_the_deadline_is_no_day_of_study():
    assert StudyCalendar(START, 7.0).capacity(day(14)) == 14


def test_nothing_fits_before_the_start():
    assert StudyCalendar(START, 7.0).capacity(day(-3)) == 0


def test_a_pause_takes_its_days_from_the_capacity_and_moves_what_follows():
    calendar = StudyCalendar(START, 7.0, [pause(1, 3)])
    assert calendar.capacity(day(10)) == 7
    assert calendar.lay_out([1, 1]) == [(day(0), day(0)), (day(4), day(4))]


def test_overlapping_and_touching_pauses_count_each_day_once():
    calendar = StudyCalendar(START, 7.0, [pause(5, 15), pause(1, 10), pause(16, 16)])
    assert calendar.capacity(day(20)) == 20 - 16
    assert calendar.lay_out([2]) == [(day(0), day(17))]


def test_a_pause_that_began_before_the_start_counts_from_the_start():
    calendar = StudyCalendar(START, 7.0, [pause(-20, 1), pause(-40, -30)])
    assert calendar.capacity(day(7)) == 5
    assert calendar.lay_out([1]) == [(day(2), day(2))]


def test_a_pause_past_the_deadline_counts_only_up_to_it():
    assert StudyCalendar(START, 7.0, [pause(5, 500)]).capacity(day(10)) == 5


def test_minutes_a_year_end_on_the_last_date_there_is():
    assert StudyCalendar(START, 0.0001).lay_out([500]) == [(START, dt.date.max)]


@pytest.mark.parametrize("hours", [0.5, 3, 5, 11.1, 40])
def test_what_fills_the_capacity_ends_on_the_day_before_the_deadline(hours):
    calendar = StudyCalendar(START, hours, [pause(3, 9)])
    capacity = calendar.capacity(day(31))
    assert calendar.lay_out([capacity])[0][1] == day(30)
