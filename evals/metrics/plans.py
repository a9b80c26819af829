"""Judge plans against the graph, the calendar and the optimum, without the planner's own code."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.answer import Answer, Plan
from assistant.planning.value import goal_value, study_hours
from evals.answering import Case
from evals.metrics.score import Score, count
from knowledge import KnowledgeBase

_Check = Callable[[Case, Answer, Plan], Iterator[str]]
_ROUNDING = 0.02  # hours are rounded to hundredths, step by step


def prerequisite_violations(case: Case) -> Score | None:
    """Count steps that stand before something they require, or without it."""
    return _over_plans(case, _violations)


def known_taught_again(case: Case) -> Score | None:
    """Count steps that teach what the person said they know."""

    def taught(case: Case, answer: Answer, plan: Plan) -> Iterator[str]:
        known = {*plan.known, *answer.profile.known}
        if answer is case.answer:
            known |= set(case.question.known)
        for step in plan.steps:
            if step.topic_id in known:
                yield f"{step.topic_id} is taught although it is known"

    return _over_plans(case, taught)


def budget_overrun(case: Case) -> Score | None:
    """Count plans whose steps need more hours than there are until they end."""

    def overrun(case: Case, answer: Answer, plan: Plan) -> Iterator[str]:
        hours = answer.profile.hours_per_week
        end = answer.profile.deadline or _day_after(plan.finish_date)
        if hours is None or end is None or not plan.steps:
            return
        needed = sum(step.hours for step in plan.steps)
        available = hours / 7 * study_days(answer, end)
        if needed > available + _ROUNDING * len(plan.steps):
            yield f"{needed:g} hours planned, {available:g} available"

    return _over_plans(case, overrun)


def deadline_overrun(case: Case) -> Score | None:
    """Count plans with a step that ends after the deadline."""

    def late(case: Case, answer: Answer, plan: Plan) -> Iterator[str]:
        deadline = answer.profile.deadline
        ends = [step.end for step in plan.steps if step.end is not None]
        if deadline is not None and ends and max(ends) > deadline:
            yield f"ends {max(ends)}, deadline {deadline}"

    return _over_plans(case, late)


def value_against_optimum(case: Case) -> Score | None:
    """Return the value of the required topics in the plan over the best that fits the time.

    None without a plan that had to choose. The optimum comes from an integer program of our own.
    """
    answer, plan = case.answer, case.answer.plan
    profile = answer.profile
    if plan is None or profile.hours_per_week is None or profile.deadline is None:
        return None
    base = case.base
    known = {*plan.known, *plan.assumed_known}
    skipped = {entry.topic_id for entry in plan.left_out if "skip" in entry.reason}
    values = {
        topic: value
        for topic, value in goal_value(base, plan.goal).required.items()
        if topic not in known and topic not in skipped
    }
    hours = _stated_hours(base, answer, plan, values)
    budget = profile.hours_per_week / 7 * study_days(answer, profile.deadline)
    best = best_value(values, hours, base.graph.required, budget)
    if best <= 0:
        return None
    chosen = {step.topic_id for step in plan.steps}
    reached = sum(value for topic, value in values.items() if topic in chosen)
    wrong = (f"value {reached:.2f} of {best:.2f}",) if reached < best - 1e-6 else ()
    return Score(min(1.0, reached / best), wrong)


def best_value(
    values: Mapping[str, float],
    hours: Mapping[str, float],
    required: Mapping[str, Sequence[str]],
    budget: float,
) -> float:
    """Return the greatest value of a set closed under `required` that takes at most `budget` hours.

    A prerequisite that is not in `values` counts as known. Solved exactly by SciPy's HiGHS.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    topics = list(values)
    budget = math.floor(budget * 100 + 1e-6) / 100  # hours count in hundredths
    if sum(hours[topic] for topic in topics) <= budget:
        return sum(values.values())
    column = {topic: number for number, topic in enumerate(topics)}
    edges = [(t, name) for t in topics for name in required[t] if name in column]
    rows = np.zeros((len(edges) + 1, len(topics)))
    rows[0] = [hours[topic] for topic in topics]
    for row, (topic, name) in enumerate(edges, 1):
        rows[row, column[topic]], rows[row, column[name]] = 1.0, -1.0
    limits = np.zeros(len(edges) + 1)
    limits[0] = budget
    result = milp(
        c=-np.array([values[topic] for topic in topics]),
        constraints=LinearConstraint(rows, ub=limits),
        integrality=np.ones(len(topics)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    return 0.0 if result.x is None else float(-result.fun)


def study_days(answer: Answer, end: dt.date) -> int:
    """Return the days from the person's start up to `end`, without it and without their pauses."""
    profile = answer.profile
    days = (
        profile.start + dt.timedelta(days=number)
        for number in range(max(0, (end - profile.start).days))
    )
    return sum(not any(pause.from_ <= day <= pause.to for pause in profile.pauses) for day in days)


def _violations(case: Case, answer: Answer, plan: Plan) -> Iterator[str]:
    met = {*plan.known, *plan.assumed_known}
    met |= {entry.topic_id for entry in plan.left_out if "skip" in entry.reason}
    for step in plan.steps:
        for name in case.base.graph.required[step.topic_id]:
            if name not in met:
                yield f"{step.topic_id} comes before {name}"
        met.add(step.topic_id)


def _stated_hours(
    base: KnowledgeBase, answer: Answer, plan: Plan, topics: Mapping[str, float]
) -> dict[str, float]:
    """Return the hours of each topic as the plan states them, else as the content does."""
    stated = {step.topic_id: step.hours for step in plan.steps}
    stated |= {entry.topic_id: entry.hours for entry in plan.left_out}
    partly = answer.profile.partly_known
    return {
        name: stated.get(name) or study_hours(base, name, partly_known=partly) for name in topics
    }


def _over_plans(case: Case, check: _Check) -> Score | None:
    """Count what a check finds wrong in the plans of all turns; None where there is no plan."""
    planned = [(answer, answer.plan) for answer in case.answers if answer.plan is not None]
    if not planned:
        return None
    return count(wrong for answer, plan in planned for wrong in check(case, answer, plan))


def _day_after(day: dt.date | None) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=1)
