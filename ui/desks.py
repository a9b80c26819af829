"""Give each person the desk they work at: the common one, or one with their own roadmap on it."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from assistant import Settings
from assistant.own import begin_with_ours, import_own, serving
from ui.warm import Desk, Warming


class Desks:
    """The desks of one server; a person's own roadmap stays theirs and survives a restart."""

    def __init__(self, settings: Settings, open_desk: Callable[..., Desk]) -> None:
        self._settings = settings
        self._open = open_desk
        self._common = Warming(settings, open_desk).start()
        self._own: dict[str, Desk] = {}
        self._lock = threading.Lock()

    def words(self) -> Iterator[str]:
        """Yield a sentence now and then until the common desk is open or has failed."""
        return self._common.words()

    def of(self, person: str) -> Desk:
        """Return the person's desk, waiting for it; raises RoadmapError where it cannot open."""
        if not self._folder(person).is_dir():
            return self._common.desk()
        with self._lock:
            if person not in self._own:
                settings = serving(self._settings, self._folder(person))
                self._own[person] = self._open(settings, ignore)
            return self._own[person]

    def has_own(self, person: str) -> bool:
        """Tell whether the person has brought a roadmap of their own."""
        return self._folder(person).is_dir()

    def bring(self, person: str, document: Path) -> Iterator[str]:
        """Import a Markdown roadmap for one person, yielding words on how far it is.

        The last words are the report. Raises UsageError, and changes nothing, where the document
        cannot be taken in.
        """
        yield "Reading the document …"
        self._common.desk()
        folder = self._folder(person)
        fresh = folder.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        report, _ = import_own(self._settings, document, fresh)
        self.leave(person)
        fresh.rename(folder)
        own = serving(self._settings, folder)
        begin_with_ours(self._settings, own)
        opening = Warming(own, self._open).start()
        yield from opening.words()
        with self._lock:
            self._own[person] = opening.desk()
        # Where on the server's disk it was written is of no use in a browser.
        yield str(report).partition("\nWritten to")[0]

    def leave(self, person: str) -> None:
        """Put the person's own roadmap away; what they said and did is kept."""
        with self._lock:
            desk = self._own.pop(person, None)
            if desk is not None:
                desk.close()
            shutil.rmtree(self._folder(person), ignore_errors=True)

    def _folder(self, person: str) -> Path:
        # A name may hold anything; its hash is a safe folder.
        name = hashlib.sha256(person.encode()).hexdigest()[:16]
        return self._settings.home / "own" / name


def ignore(_: Any) -> None:
    """Hear of progress and tell nobody."""
