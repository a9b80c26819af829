"""Compose the answer that carries a plan: the judgement first, then the table of steps."""

from __future__ import annotations

from assistant.answer import Plan, PlanStep
from assistant.compose import wording
from assistant.compose.blocks import Block, Paragraph, Statement, Table, paragraph
from assistant.compose.situation import Draft, Situation

EARLY_SUCCESS = 25
"""Up to how many hours a first step may be called an early success."""


def compose_plan(situation: Situation) -> Draft:
    """Present the computed plan: what it comes to, its shape, its steps, what does not fit."""
    plan = situation.plan
    if plan is None or not plan.steps:
        return _nothing_to_plan(situation)
    blocks: list[Block] = [
        paragraph(Statement(_judgement(situation, plan)), *_shape(situation, plan)),
        _table(situation, plan),
        *_left_out(situation, plan),
        paragraph(Statement(_advice(situation, plan))),
    ]
    goals = tuple(name for name in plan.goal if name in situation.base.topics)
    steps = tuple(step.topic_id for step in plan.steps)
    return Draft(
        behaviour="plan",
        intent="plan",
        blocks=tuple(blocks),
        topics=(*goals, *(name for name in steps if name not in goals)),
        recommended=steps,
        resources=tuple(dict.fromkeys(name for step in plan.steps for name in step.resources)),
        plan=plan,
        follow_ups=_follow_ups(situation, plan),
    )


def _nothing_to_plan(situation: Situation) -> Draft:
    """Say that nothing fits before the deadline, or that nothing is left to learn."""
    base, profile, plan = situation.base, situation.profile, situation.plan
    goal = wording.goals(base, profile.goal)
    if plan is not None and plan.left_out:
        shortest = min(plan.left_out, key=lambda entry: entry.hours)
        topic, until = shortest.topic_id, wording.day(profile.deadline or situation.today)
        text = (
            f"Nothing on the way to {goal} fits before {until}: even "
            f"{wording.name(base, topic)} takes {wording.hours(shortest.hours)}. {_way_out(plan)}"
        )
    else:
        topic = next(name for name in (*profile.goal, *base.topics) if name in base.topics)
        text = (
            f"There is nothing left to learn to {goal}: you have all of it. "
            "Time to build something with it."
        )
    return Draft(
        behaviour="plan",
        intent="plan",
        blocks=(paragraph(Statement(text, situation.chunk(topic, "overview"))),),
        topics=(topic,),
        plan=plan,
        follow_ups=("What should I learn after that?", "Which projects should I build?"),
    )


def _judgement(situation: Situation, plan: Plan) -> str:
    """Say in a sentence or two what the plan comes to and whether it fits."""
    profile = situation.profile
    goal = wording.goals(situation.base, plan.goal)
    count = f"{len(plan.steps)} step{'s' if len(plan.steps) > 1 else ''}"
    total = wording.hours(plan.total_hours)
    pace = f"{profile.hours_per_week:g} hours a week" if profile.hours_per_week else ""
    if profile.deadline and pace:
        return _against_deadline(situation, plan, f"{count}, {total}", goal, pace)
    if profile.deadline:
        return (
            f"To {goal} by {wording.day(profile.deadline)} you need "
            f"{plan.minimum_hours_per_week:g} hours a week: {count}, {total} in all. "
            f"{_verdict_on_pace(plan)}"
        )
    if plan.finish_date:
        return (
            f"{wording.gerund(goal)} takes you {count} and {total}; at {pace} that is "
            f"{wording.weeks(plan.weeks or 0)}, and you finish on {wording.day(plan.finish_date)}."
        )
    return (
        f"{wording.gerund(goal)} takes {count} and about {total}. "
        "Tell me your hours a week and I will put dates on it."
    )


def _against_deadline(situation: Situation, plan: Plan, size: str, goal: str, pace: str) -> str:
    skipped = situation.understanding.progress.skipped
    missing = sum(entry.hours for entry in plan.left_out if entry.topic_id not in skipped)
    deadline = situation.profile.deadline
    assert deadline is not None
    if missing:
        return (
            f"Not all of it fits before {wording.day(deadline)}: the whole way takes "
            f"{wording.hours(plan.total_hours + missing)}, more than {pace} give you. "
            f"So I kept what counts most: {size}. {_way_out(plan)}"
        )
    assert plan.finish_date is not None
    spare = (deadline - plan.finish_date).days
    room = f", {spare} days before your date" if spare > 6 else ", just in time"
    return (
        f"Yes, that fits. To {goal} you need {size}; at {pace} you finish on "
        f"{wording.day(plan.finish_date)}{room}."
    )


