"""Turn answered questions into figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from evals.answering import Case
from evals.intervals import Estimate, mean_interval, sum_interval
from evals.metrics.latency import milliseconds
from evals.metrics.table import METRICS
from evals.report import Figure, QuestionResult
from knowledge import KnowledgeBase


def judge_case(case: Case) -> QuestionResult:
    """Return what a question scored on every metric that applies to it."""
    scores = {metric: score for metric in METRICS if (score := metric.judge(case)) is not None}
    faults = {
        metric.name: score.wrong
        for metric, score in scores.items()
        if metric.decides and not metric.is_faultless(score.value)
    }
    question = case.question
    return QuestionResult(
        id=question.id,
        category=question.category,
        areas=_areas(case),
        turns=question.turns,
        answers=tuple(answer.answer for answer in case.answers),
        behaviour=case.answer.behaviour,
        intent=case.answer.intent,
        expected_intent=question.intent,
        values={metric.name: score.value for metric, score in scores.items()},
        wrong=faults,
        passed=not faults,
        milliseconds=milliseconds(case).value,
    )


def overall(results: Sequence[QuestionResult]) -> dict[str, dict[str, Figure]]:
    """Return every metric's figure by group; metrics that apply to no question are left out."""
    figures: dict[str, dict[str, Figure]] = {"questions": {"passed": _passed(results)}}
    for metric in METRICS:
        values = [result.values[metric.name] for result in results if metric.name in result.values]
        if values:
            estimate = sum_interval(values) if metric.kind == "count" else mean_interval(values)
            figures.setdefault(metric.group, {})[metric.name] = figure(estimate)
    return figures


def by_key(
    results: Iterable[QuestionResult], keys: Mapping[str, tuple[str, ...]]
) -> dict[str, dict[str, Figure]]:
    """Return pass rate, behaviour and required topics for each group; `keys` maps question ids."""
    groups: dict[str, list[QuestionResult]] = {}
    for result in results:
        for key in keys[result.id]:
            groups.setdefault(key, []).append(result)
    return {key: _summary(members) for key, members in sorted(groups.items())}


def latency(results: Sequence[QuestionResult]) -> dict[str, float]:
    """Return the median and the 95th percentile of the times in milliseconds."""
    times = [result.milliseconds for result in results]
    return {
        name: round(float(np.quantile(times, share)), 2)
        for name, share in (("p50", 0.5), ("p95", 0.95))
    }


def figure(estimate: Estimate) -> Figure:
    """Return an estimate as the report stores it, to four digits."""
    return Figure(
        value=round(estimate.value, 4),
        low=round(estimate.low, 4),
        high=round(estimate.high, 4),
        n=estimate.n,
    )


def _summary(results: Sequence[QuestionResult]) -> dict[str, Figure]:
    summary = {"passed": _passed(results)}
    for name in ("behaviour", "required topics"):
        values = [result.values[name] for result in results if name in result.values]
        if values:
            summary[name] = figure(mean_interval(values))
    return summary


def _passed(results: Sequence[QuestionResult]) -> Figure:
    return figure(mean_interval([float(result.passed) for result in results]))


def _areas(case: Case) -> tuple[str, ...]:
    """Return the areas of the topics that a question is labelled with, in content order."""
    question = case.question
    topics = (*question.topics, *question.recommend, *question.goal)
    areas = {area for name in topics if (area := _area(case.base, name))}
    return tuple(area for area in case.base.areas if area in areas)


def _area(base: KnowledgeBase, name: str) -> str | None:
    topic = base.topics.get(name)
    return topic.area if topic else None
