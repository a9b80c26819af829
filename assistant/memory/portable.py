"""Define the JSON in which a person takes everything along."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy import RowMapping

from assistant.memory.identifiers import CurrentIds
from assistant.memory.records import Thumbs, read_turn, storable
from assistant.profile import Profile, Progress
from knowledge import UsageError


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TurnExport(_Part):
    """One turn of a thread."""

    asked: dt.datetime
    question: str
    understanding: dict[str, Any]
    answer: dict[str, Any]
    thumbs: Thumbs | None = None
    reason: str | None = None

    @classmethod
    def from_row(cls, row: RowMapping) -> TurnExport:
        """Return a row of the table of turns."""
        return cls(**{name: row[name] for name in cls.model_fields})

    def row(self) -> dict[str, Any]:
        """Return the columns of the turn, apart from its key."""
        values: dict[str, Any] = storable(self.model_dump(exclude={"asked"}))
        return {**values, "asked": _without_zone(self.asked)}


class ThreadExport(_Part):
    """One thread with its turns, oldest first."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    title: str
    created: dt.datetime
    updated: dt.datetime
    turns: list[TurnExport] = []

    @classmethod
    def from_row(cls, row: RowMapping) -> ThreadExport:
        """Return a row of the table of threads, still without turns."""
        return cls(**{name: row[name] for name in ("id", "title", "created", "updated")})

    def row(self) -> dict[str, Any]:
        """Return the columns of the thread, apart from its person."""
        return {
            "id": storable(self.id),
            "title": storable(self.title),
            "created": _without_zone(self.created),
            "updated": _without_zone(self.updated),
        }


class Export(_Part):
    """Everything that is stored of one person; times are UTC."""

    format: Literal["roadmap-person-1"] = "roadmap-person-1"
    profile: Profile | None = None
    progress: Progress | None = None
    threads: list[ThreadExport] = []


def parse_export(data: object, ids: CurrentIds) -> Export:
    """Return the export that `data` is; raise UsageError where any part is unreadable."""
    try:
        export = Export.model_validate(data)
        for thread in export.threads:
            for turn in thread.turns:
                read_turn(turn.model_dump(), ids)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise UsageError(
            f"This is not an export of a person: {where}: {first['msg']}. "
            "Nothing was changed; choose a file that this program exported."
        ) from error
    if len({thread.id for thread in export.threads}) < len(export.threads):
        raise UsageError("The export holds two conversations with the same id.")
    return export


def _without_zone(time: dt.datetime) -> dt.datetime:
    return time.astimezone(dt.UTC).replace(tzinfo=None) if time.tzinfo else time
