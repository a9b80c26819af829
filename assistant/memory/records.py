"""Turn what is remembered into rows and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import RowMapping

from assistant.answer import Answer, Plan, ResourceView
from assistant.conversation import Turn
from assistant.memory.identifiers import CurrentIds
from assistant.memory.learner import current_learner, renamed_profile, renamed_progress
from assistant.profile import Frozen
from assistant.understanding.result import Understanding
from knowledge import UsageError

Thumbs = Literal["up", "down"]
TITLE_LENGTH = 60
LONGEST_ID = 200
_SHOWN = set(ResourceView.model_fields)


@dataclass(frozen=True)
class Thread:
    """A conversation as a list shows it; times are UTC."""

    id: str
    title: str
    created: dt.datetime
    updated: dt.datetime


@dataclass(frozen=True)
class StoredTurn:
    """A question and its answer as they were shown; `position` counts from 1 within the thread."""

    position: int
    asked: dt.datetime
    turn: Turn
    thumbs: Thumbs | None
    reason: str | None


@cache
def _understandings() -> TypeAdapter[Understanding]:
    return TypeAdapter(Understanding)


def turn_row(turn: Turn) -> dict[str, Any]:
    """Return the columns of a turn, without computed fields, which come back by themselves."""
    understanding = _understandings().dump_python(
        turn.understanding, mode="json", by_alias=True, exclude_computed_fields=True
    )
    answer = turn.answer.model_dump(mode="json", by_alias=True, exclude_computed_fields=True)
    row: dict[str, Any] = storable(
        {"question": turn.question, "understanding": understanding, "answer": answer}
    )
    return row


def read_turn(row: RowMapping | Mapping[str, Any], ids: CurrentIds) -> Turn:
    """Return a stored turn with the ids of today; raise ValidationError if it is none."""
    turn = Turn(
        str(row["question"]),
        _understandings().validate_python(row["understanding"]),
        Answer.model_validate(row["answer"]),
    )
    return _current_turn(turn, ids)


def read_stored_turn(row: RowMapping, ids: CurrentIds) -> StoredTurn:
    """Return a row of the table of turns."""
    asked = row["asked"].replace(tzinfo=dt.UTC)
    return StoredTurn(row["position"], asked, read_turn(row, ids), row["thumbs"], row["reason"])


def read_thread(row: RowMapping) -> Thread:
    """Return a row of the table of threads."""
    created, updated = (row[name].replace(tzinfo=dt.UTC) for name in ("created", "updated"))
    return Thread(row["id"], row["title"], created, updated)


def thread_title(question: str) -> str:
    """Return the title of a thread that begins with this question: its first words."""
    line = " ".join(storable(question).split())
    if len(line) <= TITLE_LENGTH:
        return line or "New conversation"
    return f"{line[:TITLE_LENGTH].rsplit(' ', 1)[0]}…"


def storable(value: Any) -> Any:
    """Return a JSON value without the characters that a database cannot hold.

    These are NUL and halves of surrogate pairs, which a broken client may send.
    """
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {storable(key): storable(entry) for key, entry in value.items()}
        case list() | tuple():
            return [storable(entry) for entry in value]
    return value


def record_json(record: Frozen) -> Any:
    """Return a profile or progress as JSON values, without computed fields."""
    dumped = record.model_dump(mode="json", by_alias=True, exclude_computed_fields=True)
    return storable(dumped)


def checked_id(identifier: str, what: str) -> str:
    """Return the id of a person or conversation; raise UsageError where none can be stored."""
    if not 0 < len(identifier) <= LONGEST_ID or identifier != storable(identifier):
        raise UsageError(f"The id of a {what} has 1 to {LONGEST_ID} characters.")
    return identifier


def utc_now() -> dt.datetime:
    """Return the time as the tables hold it: UTC, without a zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def _current_turn(turn: Turn, ids: CurrentIds) -> Turn:
    """Return the turn without what the knowledge base no longer has: follow-ups look it up."""
    base, understood, answer = ids.base, turn.understanding, turn.answer
    learner = current_learner(
        renamed_profile(understood.profile, ids),
        renamed_progress(understood.progress, ids),
        ids,
        understood.profile.start,
    )
    understanding = replace(
        understood,
        profile=learner.profile,
        progress=learner.progress,
        topics=ids.held(understood.topics),
        subtopics=tuple(pair for pair in understood.subtopics if pair[0] in base.topics),
        roles=ids.held(understood.roles),
        guides=tuple(name for name in understood.guides if name in base.guides),
        resources=tuple(name for name in understood.resources if name in base.resources),
        ambiguous=ids.held(understood.ambiguous),
    )
    current = answer.model_copy(
        update={
            "topics": ids.held(answer.topics),
            "recommended": ids.held(answer.recommended),
            # A file that was imported may say anything; the knowledge base may have changed.
            "answer": ids.links.clean(answer.answer)[0],
            "resources": tuple(
                ResourceView(**base.resources[entry.id].model_dump(include=_SHOWN))
                for entry in answer.resources
                if entry.id in base.resources
            ),
            "plan": answer.plan and _current_plan(answer.plan, ids),
        }
    )
    return Turn(turn.question, understanding, current)


def _current_plan(plan: Plan, ids: CurrentIds) -> Plan:
    resources = ids.base.resources
    steps = tuple(
        step.model_copy(
            update={
                "topic_id": ids.now(step.topic_id),
                "prerequisites": ids.held(step.prerequisites),
                "resources": tuple(name for name in step.resources if name in resources),
            }
        )
        for step in plan.steps
        if ids.has(step.topic_id)
    )
    left_out = tuple(
        entry.model_copy(update={"topic_id": ids.now(entry.topic_id)})
        for entry in plan.left_out
        if ids.has(entry.topic_id)
    )
    return plan.model_copy(
        update={
            "goal": ids.held(plan.goal),
            "known": ids.held(plan.known),
            "assumed_known": ids.held(plan.assumed_known),
            "steps": steps,
            "left_out": left_out,
        }
    )
