"""Judge what was understood: intent, skills, goal, time."""

from __future__ import annotations

from evals.answering import Case
from evals.metrics.score import Score, listed, share
from evals.question import EVAL_DAY

_HOURS_TOLERANCE = 0.05  # "an evening" may be counted a little differently
_DAYS_TOLERANCE = 1


def intent(case: Case) -> Score | None:
    """Tell whether the intent is one of those labelled."""
    expected, got = case.question.intent, case.answer.intent
    if not expected:
        return None
    return share(got in expected, f"intent {got}, expected {' or '.join(expected)}")


def skills(case: Case) -> Score | None:
    """Return the share of the labelled skills that are understood as labelled.

    A skill labelled known may also be believed partly known or assumed: the person sees both.
    """
    question, profile = case.question, case.answer.profile
    believed = {*profile.known, *profile.partly_known, *profile.assumed_known}
    names = {name.casefold() for name in profile.other_skills}
    checks = [
        *((f"{name} is not known", name in believed) for name in question.known),
        *((f"{name} is not partly known", name in believed) for name in question.partly_known),
        *((f"{name} is believed known", name not in believed) for name in question.unknown),
        *((f"{name} is believed known", name not in profile.known) for name in question.not_known),
        *((f"{name} is not noted", name.casefold() in names) for name in question.other_skills),
    ]
    if not checks:
        return None
    wrong = tuple(claim for claim, met in checks if not met)
    return Score(1 - len(wrong) / len(checks), wrong)


def goal(case: Case) -> Score | None:
    """Tell whether one of the labelled goals is understood."""
    expected, got = case.question.goal, case.answer.profile.goal
    if not expected:
        return None
    return share(bool(set(expected) & set(got)), f"goal {listed(got)}, expected {listed(expected)}")


def time(case: Case) -> Score | None:
    """Tell whether hours a week (within 5 %) and deadline (within a day) are understood."""
    question, profile = case.question, case.answer.profile
    wrong = []
    hours = question.hours_per_week
    if hours is not None and (
        profile.hours_per_week is None
        or abs(profile.hours_per_week - hours) > _HOURS_TOLERANCE * hours
    ):
        wrong.append(f"{profile.hours_per_week} hours a week, expected {hours:g}")
    days = _expected_days(case)
    if days is not None:
        got = None if profile.deadline is None else (profile.deadline - profile.start).days
        if got is None or abs(got - days) > _DAYS_TOLERANCE:
            wrong.append(f"deadline in {got} days, expected {days:g}")
    if hours is None and days is None:
        return None
    return Score(0.0 if wrong else 1.0, tuple(wrong))


def _expected_days(case: Case) -> float | None:
    question = case.question
    if question.deadline is not None:
        return (question.deadline - max(EVAL_DAY, case.answer.profile.start)).days
    return None if question.weeks is None else question.weeks * 7
