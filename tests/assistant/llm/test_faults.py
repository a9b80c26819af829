"""Check which answers of a model are unusable as a whole."""

from __future__ import annotations

import pytest

from assistant.answer import Plan, PlanStep
from assistant.llm.faults import find_fault
from assistant.verify import Cleaned


@pytest.fixture
def fault(verifier, make_answer):
    def step(topic: str, hours: float) -> PlanStep:
        return PlanStep(
            topic_id=topic,
            title=topic,
            why="It is needed.",
            hours=hours,
            start=None,
            end=None,
            prerequisites=(),
            resources=(),
            project=None,
            done_when=None,
        )

    plan = Plan(
        goal=("ml-fundamentals",),
        known=(),
        assumed_known=(),
        steps=(step("python-basics", 30), step("pandas", 15), step("ml-fundamentals", 40)),
        total_hours=85,
        weeks=None,
        finish_date=None,
        feasible=True,
        left_out=(),
        minimum_hours_per_week=None,
        earliest_finish=None,
    )
    composed = make_answer("It takes 85 hours [1].", "topic:pandas#overview", plan=plan)

    def find(text: str) -> str | None:
        answer = composed.model_copy(update={"answer": text})
        cleaned = verifier.clean(answer)
        return find_fault(cleaned.text, cleaned, composed, verifier.measure)

    return find


def test_plan_told_in_its_order_is_kept(fault):
    assert fault("It is 85 hours: Python basics, then pandas, then machine learning [1].") is None


def test_plan_may_be_told_without_its_steps(fault):
    assert fault("It is 85 hours, and each step has a project [1].") is None


def test_step_named_again_later_is_no_new_order(fault):
    assert fault("Python basics, then pandas: it reads tables in Python basics [1].") is None


def test_reordered_plan_is_refused(fault):
    assert fault("Begin with pandas, then go back to Python basics [1].") == "it reordered the plan"


@pytest.mark.parametrize("lie", ["It is only 70 hours [1].", "pandas takes 12 hours [1]."])
def test_other_figures_are_refused(fault, lie):
    assert (
        fault(f"It reads tables [1]. {lie} It joins tables [1].") == "it changed the plan's figures"
    )


def test_removed_half_is_still_an_answer(verifier, make_answer):
    composed = make_answer("pandas reads tables [1].", "topic:pandas#overview")
    text = "pandas reads tables [1]. Harvard is near Boston [1]."
    cleaned = verifier.clean(composed.model_copy(update={"answer": text}))
    assert find_fault(cleaned.text, cleaned, composed, verifier.measure) is None


def test_nothing_left_is_a_fault(verifier, make_answer):
    fault = find_fault("", Cleaned(""), make_answer(""), verifier.measure)
    assert fault == "it said nothing that could be kept"
