"""Read and write what is remembered of each person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, or_, select, update

from assistant.conversation import KEPT_TURNS, Conversation, Turn
from assistant.memory.database import insert_new, open_database
from assistant.memory.identifiers import CurrentIds
from assistant.memory.learner import Learner
from assistant.memory.people import People
from assistant.memory.portable import Export, ThreadExport, TurnExport, parse_export
from assistant.memory.records import (
    StoredTurn,
    Thread,
    Thumbs,
    checked_id,
    read_stored_turn,
    read_thread,
    read_turn,
    record_json,
    storable,
    thread_title,
    turn_row,
    utc_now,
)
from assistant.memory.schema import persons, threads, turns
from assistant.memory.taking_back import take_back
from assistant.profile import Profile, Progress
from assistant.settings import Settings
from knowledge import KnowledgeBase, UsageError

LOCAL_PERSON = "local"
"""The one person of a program that knows no log-in."""


class Memory:
    """All that is remembered; every call says whose it is, and reaches nobody else's.

    Safe to share between threads and processes. Every method raises MemoryUnavailableError where
    the database fails, and each that writes has written everything or nothing.
    """

    def __init__(self, settings: Settings, base: KnowledgeBase) -> None:
        self._database = open_database(settings)
        self._ids = CurrentIds(base)
        self._people = People(self._ids, lambda: settings.date)

    @classmethod
    def open(cls, settings: Settings, base: KnowledgeBase) -> Memory:
        """Open the configured database, creating or migrating it first.

        Stored topic ids are read as those of `base`.
        """
        return cls(settings, base)

    def close(self) -> None:
        """Close every connection; a later call would open new ones."""
        self._database.close()

    # Threads

    def threads(self, person: str, search: str = "") -> list[Thread]:
        """Return a person's threads, latest first; `search` looks in titles, questions, answers."""
        mine = select(threads).where(threads.c.person == person)
        if search.strip():
            mine = mine.where(_mentions(search.strip()))
        with self._database.reading() as connection:
            rows = connection.execute(mine.order_by(threads.c.updated.desc(), threads.c.id))
            return [read_thread(row) for row in rows.mappings()]

    def rename_thread(self, person: str, thread: str, title: str) -> None:
        """Give a thread another title; raise UsageError where the person has no such thread."""
        title = " ".join(storable(title).split())
        if not title:
            raise UsageError("A conversation needs a title of at least one character.")
        with self._database.writing() as connection:
            found = connection.execute(
                update(threads).where(*_thread(person, thread)).values(title=title)
            )
            _require(found.rowcount, f"There is no conversation “{thread}”.")

    def delete_thread(self, person: str, thread: str) -> None:
        """Delete a thread with all its turns; one that is not there is no error."""
        with self._database.writing() as connection:
            connection.execute(delete(threads).where(*_thread(person, thread)))
        self._database.clear_log()

    # Turns

    def conversation(self, person: str, thread: str) -> Conversation:
        """Return the person's profile and progress and the last turns of a thread, oldest first."""
        newest = (
            select(turns.c.question, turns.c.understanding, turns.c.answer)
            .where(*_turns(person, thread))
            .order_by(turns.c.position.desc())
            .limit(KEPT_TURNS)
        )
        with self._database.reading() as connection:
            learner = self._people.learner(connection, person)
            rows = connection.execute(newest).mappings().all()
        kept = tuple(read_turn(row, self._ids) for row in reversed(rows))
        return Conversation(learner.profile, learner.progress, kept)

    def record(self, person: str, thread: str, turn: Turn, before: Conversation) -> int:
        """Store an answered turn and what it changed in the person; return its position.

        `before` is the conversation that the turn was answered in. When this returns, the turn is
        on the disk.
        """
        thread, now = checked_id(thread, "conversation"), utc_now()
        with self._database.writing() as connection:
            self._people.update(
                connection,
                person,
                (before.profile, before.progress),
                (turn.understanding.profile, turn.understanding.progress),
            )
            title = thread_title(turn.question)
            insert_new(connection, threads, person=person, id=thread, title=title, **_born(now))
            last = connection.scalar(
                select(func.max(turns.c.position)).where(*_turns(person, thread))
            )
            position = (last or 0) + 1
            connection.execute(
                insert(turns).values(
                    person=person, thread=thread, position=position, asked=now, **turn_row(turn)
                )
            )
            connection.execute(update(threads).where(*_thread(person, thread)).values(updated=now))
        return position

    def turns(self, person: str, thread: str) -> list[StoredTurn]:
        """Return all turns of a thread, oldest first; none where the person has no such thread."""
        query = select(turns).where(*_turns(person, thread)).order_by(turns.c.position)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return [read_stored_turn(row, self._ids) for row in rows]

    def take_back(self, person: str, thread: str, position: int) -> None:
        """Delete a turn and all after it, and undo what they changed in the person."""
        with self._database.writing() as connection:
            take_back(connection, self._people, person, thread, position)
        self._database.clear_log()

    def rate(
        self, person: str, thread: str, position: int, thumbs: Thumbs | None, reason: str = ""
    ) -> None:
        """Keep a person's verdict on an answer; None takes it back."""
        with self._database.writing() as connection:
            found = connection.execute(
                update(turns)
                .where(*_turns(person, thread), turns.c.position == position)
                .values(
                    thumbs=thumbs, reason=(storable(reason).strip() or None) if thumbs else None
                )
            )
            _require(found.rowcount, f"There is no answer {position} in “{thread}”.")

    # Persons

    def learner(self, person: str) -> Learner:
        """Return what is believed of a person; somebody new has an empty profile."""
        with self._database.reading() as connection:
            return self._people.learner(connection, person)

    def save_learner(self, person: str, profile: Profile, progress: Progress) -> None:
        """Replace profile and progress; ids that the knowledge base no longer has are kept."""
        with self._database.writing() as connection:
            before = self._people.learner(connection, person)
            self._people.update(
                connection, person, (before.profile, before.progress), (profile, progress)
            )

    def export_person(self, person: str) -> dict[str, Any]:
        """Return everything that is stored of a person as JSON values."""
        with self._database.reading() as connection:
            stored = connection.execute(select(persons).where(persons.c.id == person)).mappings()
            mine = connection.execute(
                select(threads).where(threads.c.person == person).order_by(threads.c.created)
            )
            said = connection.execute(
                select(turns).where(turns.c.person == person).order_by(turns.c.position)
            )
            row: Mapping[Any, Any] = stored.one_or_none() or {}
            listed, spoken = mine.mappings().all(), said.mappings().all()
        by_thread = {entry["id"]: ThreadExport.from_row(entry) for entry in listed}
        for entry in spoken:
            by_thread[entry["thread"]].turns.append(TurnExport.from_row(entry))
        export = Export(
            profile=row.get("profile"),
            progress=row.get("progress"),
            threads=list(by_thread.values()),
        )
        return export.model_dump(mode="json", by_alias=True, exclude_computed_fields=True)

    def import_person(self, person: str, data: object) -> None:
        """Add an export to a person: profile, progress and threads of equal id are replaced.

        Raises UsageError, and changes nothing, where `data` is not an export.
        """
        export = parse_export(data, self._ids)
        with self._database.writing() as connection:
            insert_new(connection, persons, id=person, created=utc_now())
            values = {
                name: record_json(record)
                for name, record in (("profile", export.profile), ("progress", export.progress))
                if record is not None
            }
            if values:
                connection.execute(update(persons).where(persons.c.id == person).values(values))
            for thread in export.threads:
                connection.execute(delete(threads).where(*_thread(person, thread.id)))
                connection.execute(insert(threads).values(person=person, **thread.row()))
                for position, turn in enumerate(thread.turns, 1):
                    row = {"person": person, "thread": thread.id, "position": position}
                    connection.execute(insert(turns).values(**row, **turn.row()))

    def delete_person(self, person: str) -> None:
        """Delete everything that is stored of a person, so that the file no longer holds it."""
        with self._database.writing() as connection:
            connection.execute(delete(persons).where(persons.c.id == person))
        self._database.clear_log()


def _thread(person: str, thread: str) -> tuple[ColumnElement[bool], ...]:
    return threads.c.person == person, threads.c.id == thread


def _turns(person: str, thread: str) -> tuple[ColumnElement[bool], ...]:
    return turns.c.person == person, turns.c.thread == thread


def _mentions(words: str) -> ColumnElement[bool]:
    said = or_(
        turns.c.question.icontains(words, autoescape=True),
        turns.c.answer["answer"].as_string().icontains(words, autoescape=True),
    )
    in_turns = select(turns.c.position).where(
        turns.c.person == threads.c.person, turns.c.thread == threads.c.id, said
    )
    return or_(threads.c.title.icontains(words, autoescape=True), in_turns.exists())


def _born(now: dt.datetime) -> dict[str, dt.datetime]:
    return {"created": now, "updated": now}


def _require(count: int, message: str) -> None:
    if not count:
        raise UsageError(message)
