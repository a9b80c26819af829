"""Check which failures of a database reach people, and how."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from assistant.memory import MemoryUnavailableError
from assistant.memory.errors import explained


def test_failure_becomes_one_sentence_with_place_reason_and_remedy():
    failure = OperationalError("insert", {}, Exception("disk full.\nmore"))
    with pytest.raises(MemoryUnavailableError) as told, explained("the file"):
        raise failure
    assert str(told.value) == (
        "The database at the file cannot be used (disk full); check that it exists, is writable "
        "and has room, or set ROADMAP_DATABASE_URL to another one."
    )


def test_broken_constraint_is_a_bug_and_not_hidden():
    with pytest.raises(IntegrityError), explained("the file"):
        raise IntegrityError("insert", {}, Exception("unique"))


class Refused(Exception):
    """What psycopg raises for a statement; the state is what PostgreSQL calls it by."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("permission denied for schema public")
        self.sqlstate = sqlstate


def test_a_role_without_permission_is_told():
    with (
        pytest.raises(MemoryUnavailableError, match="permission denied for schema public"),
        explained("the server"),
    ):
        raise ProgrammingError("create table", {}, Refused("42501"))


def test_wrong_sql_is_a_bug_and_not_hidden():
    with pytest.raises(ProgrammingError), explained("the server"):
        raise ProgrammingError("selekt", {}, Refused("42601"))
