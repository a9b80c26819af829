"""Read difficulty, level and hours in the ways people write them."""

import pytest

from knowledge.importing.amounts import read_difficulty, read_effort, read_level, without_effort


@pytest.mark.parametrize(
    ("text", "difficulty"),
    [
        ("⭐⭐⭐⭐", 4),
        ("★★☆☆☆", 2),
        ("🟡 so so", 3),
        ("4/5", 4),
        ("7 out of 10", 4),  # 3.5, rounded to the even number
        ("3", 3),
        ("Easy", 2),
        ("Very hard", 5),
        ("中等", 3),
        ("difícil", 4),
        ("fácil", 2),
        ("कठिन", 4),
        ("Beginner to advanced", 3),
        ("", None),
        ("42", None),
        ("It is hard to say how hard this is, so nothing is said", None),
    ],
)
def test_difficulty_is_read_from_stars_numbers_and_words(text, difficulty):
    assert read_difficulty(text) == difficulty


def test_a_level_is_read_only_where_it_is_one():
    assert read_level("Advanced") == "advanced"
    assert read_level("principiante") == "beginner"
    assert read_level("beginner or advanced") is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("~20h", 20, 20),
        ("10-12 hours", 10, 12),
        ("90 minutes", 1.5, 1.5),
        ("3 weeks", 30, 30),  # 10 hours a week
        ("2 días", 4, 4),  # 2 hours a day
        ("1 Month", 43.45, 43.45),  # 4.345 weeks of 10 hours
        ("2 周", 20, 20),
        ("10 घंटे", 10, 10),
    ],
)
def test_hours_are_counted_as_documented(text, low, high):
    effort = read_effort(text)
    assert (effort.low, effort.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["8 hours/week", "3D vision", "2000 hours", "soon", "第3天", "0 h"]
)
def test_what_states_no_hours_gives_none(text):
    assert read_effort(text) is None


def test_a_bare_number_needs_a_unit_from_its_column():
    assert read_effort("12") is None
    assert read_effort("12", "hours").low == 12
    assert read_effort("2-3", "weeks").high == 30


def test_a_time_is_cut_only_off_the_end_of_a_title():
    assert without_effort("Python Programming Language -1 Month") == "Python Programming Language"
    assert without_effort("SQL (2 weeks)") == "SQL"
    assert without_effort("7 days of statistics") == "7 days of statistics"
