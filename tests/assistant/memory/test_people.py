"""Check that a person's row is changed only where somebody changed it."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.memory.database import open_database
from assistant.memory.identifiers import CurrentIds
from assistant.memory.people import People
from assistant.profile import Profile, Progress
from knowledge import UsageError

TODAY = dt.date(2026, 11, 22)
NOBODY = (Profile(start=TODAY), Progress())


@pytest.fixture
def database(any_settings):
    opened = open_database(any_settings)
    yield opened
    opened.close()


@pytest.fixture
def people(tiny_base):
    return People(CurrentIds(tiny_base), lambda: TODAY)


def test_somebody_new_is_believed_to_know_nothing(database, people):
    with database.reading() as connection:
        assert people.learner(connection, "ada").profile == Profile(start=TODAY)


def test_two_changes_of_different_fields_both_count(database, people):
    with database.writing() as connection:
        people.update(
            connection, "ada", NOBODY, (Profile(start=TODAY, known=("pandas",)), Progress())
        )
    with database.writing() as connection:
        people.update(
            connection, "ada", NOBODY, (Profile(start=TODAY, hours_per_week=5), Progress())
        )
    with database.reading() as connection:
        profile = people.learner(connection, "ada").profile
    assert (profile.known, profile.hours_per_week) == (("pandas",), 5)


def test_a_person_without_a_name_is_refused(database, people):
    with pytest.raises(UsageError, match="The id of a person"), database.writing() as connection:
        people.update(connection, "", NOBODY, NOBODY)
