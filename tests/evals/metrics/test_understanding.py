"""Metrics of understanding, worked by hand."""

import datetime as dt

import pytest

from assistant.profile import Profile
from evals.metrics import understanding
from evals.question import EVAL_DAY


@pytest.fixture
def believing(make_case, make_answer):
    """Return a maker of cases whose answer believes a profile, judged by labels."""

    def make(profile: dict, **labels):
        return make_case(make_answer(profile=Profile(**{"start": EVAL_DAY, **profile})), **labels)

    return make


def test_intent_is_right_when_it_is_one_of_the_labels(make_case, make_answer):
    answer = make_answer(intent="why")
    assert understanding.intent(make_case(answer, intent=["why", "next"])).value == 1
    assert understanding.intent(make_case(answer, intent="next")).value == 0
    assert understanding.intent(make_case(answer)) is None


def test_skills_are_the_share_of_labels_understood(believing):
    case = believing(
        {"known": ["pandas"], "partly_known": ["nlp"], "other_skills": ["Excel"]},
        known=["pandas", "deep-learning"],
        partly_known=["nlp"],
        other_skills=["excel"],
    )
    score = understanding.skills(case)
    assert (score.value, score.wrong) == (0.75, ("deep-learning is not known",))


def test_a_skill_that_is_unknown_must_not_be_believed(believing):
    assert understanding.skills(believing({"assumed_known": ["nlp"]}, unknown=["nlp"])).value == 0
    assert understanding.skills(believing({}, unknown=["nlp"])).value == 1


def test_not_known_allows_assumptions_but_no_statement(believing):
    assert understanding.skills(believing({"known": ["nlp"]}, not_known=["nlp"])).value == 0


def test_goal_needs_one_of_the_labels(believing):
    assert understanding.goal(believing({"goal": ["nlp"]}, goal=["nlp", "analyst"])).value == 1
    assert understanding.goal(believing({}, goal=["nlp"])).wrong == ("goal nothing, expected nlp",)


@pytest.mark.parametrize(("hours", "value"), [(10.0, 1), (10.4, 1), (10.6, 0), (None, 0)])
def test_hours_may_be_off_by_a_twentieth(believing, hours, value):
    case = believing({"hours_per_week": hours}, hours_per_week=10)
    assert understanding.time(case).value == value


@pytest.mark.parametrize(("days", "value"), [(70, 1), (71, 1), (72, 0)])
def test_ten_weeks_are_seventy_days_give_or_take_one(believing, days, value):
    deadline = EVAL_DAY + dt.timedelta(days=days)
    assert understanding.time(believing({"deadline": deadline}, weeks=10)).value == value


def test_a_deadline_is_compared_as_a_date(believing):
    profile = {"deadline": dt.date(2027, 1, 31)}
    assert understanding.time(believing(profile, deadline=dt.date(2027, 1, 31))).value == 1
    assert understanding.time(believing(profile, deadline=dt.date(2027, 3, 31))).value == 0


def test_without_a_time_label_time_is_not_judged(believing):
    assert understanding.time(believing({"hours_per_week": 5})) is None
