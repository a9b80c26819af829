"""Ask the fixed questions, one after the other, as a new person each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Answer
from assistant.chain import Assistant
from assistant.conversation import Conversation
from assistant.verify import AnswerCheck, Verifier
from evals.question import EVAL_DAY, Question
from knowledge import KnowledgeBase

Progress = Callable[[int, int], None]
"""Hears how many questions are done, of how many."""


@dataclass(frozen=True)
class Case:
    """A question with the answers to its turns, and what they are judged by."""

    question: Question
    answers: tuple[Answer, ...]
    base: KnowledgeBase
    verifier: Verifier

    @cached_property
    def checks(self) -> tuple[AnswerCheck, ...]:
        """Return what the sources of each answer are like."""
        return tuple(self.verifier.check(answer) for answer in self.answers)

    @property
    def answer(self) -> Answer:
        """Return the last answer, which the labels are about."""
        return self.answers[-1]


def ask_all(
    assistant: Assistant, questions: Sequence[Question], report: Progress | None = None
) -> Iterator[Case]:
    """Yield each question answered, on `EVAL_DAY`; `report` hears of the progress."""
    verifier = Verifier(assistant.base, assistant.index.chunks)
    with asked_on(assistant, EVAL_DAY):
        for number, question in enumerate(questions, 1):
            answers = tuple(converse(assistant, question.turns))
            yield Case(question, answers, assistant.base, verifier)
            if report is not None:
                report(number, len(questions))


def converse(assistant: Assistant, turns: Iterable[str]) -> Iterator[Answer]:
    """Yield the answers to one person's messages; later ones know the earlier ones."""
    conversation = Conversation.new(assistant.today())
    for message in turns:
        turn = assistant.ask(message, conversation)
        conversation = conversation.after(turn)
        yield turn.answer


@contextmanager
def asked_on(assistant: Assistant, day: dt.date) -> Iterator[None]:
    """Let the assistant believe that it is `day`, so that labels with dates stay true."""
    before = assistant.today
    assistant.today = lambda: day
    try:
        yield
    finally:
        assistant.today = before
