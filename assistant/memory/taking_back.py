"""Take back what was said: the turns of a thread from one position on."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select

from assistant.conversation import Turn
from assistant.memory.people import People
from assistant.memory.records import read_turn
from assistant.memory.schema import turns
from assistant.profile import Frozen, Profile, Progress


def take_back(
    connection: Connection, people: People, person: str, thread: str, position: int
) -> None:
    """Delete a turn and all after it, and undo what they changed in the person.

    What the person looked like before is read from the turn they asked before it, in any thread; an
    edit made elsewhere stays unless the deleted turns changed the same field.
    """
    mine = (turns.c.person == person, turns.c.thread == thread, turns.c.position >= position)
    gone = connection.execute(select(turns).where(*mine).order_by(turns.c.position))
    taken_rows = gone.mappings().all()
    if not taken_rows:
        return
    earlier = connection.execute(
        select(turns)
        .where(turns.c.person == person, turns.c.asked < taken_rows[0]["asked"])
        .order_by(turns.c.asked.desc())
        .limit(1)
    )
    row = earlier.mappings().one_or_none()
    taken = [read_turn(entry, people.ids) for entry in taken_rows]
    before = read_turn(row, people.ids) if row else None
    last = taken[-1].understanding
    after = _restored(taken, before)
    people.update(connection, person, (last.profile, last.progress), after)
    connection.execute(delete(turns).where(*mine))


def _restored(taken: list[Turn], before: Turn | None) -> tuple[Profile, Progress]:
    """Return the person after the deleted turns, with every field they changed as it was before."""
    last = taken[-1].understanding
    changed = {name for turn in taken for name in turn.understanding.changed}
    profile = before.understanding.profile if before else Profile(start=last.profile.start)
    progress = before.understanding.progress if before else Progress()
    return _with(last.profile, profile, changed), _with(last.progress, progress, changed)


def _with(now: Any, then: Frozen, changed: set[str]) -> Any:
    fields = changed & type(then).model_fields.keys()
    return now.model_copy(update={name: getattr(then, name) for name in fields})
