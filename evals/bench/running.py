"""Run the whole benchmark, or what of it takes less than a minute."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from assistant.chain import Assistant
from assistant.open import open_assistant
from assistant.settings import Settings
from evals.bench import answers, planning, retrieval, scale
from evals.bench.figures import BenchReport, Row
from evals.bench.tutorial import Tutorial, open_tutorial
from evals.question import load_questions
from evals.retrieval import load_queries
from index.weights import find_weights

Report = Callable[[str], None]
"""Hears what is being measured."""

_QUICK_TEXTS = 150  # what the tutorial chain can embed in a few seconds


def run_bench(
    settings: Settings,
    *,
    quick: bool = False,
    stages: Collection[str] | None = None,
    report: Report | None = None,
) -> BenchReport:
    """Measure every row of the speed tables; `quick` leaves out build, scale and 50 at once.

    `stages` (names of `STAGES`; None: all) limits what is measured. The index is built first where
    it is missing; the tutorial chain's store is kept beside it for the next run. `report` hears
    what is being measured.
    """
    start = time.perf_counter()
    say = report or (lambda stage: None)
    say("opening both")
    assistant = open_assistant(settings)
    chunks = list(assistant.index.chunks.values())
    model = find_weights(settings.index.model).location
    tutorial = open_tutorial(settings.home, model, chunks, _QUICK_TEXTS if quick else None)
    bench = Bench(settings, assistant, tutorial, quick)
    rows: list[Row] = []
    for name, stage in STAGES.items():
        if stages is None or name in stages:
            say(name)
            rows += stage(bench)
    return BenchReport(
        rows=tuple(rows),
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
        content={"chunks": len(chunks), "tutorial chunks": tutorial.chunks},
        quick=quick,
        seconds=round(time.perf_counter() - start, 1),
    )


@dataclass(frozen=True)
class Bench:
    """What is measured, and how thoroughly."""

    settings: Settings
    assistant: Assistant
    tutorial: Tutorial
    quick: bool

    @property
    def repeats(self) -> int:
        """Return how often a cold start is repeated."""
        return 3 if self.quick else 7

    @property
    def queries(self) -> list[str]:
        """Return what is searched for: the labelled queries, or a quarter of them."""
        return [query.query for query in load_queries("main")][:: 4 if self.quick else 1]

    @property
    def questions(self) -> list[str]:
        """Return what is asked: the first turns of the fixed questions that need an answer."""
        asked = [q.turns[0] for q in load_questions() if q.behaviour != ("clarify",)]
        return asked[:: 4 if self.quick else 1]


def _cold(bench: Bench) -> Iterator[Row]:
    home, repeats = bench.settings.home, bench.repeats
    first, *others = retrieval.cold_rows(home, bench.tutorial, repeats)
    assert first.other is not None
    yield first
    yield from others
    yield answers.cold_row(home, first.other, repeats)
    yield from retrieval.sync_rows(home, repeats)


def _warm(bench: Bench) -> Iterator[Row]:
    index, repeats = bench.assistant.index, 1 if bench.quick else 3
    yield from retrieval.warm_rows(index, bench.queries, bench.tutorial, repeats)
    yield from answers.warm_rows(bench.assistant, bench.questions)
    yield answers.long_thread_row(bench.assistant, bench.repeats * 5)


def _people(bench: Bench) -> Iterator[Row]:
    people = (1, 8) if bench.quick else (1, 8, 50)
    yield from answers.concurrency_rows(bench.assistant, bench.tutorial, people)


def _plans(bench: Bench) -> Iterator[Row]:
    yield from planning.rows(1 if bench.quick else bench.repeats)


def _build(bench: Bench) -> Iterator[Row]:
    if not bench.quick:
        yield retrieval.build_row(bench.assistant.base, bench.settings.index)


def _scale(bench: Bench) -> Iterator[Row]:
    if not bench.quick:
        yield from scale.rows(bench.assistant.index, bench.queries)


STAGES: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "cold starts": _cold,
    "warm answers": _warm,
    "many people at once": _people,
    "plans among 10,000 topics": _plans,
    "a build": _build,
    "search in up to 100,000 chunks": _scale,
}
