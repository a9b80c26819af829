"""Carry a question through the stages of the chain."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from langchain_core.runnables import RunnableLambda

from assistant.answer import Answer
from assistant.compose import Situation
from assistant.conversation import Conversation, Turn
from assistant.understanding import Understanding
from index import Hit


@dataclass(frozen=True)
class Work:
    """What is known about a question so far; every stage of the chain returns a fuller one.

    While an answer is being written, `piece` is the text that may be shown meanwhile.
    """

    question: str
    conversation: Conversation
    today: dt.date
    understanding: Understanding | None = None
    hits: tuple[Hit, ...] = ()
    situation: Situation | None = None
    answer: Answer | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    piece: str = ""

    def __add__(self, later: Work) -> Work:
        """Return the later one: LangChain adds up what a stage streams."""
        return later

    @property
    def understood(self) -> Understanding:
        """Return the understanding, which every stage after the first may rely on."""
        assert self.understanding is not None
        return self.understanding


def timed(name: str, stage: Callable[[Work], Work]) -> RunnableLambda[Work, Work]:
    """Return a stage as a runnable of that name, which notes how long it took."""

    def run(work: Work) -> Work:
        start = time.perf_counter()
        result = stage(work)
        spent = round((time.perf_counter() - start) * 1000, 3)
        return replace(result, timings_ms={**result.timings_ms, name: spent})

    return RunnableLambda(run, name=name)


def finished_turn(work: Work) -> Turn:
    """Return the answered question with the time that each stage took, in milliseconds."""
    assert work.answer is not None
    timings = {**work.timings_ms, "total": round(sum(work.timings_ms.values()), 3)}
    answer = work.answer.model_copy(update={"timings_ms": timings})
    return Turn(work.question, work.understood, answer)


def pieces(text: str, size: int = 24) -> Iterator[str]:
    """Cut a text into pieces of about `size` characters, at spaces."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + size)
        end = len(text) if end == -1 else end + 1
        yield text[start:end]
        start = end
