"""Metrics of plans, worked by hand on the tiny graph.

python-basics -> pandas -> ml-fundamentals -> deep-learning, and descriptive-statistics, which
ml-fundamentals requires too.
"""

import datetime as dt

import pytest

from assistant.profile import Pause, Profile
from evals.metrics import plans
from evals.question import EVAL_DAY


def profile(**fields):
    return Profile(**{"start": EVAL_DAY, **fields})


@pytest.fixture
def planned(make_case, make_answer, make_plan_of):
    """Return a maker of cases with a plan of (topic, hours) steps."""

    def make(*steps, learner=None, labels=None, **fields):
        answer = make_answer(
            behaviour="plan", plan=make_plan_of(*steps, **fields), profile=learner or profile()
        )
        return make_case(answer, **(labels or {}))

    return make


def test_each_prerequisite_that_comes_later_is_a_violation(planned):
    case = planned(("pandas", 10), ("python-basics", 10))
    score = plans.prerequisite_violations(case)
    assert (score.value, score.wrong) == (1, ("pandas comes before python-basics",))


def test_known_and_assumed_prerequisites_count_as_met(planned):
    case = planned(
        ("ml-fundamentals", 40), known=["pandas"], assumed_known=["descriptive-statistics"]
    )
    assert plans.prerequisite_violations(case).value == 0


def test_a_conversation_without_a_plan_is_not_judged(make_case, make_answer):
    assert plans.prerequisite_violations(make_case(make_answer())) is None


def test_teaching_what_the_label_says_is_known_counts(planned):
    case = planned(("python-basics", 10), labels={"known": ["python-basics"]})
    assert plans.known_taught_again(case).value == 1


def test_more_hours_than_the_calendar_holds_overrun_the_budget(planned):
    # 7 hours a week for 14 days are 14 hours.
    learner = profile(hours_per_week=7, deadline=EVAL_DAY + dt.timedelta(days=14))
    assert plans.budget_overrun(planned(("python-basics", 14), learner=learner)).value == 0
    assert plans.budget_overrun(planned(("python-basics", 15), learner=learner)).value == 1


def test_pauses_take_hours_from_the_budget(planned):
    pause = Pause.model_validate({"from": EVAL_DAY, "to": EVAL_DAY + dt.timedelta(days=6)})
    learner = profile(hours_per_week=7, deadline=EVAL_DAY + dt.timedelta(days=14), pauses=[pause])
    case = planned(("python-basics", 14), learner=learner)
    assert plans.budget_overrun(case).wrong == ("14 hours planned, 7 available",)


def test_a_step_that_ends_after_the_deadline_counts(planned):
    steps = [("python-basics", 1), ("pandas", 1), ("descriptive-statistics", 1)]
    assert plans.deadline_overrun(planned(*steps, learner=profile(deadline=EVAL_DAY))).value == 1
    later = profile(deadline=EVAL_DAY + dt.timedelta(days=2))
    assert plans.deadline_overrun(planned(*steps, learner=later)).value == 0


def test_best_value_keeps_prerequisites_and_budget():
    values = {"a": 1.0, "b": 5.0, "c": 4.0}
    hours = {"a": 3.0, "b": 4.0, "c": 5.0}
    required = {"a": (), "b": ("a",), "c": ()}
    # 7 hours: a and b (6) beat c (4); 5 hours: c; 4 hours: only a fits.
    assert plans.best_value(values, hours, required, 7) == pytest.approx(6)
    assert plans.best_value(values, hours, required, 5) == pytest.approx(4)
    assert plans.best_value(values, hours, required, 4) == pytest.approx(1)
    assert plans.best_value(values, hours, required, 100) == pytest.approx(10)


def test_a_plan_that_leaves_out_the_better_half_falls_short_of_the_optimum(tiny_base, planned):
    # Goal analyst: pandas 1.0, descriptive-statistics 0.9, python-basics half of pandas = 0.5.
    hours = {name: tiny_base.topics[name].hours.midpoint for name in tiny_base.topics}
    budget = hours["python-basics"] + hours["pandas"]
    learner = profile(hours_per_week=budget, deadline=EVAL_DAY + dt.timedelta(days=7))
    steps = [("python-basics", hours["python-basics"]), ("pandas", hours["pandas"])]
    full = planned(*steps, learner=learner, goal=["analyst"])
    half = planned(steps[0], learner=learner, goal=["analyst"])
    assert plans.value_against_optimum(full).value == pytest.approx(1.0)
    assert plans.value_against_optimum(half).value < 0.5


def test_value_is_judged_only_where_time_was_limited(planned):
    assert plans.value_against_optimum(planned(("python-basics", 1))) is None
