"""Run the whole benchmark, or what of it takes less than a minute."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterator

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
    settings: Settings, *, quick: bool = False, report: Report | None = None
) -> BenchReport:
    """Measure every row of the speed tables; `quick` leaves out build, scale and 50 at once.

    The index is built first where it is missing; the tutorial chain's store is kept beside it for
    the next run. `report` hears what is being measured.
    """
    start = time.perf_counter()
    say = report or (lambda stage: None)
    say("opening both")
    assistant = open_assistant(settings)
    chunks = list(assistant.index.chunks.values())
    model = find_weights(settings.index.model).location
    tutorial = open_tutorial(settings.home, model, chunks, _QUICK_TEXTS if quick else None)
    rows = tuple(_rows(settings, tutorial, assistant, quick, say))
    return BenchReport(
        rows=rows,
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        machine=f"{platform.system()} {platform.machine()}",
        content={"chunks": len(chunks), "tutorial chunks": tutorial.chunks},
        quick=quick,
        seconds=round(time.perf_counter() - start, 1),
    )


def _rows(
    settings: Settings, tutorial: Tutorial, assistant: Assistant, quick: bool, say: Report
) -> Iterator[Row]:
    queries = [query.query for query in load_queries("main")]
    questions = [q.turns[0] for q in load_questions() if q.behaviour != ("clarify",)]
    used = slice(None, None, 4 if quick else 1)
    repeats = 3 if quick else 7
    say("cold starts")
    cold = list(retrieval.cold_rows(settings.home, tutorial, repeats))
    yield from cold
    chain = cold[0].other
    assert chain is not None
    say("the cold command")
    yield answers.cold_row(settings.home, chain, repeats)
    say("warm retrieval")
    yield from retrieval.warm_rows(assistant.index, queries[used], tutorial, 1 if quick else 3)
    say("sync")
    yield from retrieval.sync_rows(settings.home, repeats)
    say("warm answers")
    yield from answers.warm_rows(assistant, questions[used])
    yield answers.long_thread_row(assistant, repeats * 5)
    say("many people at once")
    yield from answers.concurrency_rows(assistant, tutorial, (1, 8) if quick else (1, 8, 50))
    say("plans among 10,000 topics")
    yield from planning.rows(1 if quick else repeats)
    if not quick:
        say("a build")
        yield retrieval.build_row(assistant.base, settings.index)
        say("search in up to 100,000 chunks")
        yield from scale.rows(assistant.index, queries)
