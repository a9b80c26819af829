"""Run the fixed questions and judge the answers."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

from assistant.chain import Assistant
from evals.answering import Progress, ask_all
from evals.question import Split, load_questions, unknown_ids
from evals.report import Report
from evals.scoring import by_key, judge, latency, overall
from knowledge import UsageError


def run(
    assistant: Assistant,
    *,
    questions: Path | None = None,
    split: Split = "main",
    judge_model: str | None = None,
    report: Progress | None = None,
) -> Report:
    """Ask every question of a split (or of a file or folder) and return what came of it.

    `judge_model` (provider:model) adds a language model's opinion; `report` hears of the progress.
    Raises UsageError for questions that cannot be read or name ids that the content has not.
    """
    chosen = load_questions(questions, split)
    base = assistant.base
    if wrong := unknown_ids(chosen, {*base.topics, *base.roles}):
        name, ids = next(iter(wrong.items()))
        raise UsageError(f"Question `{name}` names ids that the content has not: {', '.join(ids)}.")
    start = time.perf_counter()
    assistant.ask("What should I learn after Python?")  # loads what the first answer loads
    results = tuple(judge(case) for case in ask_all(assistant, chosen, report))
    return Report(
        split=split if questions is None else str(questions),
        engine="composed",
        model="",
        made=dt.datetime.now(dt.UTC).replace(microsecond=0),
        cores=os.cpu_count() or 1,
        content={"topics": len(base.topics), "resources": len(base.resources)},
        seconds=round(time.perf_counter() - start, 2),
        figures=overall(results),
        by_category=by_key(results, {result.id: (result.category,) for result in results}),
        by_area=by_key(results, {result.id: result.areas for result in results}),
        latency=latency(results),
        questions=results,
    )
