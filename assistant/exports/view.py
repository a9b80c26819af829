"""Say what an exported plan shows of its goal and steps, the same in every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Plan, PlanStep
from knowledge import Hours, KnowledgeBase, Resource
from knowledge.models import Project


@dataclass(frozen=True)
class StepView:
    """A step with its number, its resources and its project in full.

    `weeks` are the first and last week of the plan that it takes, from 1; None without dates.
    """

    number: int
    step: PlanStep
    resources: Sequence[Resource]
    project: Project | None
    weeks: tuple[int, int] | None


def step_views(plan: Plan, base: KnowledgeBase) -> list[StepView]:
    """Return the steps of a plan as exports show them."""
    first = plan.steps[0].start if plan.steps else None
    views = []
    for number, step in enumerate(plan.steps, 1):
        weeks = None
        if first is not None and step.start is not None and step.end is not None:
            weeks = ((step.start - first).days // 7 + 1, (step.end - first).days // 7 + 1)
        projects = base.topics[step.topic_id].projects
        project = next((item for item in projects if item.title == step.project), None)
        resources = [base.resources[name] for name in step.resources]
        views.append(StepView(number, step, resources, project, weeks))
    return views


def goal_title(plan: Plan, base: KnowledgeBase) -> str:
    """Return the goal in words: the titles of its roles and topics, "" where none is left."""
    titles = [
        base.roles[goal].title if goal in base.roles else base.topics[goal].title
        for goal in plan.goal
    ]
    return " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))


def summary(plan: Plan) -> str:
    """Return a sentence or two on how much the plan is and whether all of the goal is in it."""
    steps = f"{len(plan.steps)} step{'s' * (len(plan.steps) != 1)}"
    text = f"{steps}, {hours(plan.total_hours)}"
    if plan.weeks is not None and plan.finish_date is not None:
        text += f", {plan.weeks:g} weeks; the last day is {day(plan.finish_date)}"
    text += "."
    if plan.minimum_hours_per_week is not None:
        text += f" All that the goal requires takes {plan.minimum_hours_per_week:g} hours a week"
        text += " to be done by the deadline."
    if plan.earliest_finish is not None and not plan.feasible:
        text += f" At the present pace all of it is done on {day(plan.earliest_finish)}."
    if plan.gap:
        text += " The search stopped at its time limit;"
        text += f" this choice is within {plan.gap:.1%} of the best."
    return text


def hours(amount: float) -> str:
    """Return an amount of time in words, such as "1 hour" or "22.5 hours"."""
    return f"{round(amount, 1):g} hour{'s' * (round(amount, 1) != 1)}"


def hour_range(estimate: Hours) -> str:
    """Return an estimate in words, such as "40–80 hours"."""
    low, high = estimate.low, estimate.high
    return hours(low) if low == high else f"{low:g}–{high:g} hours"


def day(date: dt.date) -> str:
    """Return a date in words that does not depend on the machine's language: "3 May 2027"."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def span(start: dt.date, end: dt.date) -> str:
    """Return a first and last day as short as can be: "3–9 May 2027"."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def about(resource: Resource) -> str:
    """Return what kind of thing a resource is: "course, free, 15 hours"."""
    parts = [resource.type, resource.cost.replace("free-audit", "free to audit")]
    if resource.hours is not None:
        parts.append(hours(resource.hours))
    if resource.status == "unknown":
        parts.append("not checked lately")
    return ", ".join(parts)


# Not strftime, whose names follow the machine's language.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
