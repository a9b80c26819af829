"""Measure answering: a warm answer, the first piece, a cold command, long threads, many people."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

from assistant.chain import Assistant
from assistant.conversation import Turn
from assistant.memory import LOCAL_PERSON, Memory
from assistant.session import Session
from assistant.settings import Settings
from evals.answering import converse
from evals.bench.figures import Row, Spread, milliseconds, spread
from evals.bench.processes import run_command
from evals.bench.retrieval import TUTORIAL
from evals.bench.tutorial import Tutorial

_CONVERSATION = (
    "I know Python and pandas. What should I learn next?",
    "why?",
    "any free course for it?",
)
_LONG = 200


def warm_rows(assistant: Assistant, questions: Sequence[str]) -> Iterator[Row]:
    """Yield a whole warm answer beside the bare encoding of the question, and the first piece."""
    encode, answer, first = [], [], []
    for question in questions:
        encode.append(milliseconds(partial(assistant.index.encode, [question])))
        answer.append(milliseconds(partial(assistant.ask, question)))
        first.append(first_piece(assistant, question))
    yield Row(
        "6", "warm full answer, p50", "ms", spread(answer), spread(encode), "bare encoding", 3
    )
    yield Row("6", "first streamed piece after understanding", "ms", spread(first), limit=50)


def first_piece(assistant: Assistant, question: str) -> float:
    """Return the milliseconds from the end of understanding to the first piece of text."""
    start, waited = perf_counter(), 0.0
    understood = 0.0
    for piece in assistant.stream(question):
        if isinstance(piece, Turn):
            understood = piece.answer.timings_ms["understand"]
        elif not waited:
            waited = (perf_counter() - start) * 1000
    return max(0.0, waited - understood)


def cold_row(home: Path, tutorial_seconds: Spread, repeats: int) -> Row:
    """Return a cold `roadmap ask` beside the chain's cold retrieval alone."""
    question = "I know Python and pandas. What should I learn next?"
    ours = spread([run_command(["ask", question], home) for _ in range(repeats)])
    return Row(
        "6", "cold `roadmap ask`", "s", ours, tutorial_seconds, f"{TUTORIAL}, retrieval", 0.25
    )


def long_thread_row(assistant: Assistant, repeats: int) -> Row:
    """Return a turn in a stored thread of 200 turns beside one in a thread of 2."""
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory.open(Settings(home=Path(folder)), assistant.base)
        session = Session(assistant, memory)
        times = {length: _turn_times(session, length, repeats) for length in (2, _LONG)}
        memory.close()
    name = f"a turn in a thread of {_LONG} turns"
    return Row("6", name, "ms", spread(times[_LONG]), spread(times[2]), "thread of 2 turns", 1.2)


def _turn_times(session: Session, length: int, repeats: int) -> list[float]:
    thread = f"thread-{length}"
    turn = session.ask(thread, _CONVERSATION[0])
    for _ in range(length - 1):
        before = session.memory.conversation(LOCAL_PERSON, thread)
        session.memory.record(LOCAL_PERSON, thread, turn, before)
    return [milliseconds(lambda: session.ask(thread, _CONVERSATION[1])) for _ in range(repeats)]


def concurrency_rows(
    assistant: Assistant, tutorial: Tutorial, people: Sequence[int]
) -> Iterator[Row]:
    """Yield the median turn and the turns a second while several people talk at once.

    Beside the chain, which answers the same messages with retrieval alone.
    """
    for number in people:
        ours, rate = _at_once(number, lambda: list(converse(assistant, _CONVERSATION)))
        theirs, their_rate = _at_once(
            number, lambda: [tutorial.retriever.invoke(text) for text in _CONVERSATION]
        )
        name = f"{number} at once"
        yield Row("8", f"{name}: a turn", "ms", ours, theirs, f"{TUTORIAL}, retrieval")
        yield Row("8", f"{name}: turns", "1/s", rate, their_rate, f"{TUTORIAL}, retrieval")


def _at_once(people: int, talk: Callable[[], object]) -> tuple[Spread, Spread]:
    """Return milliseconds a turn over all conversations, and turns a second in all."""
    start = perf_counter()
    with ThreadPoolExecutor(people) as pool:
        spent = list(pool.map(lambda _: milliseconds(talk), range(people)))
    rate = people * len(_CONVERSATION) / (perf_counter() - start)
    return spread([each / len(_CONVERSATION) for each in spent]), Spread(rate, rate, rate, 1)
