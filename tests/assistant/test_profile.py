"""A profile says what is believed, and never more."""

import datetime as dt

import pytest
from pydantic import ValidationError

from assistant import Pause, Profile

START = dt.date(2026, 11, 22)


def test_weeks_are_days_by_seven_not_rounded():
    profile = Profile(start=START, deadline=dt.date(2026, 12, 2))
    assert profile.weeks == 10 / 7


def test_without_a_deadline_there_are_no_weeks_and_hours_are_not_guessed():
    assert Profile(start=START).weeks is None
    assert Profile(start=START).hours_per_week is None


def test_pauses_are_printed_as_from_and_to():
    pause = Pause.model_validate({"from": "2026-12-20", "to": "2027-01-03"})
    assert pause.model_dump(mode="json", by_alias=True) == {
        "from": "2026-12-20",
        "to": "2027-01-03",
    }


@pytest.mark.parametrize("hours", [0, -3, 169])
def test_hours_a_week_must_be_possible(hours):
    with pytest.raises(ValidationError):
        Profile(start=START, hours_per_week=hours)


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError):
        Profile(start=START, level="expert")
