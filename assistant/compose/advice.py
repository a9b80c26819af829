"""Choose the one piece of advice that fits a plan and the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Plan
from assistant.compose import wording
from assistant.compose.blocks import Statement
from assistant.compose.situation import Situation

SMALL_PACE = 4
FULL_PACE = 25
LONG_WEEKS = 60
"""From how many weeks on a plan is long enough to say what to do before its end."""


def advice(situation: Situation, plan: Plan) -> Statement | None:
    """Return the first piece of advice that fits and was not given before in the thread."""
    for statement in _fitting(situation, plan):
        if not situation.said_before(wording.first_sentences(statement.text)):
            return statement
    return None


def _fitting(situation: Situation, plan: Plan) -> Iterator[Statement]:
    profile, base = situation.profile, situation.base
    pace = profile.hours_per_week or 0
    rusty = [step.topic_id for step in plan.steps if step.topic_id in profile.partly_known]
    if rusty:
        yield Statement(
            f"For {wording.names(base, rusty, 3)} I planned only a refresher; do the project "
            "first, and if it works at once, move on."
        )
    if plan.left_out and profile.deadline:
        yield Statement(
            "If a week is lost, drop the last step rather than a project: a finished project is "
            "what people will ask about."
        )
    if 0 < pace <= SMALL_PACE:
        yield Statement(
            f"With {pace:g} hours a week the habit is everything: two fixed appointments beat one "
            "long one, and a missed week shifts the plan, it never doubles the next one."
        )
    if pace >= FULL_PACE:
        yield from _from_guide(situation, "learning-full-time")
    if (plan.weeks or 0) > LONG_WEEKS and any(goal in base.roles for goal in plan.goal):
        yield from _from_guide(situation, "ready-for-first-job")
    yield from _assumed(situation)
    yield from _trap(situation, plan)
    yield Statement("A missed week shifts the plan, it never doubles the next one.")
    yield Statement("Finish the project of a step before you go on; half-done steps do not add up.")


def _from_guide(situation: Situation, identifier: str) -> Iterator[Statement]:
    guide = situation.base.guides.get(identifier)
    if guide is not None:
        verdict = wording.first_sentences(guide.verdict)
        yield Statement(verdict, f"guide:{guide.id}#verdict")


def _assumed(situation: Situation) -> Iterator[Statement]:
    profile = situation.profile
    if profile.assumed_known:
        assumed = wording.names(situation.base, profile.assumed_known[-3:])
        yield Statement(
            f"I counted {assumed} as known, which goes with what you told me; say what of that is "
            "missing and I will put it in."
        )


def _trap(situation: Situation, plan: Plan) -> Iterator[Statement]:
    """Warn of the mistake that people make in the step with the most hours."""
    heaviest = max(plan.steps, key=lambda step: step.hours)
    topic = situation.base.topics[heaviest.topic_id]
    if topic.mistakes:
        name = wording.name(situation.base, topic)
        place = ", your longest step" if len(plan.steps) > 1 else ""
        text = f"A warning for {name}{place}: {wording.within(topic.mistakes[0])}"
        yield Statement(text, situation.chunk(topic.id, "overview"))
