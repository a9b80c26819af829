"""Answer in a thread: plain generators of what the conversation shows, without a web framework."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import RoadmapError, Turn
from assistant.memory import StoredTurn, Thumbs
from ui.desks import Desks
from ui.warm import Desk

LONGEST_QUESTION = 20_000
"""Characters; what is longer is cut, and the page says so."""


@dataclass(frozen=True)
class Talk:
    """What the conversation shows: stored turns, the one being answered, and what went wrong.

    `draft` is what should stand in the message box; `editing` is the position of the turn whose
    question it replaces.
    """

    thread: str
    turns: tuple[StoredTurn, ...] = ()
    question: str | None = None
    partial: str = ""
    waiting: str = ""
    notice: str = ""
    draft: str = ""
    editing: int | None = None

    @property
    def last(self) -> StoredTurn | None:
        """Return the latest answered turn, or None at the beginning."""
        return self.turns[-1] if self.turns else None


@dataclass(frozen=True)
class Conversations:
    """Everything that people do with threads; the desks may still be being opened."""

    desks: Desks

    def show(self, person: str, thread: str) -> Talk:
        """Return a thread as stored; one that is not there is a new one."""
        turns = self.desks.of(person).memory.turns(person, thread) if thread else []
        return Talk(thread, tuple(turns))

    def ask(
        self, person: str, thread: str, question: str, editing: int | None = None
    ) -> Iterator[Talk]:
        """Answer a question; `editing` first takes back that turn and all after it.

        An error leaves the thread as it was and the question in the message box.
        """
        question = question.strip()[:LONGEST_QUESTION]
        thread = thread or new_thread_id()
        earlier: tuple[StoredTurn, ...] = ()
        try:
            for words in self.desks.words():
                yield Talk(thread, question=question, waiting=words)
            desk = self.desks.of(person)
            if editing is not None:
                desk.memory.take_back(person, thread, editing)
            earlier = tuple(desk.memory.turns(person, thread))
            yield from self._stream(desk, person, thread, question, earlier)
        except RoadmapError as error:
            yield Talk(thread, earlier, notice=str(error), draft=question)

    def _stream(
        self,
        desk: Desk,
        person: str,
        thread: str,
        question: str,
        earlier: tuple[StoredTurn, ...],
    ) -> Iterator[Talk]:
        text = ""
        yield Talk(thread, earlier, question)
        for part in desk.session(person).stream(thread, question):
            if not isinstance(part, Turn):
                text += part
                yield Talk(thread, earlier, question, text)
        yield Talk(thread, tuple(desk.memory.turns(person, thread)))

    def undo(self, person: str, thread: str) -> Talk:
        """Take back the last turn and put its question into the message box."""
        talk = self.show(person, thread)
        if talk.last is None:
            return talk
        self.desks.of(person).memory.take_back(person, thread, talk.last.position)
        return Talk(thread, talk.turns[:-1], draft=talk.last.turn.question)

    def edit(self, person: str, thread: str, position: int) -> Talk:
        """Put a question into the message box; asking it replaces that turn and all after it."""
        talk = self.show(person, thread)
        for stored in talk.turns:
            if stored.position == position:
                return Talk(thread, talk.turns, draft=stored.turn.question, editing=position)
        return talk

    def rate(
        self, person: str, thread: str, position: int, thumbs: Thumbs | None, reason: str = ""
    ) -> Talk:
        """Keep a verdict on an answer; the same thumb again takes it back."""
        talk = self.show(person, thread)
        now = next((s.thumbs for s in talk.turns if s.position == position), None)
        if thumbs == now and not reason:
            thumbs = None
        self.desks.of(person).memory.rate(person, thread, position, thumbs, reason)
        return self.show(person, thread)


def new_thread_id() -> str:
    """Return an id that nobody can guess: it stands in addresses that people share."""
    return uuid.uuid4().hex
