"""What is stated on the command line becomes a profile."""

import datetime as dt

import pytest

from assistant import UsageError
from ui.stated import stated_profile, with_time


@pytest.fixture
def profile(assistant):
    return stated_profile(assistant, "python, pandas", "data analyst")


def test_names_become_ids_and_what_they_rest_on_is_assumed(assistant):
    profile = stated_profile(assistant, "sklearn, Java, ", "NLP engineer, sql")
    assert profile.known == ("scikit-learn",)
    assert profile.other_skills == ("Java",)
    assert profile.goal == ("nlp-engineer", "sql")
    assert {"ml-fundamentals", "pandas"} <= set(profile.assumed_known)


def test_weeks_count_from_the_start(profile):
    timed = with_time(profile, hours=5, weeks=10, by=None, start="2027-01-04")
    assert timed.start == dt.date(2027, 1, 4)
    assert timed.deadline == dt.date(2027, 3, 15)
    assert timed.weeks == 10


def test_a_deadline_may_be_a_date(profile):
    timed = with_time(profile, hours=None, weeks=None, by="2027-03-01", start=None)
    assert timed.deadline == dt.date(2027, 3, 1)
    assert timed.hours_per_week is None


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        ({"hours": -1}, "--hours -1 is not a number of hours a week"),
        ({"weeks": 0}, "--weeks 0 is not a number of weeks"),
        ({"weeks": 2, "by": "2027-01-01"}, "Give --weeks or --by, not both."),
        ({"by": "1st of May"}, "--by 1st of May is not a date; write it as YYYY-MM-DD."),
        ({"by": "2026-11-22"}, "is not after the start"),
    ],
)
def test_time_that_makes_no_sense_is_refused(profile, time, sentence):
    options = {"hours": None, "weeks": None, "by": None, "start": None} | time
    with pytest.raises(UsageError, match=sentence):
        with_time(profile, **options)
