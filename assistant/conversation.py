"""Hold what was said so far in one thread, as far as the next answer needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.profile import Profile, Progress

if TYPE_CHECKING:  # the understanding package imports this module
    from assistant.answer import Answer
    from assistant.understanding.result import Understanding

KEPT_TURNS = 12


@dataclass(frozen=True)
class Turn:
    """One question, what was understood by it, and what was answered."""

    question: str
    understanding: Understanding
    answer: Answer


@dataclass(frozen=True)
class Conversation:
    """The learner as believed now and the last `KEPT_TURNS` turns, oldest first."""

    profile: Profile
    progress: Progress
    turns: tuple[Turn, ...] = ()

    @classmethod
    def new(cls, today: dt.date) -> Conversation:
        """Return a conversation with a learner of whom nothing is known yet."""
        return cls(profile=Profile(start=today), progress=Progress())

    def after(self, turn: Turn) -> Conversation:
        """Return the conversation with one more turn; profile and progress become the turn's."""
        return replace(
            self,
            profile=turn.understanding.profile,
            progress=turn.understanding.progress,
            turns=(*self.turns, turn)[-KEPT_TURNS:],
        )

    @property
    def just_recommended(self) -> tuple[str, ...]:
        """Return what "after that" comes after: the last recommendations, back to where it began.

        A row of "and then?" adds up; a plan counts with all its steps.
        """
        found: list[str] = []
        for turn in reversed(self.turns):
            if turn.answer.recommended:
                found += turn.answer.recommended[: None if turn.answer.plan else 1]
                if turn.understanding.follow_up != "after_that":
                    break
        return tuple(found)

    @property
    def last(self) -> Turn | None:
        """Return the latest turn, or None at the beginning."""
        return self.turns[-1] if self.turns else None
