"""Run the fixed questions and judge the answers."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.chain import Assistant
from evals.answering import Progress, ask_all
from evals.intervals import mean_interval
from evals.judge import add_opinions, open_judge
from evals.metrics.confusion import confusion
from evals.question import Question, Split, load_questions, unknown_ids
from evals.reading import measure_reading
from evals.report import Figure, QuestionResult, Report
from evals.retrieval import load_queries, measure_retrieval
from evals.scoring import by_key, figure, judge_case, latency, overall
from knowledge import KnowledgeBase, UsageError


def run(
    assistant: Assistant,
    *,
    questions: Path | None = None,
    split: Split = "main",
    judge_model: str | None = None,
    report: Progress | None = None,
) -> Report:
    """Ask every question of a split (or of a file or folder) and return what came of it.

    Our own splits also measure retrieval and the labelled messages. `judge_model` (provider:model)
    adds a language model's opinion; `report` hears of the progress. Raises UsageError for questions
    that cannot be read or name ids that the content does not have.
    """
    chosen = load_questions(questions, split)
    _check_ids(chosen, assistant.base)
    model = open_judge(judge_model) if judge_model else None
    assistant.ask("What should I learn after Python?")  # loads what the first answer loads
    start = time.perf_counter()
    engines, results = _answer_all(assistant, chosen, report)
    if model is not None:
        results = add_opinions(results, model)
    measured = _measure_parts(assistant, split, results) if questions is None else {}
    return Report(
        split=split if questions is None else questions.name,
        engine=" and ".join(engines),
        made=dt.datetime.now(dt.UTC).replace(microsecond=0),
        cores=os.cpu_count() or 1,
        content=_content(assistant.base),
        seconds=round(time.perf_counter() - start, 2),
        figures={**overall(results), **opinions(results, judge_model)},
        by_category=by_key(results, {result.id: (result.category,) for result in results}),
        by_area=by_key(results, {result.id: result.areas for result in results}),
        latency=latency(results),
        questions=results,
        **measured,
    )


def opinions(
    results: Sequence[QuestionResult], judge_model: str | None
) -> dict[str, dict[str, Figure]]:
    """Return the judge's mean score as a group of its own, which no gate knows."""
    scores = [result.opinion for result in results if result.opinion is not None]
    if not scores:
        return {}
    return {f"opinion of {judge_model}": {"helpful": figure(mean_interval(scores))}}


def _answer_all(
    assistant: Assistant, questions: list[Question], report: Progress | None
) -> tuple[list[str], tuple[QuestionResult, ...]]:
    """Return the engines that answered, sorted, and what each question scored."""
    engines: set[str] = set()
    results = []
    for case in ask_all(assistant, questions, report):
        engines |= {answer.engine for answer in case.answers}
        results.append(judge_case(case))
    return sorted(engines), tuple(results)


def _measure_parts(
    assistant: Assistant, split: Split, results: tuple[QuestionResult, ...]
) -> dict[str, Any]:
    understanding, pairs = measure_reading(assistant, split)
    labelled = [(q.expected_intent, q.intent) for q in results if q.expected_intent]
    return {
        "understanding": understanding,
        "confusion": confusion([*pairs, *labelled]),
        "retrieval": measure_retrieval(assistant.index, load_queries(split)),
    }


def _content(base: KnowledgeBase) -> dict[str, int]:
    return {name: len(getattr(base, name)) for name in ("topics", "resources", "roles", "guides")}


def _check_ids(questions: list[Question], base: KnowledgeBase) -> None:
    wrong = unknown_ids(questions, {*base.topics, *base.roles})
    if wrong:
        name, ids = next(iter(wrong.items()))
        raise UsageError(f"Question `{name}` names ids that the content has not: {', '.join(ids)}.")
