"""Read and write what is believed of a person, inside a transaction that is open already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from assistant.memory.database import insert_new
from assistant.memory.identifiers import CurrentIds
from assistant.memory.learner import (
    Learner,
    current_learner,
    merged_profile,
    merged_progress,
    renamed_profile,
    renamed_progress,
)
from assistant.memory.records import checked_id, record_json, utc_now
from assistant.memory.schema import persons
from assistant.profile import Profile, Progress


@dataclass(frozen=True)
class People:
    """The rows of all persons, read with the topic ids and on the date of today."""

    ids: CurrentIds
    today: Callable[[], dt.date]

    def learner(self, connection: Connection, person: str) -> Learner:
        """Return what is believed of a person today."""
        profile, progress = self._stored(connection, person)
        return current_learner(profile, progress, self.ids, self.today())

    def update(
        self,
        connection: Connection,
        person: str,
        before: tuple[Profile, Progress],
        after: tuple[Profile, Progress],
    ) -> None:
        """Write what changed from `before` to `after`; what else is stored stays as it is."""
        insert_new(connection, persons, id=checked_id(person, "person"), created=utc_now())
        profile, progress = self._stored(connection, person)
        connection.execute(
            update(persons)
            .where(persons.c.id == person)
            .values(
                profile=record_json(merged_profile(profile, before[0], after[0])),
                progress=record_json(merged_progress(progress, before[1], after[1])),
            )
        )

    def _stored(self, connection: Connection, person: str) -> tuple[Profile, Progress]:
        """Return profile and progress with current ids, also of removed topics; locks the row."""
        query = select(persons.c.profile, persons.c.progress).where(persons.c.id == person)
        if connection.get_execution_options().get("writes"):
            query = query.with_for_update()
        row = connection.execute(query).one_or_none()
        profile = Profile.model_validate((row and row.profile) or {"start": self.today()})
        progress = Progress.model_validate((row and row.progress) or {})
        return renamed_profile(profile, self.ids), renamed_progress(progress, self.ids)
