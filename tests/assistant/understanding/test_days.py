import datetime as dt

import pytest

from assistant.understanding.days import Span, add_months, find_span

TODAY = dt.date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("march", (2027, 3, 1), (2027, 3, 31)),
        ("november", (2026, 11, 1), (2026, 11, 30)),
        ("end of march", (2027, 3, 31), (2027, 3, 31)),
        ("mid february", (2027, 2, 15), (2027, 2, 15)),
        ("14 may", (2027, 5, 14), (2027, 5, 14)),
        ("may 14th", (2027, 5, 14), (2027, 5, 14)),
        ("2027-04-30", (2027, 4, 30), (2027, 4, 30)),
        ("the end of the year", (2026, 12, 31), (2026, 12, 31)),
        ("next year", (2027, 1, 1), (2027, 12, 31)),
        ("next month", (2026, 12, 1), (2026, 12, 31)),
        ("summer", (2027, 6, 1), (2027, 8, 31)),
        ("q2", (2027, 4, 1), (2027, 6, 30)),
        ("friday", (2026, 11, 27), (2026, 11, 27)),
        ("sunday", (2026, 11, 29), (2026, 11, 29)),
        ("christmas", (2026, 12, 25), (2026, 12, 25)),
        ("christmas 2027", (2027, 12, 25), (2027, 12, 25)),
        ("easter", (2027, 3, 28), (2027, 3, 28)),
        ("tomorrow", (2026, 11, 23), (2026, 11, 23)),
        ("ende märz", (2027, 3, 31), (2027, 3, 31)),
        ("15 de junio", (2027, 6, 15), (2027, 6, 15)),
    ],
)
def test_words_for_a_day_become_dates(text, first, last):
    assert find_span(text, TODAY) == Span(dt.date(*first), dt.date(*last))


def test_a_word_that_is_no_date_gives_none():
    assert find_span("kubernetes", TODAY) is None


def test_months_end_on_their_last_day():
    assert add_months(dt.date(2027, 1, 31), 1) == dt.date(2027, 2, 28)
    assert add_months(dt.date(2026, 11, 22), 14) == dt.date(2028, 1, 22)
