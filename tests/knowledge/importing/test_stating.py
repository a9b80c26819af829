"""Take statements about a topic from cells and lines."""

from knowledge.importing.findings import FoundTopic
from knowledge.importing.stating import (
    certification_names,
    dependency_names,
    state,
    state_title,
)


def topic():
    return FoundTopic("SQL", 3, "a.md")


def test_columns_in_any_language_state_the_same():
    for name, value in (
        ("Difficulty", "hard"),
        ("难度", "困难"),
        ("Dificultad", "difícil"),
        ("कठिनाई", "कठिन"),
    ):
        one = topic()
        assert state(one, name, value)
        assert one.difficulty == 4


def test_a_name_that_states_nothing_is_refused():
    assert not state(topic(), "Colour", "red")
    assert not state(topic(), "Resources", "a book")


def test_the_first_statement_counts():
    one = topic()
    state(one, "Hours", "10")
    state(one, "Hours", "20")
    assert one.effort.low == 10


def test_a_title_states_its_stars_and_its_time():
    one = topic()
    state_title(one, "SQL ⭐⭐ - 2 weeks")
    assert (one.difficulty, one.effort.low) == (2, 20)
    other = topic()
    state_title(other, "7 days of SQL")
    assert (other.difficulty, other.effort) == (None, None)


def test_prerequisites_are_split_and_none_is_none():
    assert dependency_names("Stats + ML") == ["Stats", "ML"]
    assert dependency_names("Git, Docker & FastAPI") == ["Git", "Docker", "FastAPI"]
    assert dependency_names("数学、编程") == ["数学", "编程"]
    for nothing in ("None", "-", "无", "Nenhum", "कोई नहीं"):
        assert dependency_names(nothing) == []


def test_certificates_are_split_at_commas_outside_of_brackets():
    assert certification_names("A (x, y), B") == ["A (x, y)", "B"]
