"""Open the assistant in the background while the page is already being served."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant import Assistant, KnowledgeBase, RoadmapError, Settings
from assistant.memory import Memory
from assistant.session import Session
from ui.apart import build_apart

PATIENCE = 0.3
"""Seconds between two words about how far the warming is."""


@dataclass(frozen=True)
class Desk:
    """What every page works with: the assistant, its knowledge base and what is remembered."""

    assistant: Assistant
    memory: Memory

    @property
    def base(self) -> KnowledgeBase:
        """Return the knowledge base that the assistant answers from."""
        return self.assistant.base

    def session(self, person: str) -> Session:
        """Return the person's way to talk to the assistant."""
        return Session(self.assistant, self.memory, person)

    def close(self) -> None:
        """Let go of the index and the database; the desk cannot be worked at afterwards."""
        self.assistant.index.close()
        self.memory.close()


class Warming:
    """A desk that is being opened; ask for it with `desk()`, or watch with `words()`."""

    def __init__(self, settings: Settings, open_desk: Callable[..., Desk]) -> None:
        self._settings = settings
        self._open = open_desk
        self._done = threading.Event()
        self._desk: Desk | None = None
        self._error: BaseException | None = None
        self._stage = "Getting ready"

    def start(self) -> Warming:
        """Begin in a thread of its own and return at once."""
        threading.Thread(target=self._run, name="warming", daemon=True).start()
        return self

    @property
    def is_ready(self) -> bool:
        """Tell whether the desk is open."""
        return self._desk is not None

    def words(self) -> Iterator[str]:
        """Yield a sentence now and then until the desk is open or has failed."""
        while not self._done.wait(PATIENCE):
            yield f"{self._stage} …"

    def desk(self) -> Desk:
        """Wait for the desk; raises the RoadmapError because of which it could not be opened."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        assert self._desk is not None
        return self._desk

    def _run(self) -> None:
        try:
            self._desk = self._open(self._settings, self._hear)
        except RoadmapError as error:
            self._error = error
        except BaseException as error:  # a bug: every page must fail with it, not wait for ever
            self._error = error
            raise
        finally:
            self._done.set()

    def _hear(self, progress: Any) -> None:
        self._stage = progress.stage
        if progress.total:
            self._stage += f": {progress.done} of {progress.total}"
        if progress.seconds_left is not None:
            self._stage += f", about {max(1, round(progress.seconds_left))} s left"


def open_desk(settings: Settings, report: Callable[[Any], None]) -> Desk:
    """Return a desk over the configured content, with all done that a first answer needs."""
    from assistant import open_assistant
    from assistant.own import is_index_ready

    if not is_index_ready(settings):
        build_apart(settings, report)
    assistant = open_assistant(settings, report)
    memory = Memory.open(settings, assistant.base)
    # The first question loads word lists and the planner; nobody should wait for that.
    assistant.ask("What should I learn next?")
    return Desk(assistant, memory)
