"""Compose the answer that carries a plan: the judgement first, then the table of steps."""

from __future__ import annotations

from assistant.answer import Plan, PlanStep
from assistant.compose import wording
from assistant.compose.advice import advice
from assistant.compose.blocks import Block, Paragraph, Statement, Table, paragraph
from assistant.compose.situation import Draft, Situation

MORE_HOURS = 3
"""How many hours a week more the suggested next question tries."""
STAGES = 3
"""Into how many stages a plan is told."""
STAGED = 5
"""From how many steps on a plan is told in stages."""


def compose_plan(situation: Situation) -> Draft:
    """Present the computed plan: what it comes to, its shape, its steps, what does not fit."""
    plan = situation.plan
    if plan is None or not plan.steps:
        return _nothing_to_plan(situation)
    blocks: list[Block] = [
        paragraph(Statement(_judgement(situation, plan)), *_shape(situation, plan)),
        _table(situation, plan),
        *_left_out(situation, plan),
        paragraph(advice(situation, plan)),
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
            f"Nothing of it fits before {until}: {'even ' if len(plan.left_out) > 1 else ''}"
            f"{wording.name(base, topic)} alone takes {wording.hours(shortest.hours)}. "
            f"{_way_out(plan)}"
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
    total = wording.hours(plan.total_hours)
    size = f"{len(plan.steps)} steps, {total}" if len(plan.steps) > 1 else total
    pace = f"{profile.hours_per_week:g} hours a week" if profile.hours_per_week else ""
    if profile.deadline and pace:
        return _against_deadline(situation, plan, size, goal, pace)
    if profile.deadline:
        return (
            f"To {goal} by {wording.day(profile.deadline)} you need "
            f"{plan.minimum_hours_per_week:g} hours a week: {size} in all. "
            f"{_verdict_on_pace(plan)}"
        )
    if plan.finish_date:
        done, length = wording.day(plan.finish_date), wording.span(plan.weeks or 0)
        if sooner := _against_last_plan(situation, plan):
            return f"At {pace} you finish on {done}, in {length}: {sooner}."
        return situation.pick(
            f"{wording.gerund(goal)} takes you {length} at {pace}: {size} in all, and you "
            f"finish on {done}.",
            f"At {pace} it takes you {length} to {goal}: {size}, done on {done}.",
        )
    in_steps = f" in {len(plan.steps)} steps" if len(plan.steps) > 1 else ""
    return (
        f"{wording.gerund(goal)} takes about {total}{in_steps}. "
        "Tell me your hours a week and I will put dates on it."
    )


def _against_last_plan(situation: Situation, plan: Plan) -> str:
    """Say how much sooner or later than the plan of the last answer this one ends."""
    last = situation.conversation.last
    before = last.answer.plan if last else None
    if before is None or before.goal != plan.goal or not before.finish_date or not plan.finish_date:
        return ""
    weeks = (plan.finish_date - before.finish_date).days / 7
    if abs(weeks) < 1:
        return ""
    return f"{wording.span(abs(weeks))} {'later' if weeks > 0 else 'sooner'} than before"


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
    """Tell the plan in stages of about equal length, with the date by which each is done."""
    if len(plan.steps) < STAGED:
        return []
    weights = [_weight(situation, stage) for stage in _stages(plan)]
    ends = [stage[-1].end for stage in _stages(plan)]
    first, second, last = weights
    if ends[0] and ends[1]:
        early, late = (wording.part_of_month(end, situation.today) for end in ends[:2] if end)
        text = situation.pick(
            f"Until {early} the weight lies on {first}, until {late} on {second}, and at the end "
            f"on {last}.",
            f"Until {early} you work mostly on {first}, then until {late} on {second}, and "
            f"last on {last}.",
        )
    else:
        text = f"First the weight lies on {first}, then on {second}, and at the end on {last}."
    heaviest = max(plan.steps, key=lambda step: step.hours)
    return [Statement(text, situation.chunk(heaviest.topic_id, "overview"))]


def _weight(situation: Situation, stage: list[PlanStep]) -> str:
    """Return the two steps of a stage that take the most hours, in the order of the plan."""
    longest = sorted(stage, key=lambda step: -step.hours)[:2]
    shown = [step.topic_id for step in stage if step in longest]
    return wording.names(situation.base, shown)


def _stages(plan: Plan) -> list[list[PlanStep]]:
    """Cut the steps where a third and two thirds of the hours are done; no stage is empty."""
    stages: list[list[PlanStep]] = [[]]
    spent = 0.0
    for position, step in enumerate(plan.steps):
        left = len(plan.steps) - position
        full = spent >= len(stages) * plan.total_hours / STAGES
        must = left <= STAGES - len(stages)
        if stages[-1] and len(stages) < STAGES and (full or must):
            stages.append([])
        stages[-1].append(step)
        spent += step.hours
    return stages


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


def _follow_ups(situation: Situation, plan: Plan) -> tuple[str, ...]:
    first = wording.name(situation.base, plan.steps[0].topic_id)
    ask = [f"Why start with {first}?"]
    pace = situation.profile.hours_per_week
    if pace is None:
        ask.append("I have 6 hours a week")
    else:
        ask.append(f"Make that {pace + MORE_HOURS:g} hours a week")
    ask.append(f"Free resources for {first}")
    return tuple(ask)