def _way_out(plan: Plan) -> str:
    """Say what would have to give for everything to fit."""
    ways = []
    if plan.minimum_hours_per_week is not None:
        ways.append(f"with {plan.minimum_hours_per_week:g} hours a week everything fits")
    if plan.earliest_finish is not None:
        done = wording.day(plan.earliest_finish)
        ways.append(f"at your present pace all of it is done by {done}")
    return f"{wording.capital('; '.join(ways))}." if ways else ""


def _verdict_on_pace(plan: Plan) -> str:
    minimum = plan.minimum_hours_per_week or 0
    if minimum > 40:
        return "That is more than a full-time job, so move the date or narrow the goal."
    if minimum > 20:
        return "That is half a job beside your own: possible for a while, hard for months."
    return "That is doable beside a job."


def _shape(situation: Situation, plan: Plan) -> list[Statement]:
    """Say in a sentence how the plan is built: where it starts, its weight, where it ends."""
    base = situation.base
    if len(plan.steps) < 3:
        return []
    first, last = plan.steps[0], plan.steps[-1]
    heaviest = max(plan.steps, key=lambda step: step.hours)
    opening = f"You begin with {wording.name(base, first.topic_id)}"
    if first.hours <= EARLY_SUCCESS:
        opening += situation.pick(
            ", so that something works soon", ", short enough for an early success"
        )
    weight = f"{wording.name(base, heaviest.topic_id)} ({wording.hours(heaviest.hours)})"
    middle = f", give the most time to {weight}," if heaviest not in (first, last) else ""
    ending = f"{opening}{middle} and end with {wording.name(base, last.topic_id)}."
    return [Statement(ending, situation.chunk(heaviest.topic_id, "overview"))]


def _table(situation: Situation, plan: Plan) -> Table:
    dated = plan.steps[0].start is not None
    header = ("When" if dated else "Step", "Learn", "With", "Done when")
    rows = tuple(
        (
            (
                _when(step) if dated else str(position),
                f"**{step.title}** ({wording.hours(step.hours)})",
                _with(situation, step),
                step.done_when or "You can explain it to somebody else.",
            ),
            situation.chunk(step.topic_id, "projects")
            or situation.chunk(step.topic_id, "overview"),
        )
        for position, step in enumerate(plan.steps, 1)
    )
    return Table(header, rows)


def _when(step: PlanStep) -> str:
    return wording.days(step.start, step.end) if step.start and step.end else ""


def _with(situation: Situation, step: PlanStep) -> str:
    if not step.resources:
        return "your own choice"
    return wording.link(situation.base.resources[step.resources[0]])


def _left_out(situation: Situation, plan: Plan) -> list[Paragraph]:
    if not plan.left_out:
        return []
    skipped = situation.understanding.progress.skipped
    missing = [entry.topic_id for entry in plan.left_out if entry.topic_id not in skipped]
    own_choice = [entry.topic_id for entry in plan.left_out if entry.topic_id in skipped]
    parts = []
    if missing:
        parts.append(f"Left out for lack of time: {wording.names(situation.base, missing, 8)}.")
    if own_choice:
        parts.append(f"Skipped, as you asked: {wording.names(situation.base, own_choice, 8)}.")
    return [paragraph(Statement(" ".join(parts)))]


def _advice(situation: Situation, plan: Plan) -> str:
    """Give the one piece of advice that fits this person best."""
    profile, base = situation.profile, situation.base
    pace = profile.hours_per_week
    rusty = [step.topic_id for step in plan.steps if step.topic_id in profile.partly_known]
    if rusty:
        return (
            f"For {wording.names(base, rusty, 3)} I planned only a refresher; do the project "
            "first, and if it works at once, move on."
        )
    if plan.left_out and profile.deadline:
        return (
            "If a week is lost, drop the last step rather than the projects: a finished project is "
            "what people will ask about."
        )
    if pace is not None and pace <= 4:
        return (
            f"With {pace:g} hours a week the habit is everything: two fixed appointments beat one "
            "long one, and a missed week moves the plan, it never doubles the next one."
        )
    if pace is not None and pace >= 25:
        return (
            "At that pace keep one day a week free of new material and finish projects on it; "
            "tired weeks teach little."
        )
    if profile.assumed_known:
        assumed = wording.names(base, profile.assumed_known[-3:])
        return (
            f"I counted {assumed} as known, since what you named rests on them; tell me if one of "
            "them is missing and I will put it in."
        )
    return (
        "Finish the project of a step before you go on to the next; a missed week moves the plan, "
        "it never doubles the next one."
    )


def _follow_ups(situation: Situation, plan: Plan) -> tuple[str, ...]:
    first = wording.name(situation.base, plan.steps[0].topic_id)
    ask = [f"Why start with {first}?"]
    if situation.profile.hours_per_week is None:
        ask.append("I have 6 hours a week")
    elif situation.profile.deadline is None:
        ask.append("What if I have twice the time?")
    else:
        ask.append("What would fit with three more hours a week?")
    ask.append(f"Free resources for {first}")
    return tuple(ask)
