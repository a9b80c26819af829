import datetime as dt

import pytest

from assistant.profile import Pause
from assistant.understanding.dates import Dates, read_dates

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("in 10 weeks", (2027, 1, 31)),
        ("I have 3 months", (2027, 2, 22)),
        ("full time for half a year", (2027, 5, 22)),
        ("within a year", (2027, 11, 22)),
        ("before my exam in 40 days", (2027, 1, 1)),
        ("12 weeks, 5 hours a week", (2027, 2, 14)),
        ("by March", (2027, 3, 1)),
        ("by end of March", (2027, 3, 31)),
        ("before September", (2027, 8, 31)),
        ("exam on 14 May", (2027, 5, 14)),
        ("my job starts on 1 April", (2027, 4, 1)),
        ("until the end of the year", (2026, 12, 31)),
        ("deadline: 2027-04-30", (2027, 4, 30)),
        ("bis Ende März", (2027, 3, 31)),
        ("hasta el 15 de junio", (2027, 6, 15)),
        ("dans 3 mois", (2027, 2, 22)),
    ],
)
def test_deadlines(text, deadline):
    assert read_dates(text, TODAY) == Dates(deadline=dt.date(*deadline))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("starting in February", (2027, 2, 1)),
        ("I start next Monday", (2026, 11, 23)),
        ("I start in two weeks", (2026, 12, 6)),
    ],
)
def test_starts(text, start):
    assert read_dates(text, TODAY) == Dates(start=dt.date(*start))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("no time in December", (2026, 12, 1), (2026, 12, 31)),
        ("holiday from 20 December to 3 January", (2026, 12, 20), (2027, 1, 3)),
        ("I can't study between 10 and 20 January", (2027, 1, 10), (2027, 1, 20)),
        ("busy the last two weeks of December", (2026, 12, 18), (2026, 12, 31)),
    ],
)
def test_pauses(text, first, last):
    pause = Pause(from_=dt.date(*first), to=dt.date(*last))
    assert read_dates(text, TODAY) == Dates(pauses=(pause,))


@pytest.mark.parametrize(
    "text",
    [
        "I've been a developer for 8 years",
        "finished it 2 months ago",
        "a 10 week course in Python",
        "5 hours a week",
        "give me a week by week schedule",
        "may I skip calculus?",
        "the past 3 months",
    ],
)
def test_the_past_lengths_and_rates_are_no_deadlines(text):
    assert read_dates(text, TODAY) == Dates()


def test_a_start_moves_the_end_of_a_duration():
    dates = read_dates("starting in February, I have 2 months", TODAY)
    assert dates == Dates(start=dt.date(2027, 2, 1), deadline=dt.date(2027, 4, 1))


def test_absurd_durations_are_cut_and_never_fail():
    assert read_dates("in 99999999 years", TODAY).deadline is not None
