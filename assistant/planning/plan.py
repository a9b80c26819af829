"""Compute a plan: the right topics, in the right order, on real dates."""

from __future__ import annotations

import datetime as dt

from assistant.answer import Plan
from assistant.planning.demand import Demand
from assistant.planning.known import assumed_state
from assistant.planning.steps import plan_steps
from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase, UsageError


def make_plan(
    base: KnowledgeBase,
    profile: Profile,
    progress: Progress | None = None,
    *,
    today: dt.date | None = None,
) -> Plan:
    """Return the plan for the profile's goal, from `profile.start` on.

    Without hours a week: everything the goal requires, undated; with a deadline, also the hours a
    week that it needs. With hours and no deadline: everything required, dated. With both: the exact
    optimum that fits, required topics first, then what else there is time for. What does not fit is
    listed with the reason, the hours a week that would do, and the earliest finish at this pace.
    After progress the rest is planned anew from the last thing done, or from `today` where that is
    later; the order of what remains stays as it was. Raises UsageError without a goal, or with a
    deadline that is not after the start.
    """
    if not profile.goal:
        raise UsageError("A plan needs a goal: name a role or a topic, for example `data-analyst`.")
    demand = Demand(base, profile, progress or Progress(), today)
    if profile.deadline is not None and profile.deadline <= demand.start:
        raise UsageError(
            f"The deadline {profile.deadline} is not after the start {demand.start}; "
            "name a later one."
        )
    selection = demand.select()
    chosen = selection.topics
    steps = plan_steps(demand, demand.sequence(chosen))
    finish = steps[-1].end if steps else None
    return Plan(
        goal=profile.goal,
        known=profile.known,
        assumed_known=assumed_state(base, profile, demand.progress),
        steps=tuple(steps),
        total_hours=round(sum(step.hours for step in steps), 2),
        # Weeks run to the evening of the last day.
        weeks=None if finish is None else round(((finish - demand.start).days + 1) / 7, 1),
        finish_date=finish,
        feasible=demand.is_feasible(chosen),
        left_out=tuple(demand.left_out(chosen)),
        minimum_hours_per_week=demand.minimum_hours_per_week(),
        earliest_finish=demand.earliest_finish(),
        gap=selection.gap,
    )
