import pytest

from assistant.understanding.numbers import normalise, one_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ten hrs", "10 h"),
        ("zehn Stunden", "10 h"),
        ("dos horas", "2 h"),
        ("half an hour", "0.5 h"),
        ("1h30", "1.5 h"),
        ("an hour and a half", "1.5 h"),
        ("half a year", "6 month"),
        ("90min", "90 min"),
        ("两小时", "2 h"),
        ("2,5 hours", "2.5 h"),
        ("a couple of weeks", "2 week"),
        ("4 hours on Saturdays and 2 on Sundays", "4 h on saturdays and 2 h on sundays"),
    ],
)
def test_numbers_and_units_are_written_alike(typed, written):
    assert normalise(typed) == written


@pytest.mark.parametrize("text", ["one of my friends", "i use it to do this", "no one"])
def test_number_words_that_count_nothing_stay(text):
    assert normalise(text) == text


def test_the_longest_phrase_is_tried_first():
    assert one_of(["h", "hours"]) == "(?:hours|h)"
