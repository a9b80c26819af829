"""What is stated on the command line becomes a profile."""

import datetime as dt
from pathlib import Path

import pytest

from assistant import UsageError
from ui.stated import export_format, stated_profile, with_time


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
        ({"hours": 1e-300}, "--hours 1e-300 is not a number of hours a week"),
        ({"hours": float("nan")}, "--hours nan is not a number of hours a week"),
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


def test_the_last_day_there_is_ends_every_deadline(profile):
    timed = with_time(profile, hours=5, weeks=3, by=None, start="9999-12-30")
    assert timed.deadline == dt.date.max


@pytest.mark.parametrize(
    ("format_", "output", "json_output", "chosen"),
    [
        (None, None, False, None),
        (None, None, True, None),
        ("ics", None, False, "ics"),
        (None, "plan.PDF", False, "pdf"),
        ("md", "plan.txt", False, "md"),
        ("json", None, True, "json"),
    ],
)
def test_a_format_is_stated_or_read_from_the_name_of_the_file(format_, output, json_output, chosen):
    path = Path(output) if output else None
    assert export_format(format_, path, json_output=json_output) == chosen


def test_a_file_whose_name_says_no_format_is_refused():
    with pytest.raises(UsageError, match=r"which --format plan\.txt is to have: md, json, csv"):
        export_format(None, Path("plan.txt"), json_output=False)


def test_nothing_but_json_goes_beside_json():
    with pytest.raises(UsageError, match="Give --json or --format md, not both"):
        export_format("md", None, json_output=True)
