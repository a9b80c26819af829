"""Write a plan as a calendar (iCalendar, RFC 5545): one event of whole days a step."""

from __future__ import annotations

import datetime as dt

from assistant.answer import Plan
from assistant.exports.view import StepView, about, goal_title, hours, step_views
from knowledge import KnowledgeBase, UsageError

PRODUCT = "-//roadmap-assistant//learning plan//EN"


def plan_calendar(plan: Plan, base: KnowledgeBase) -> bytes:
    """Return the calendar of a dated plan; the same step has the same UID in every export.

    So a plan that was made anew moves its events instead of doubling them. Raises UsageError where
    the plan has no dates.
    """
    from icalendar import Calendar  # a third of a second to import, used only here

    if any(step.start is None for step in plan.steps):
        raise UsageError(
            "A calendar needs dates and this plan has none; say how many hours a week there are."
        )
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", f"Learning plan: {goal_title(plan, base)}")
    for view in step_views(plan, base):
        calendar.add_component(_event(view, plan))
    written: bytes = calendar.to_ical()
    return written


def _event(view: StepView, plan: Plan) -> object:
    from icalendar import Event

    step = view.step
    assert step.start is not None and step.end is not None
    event = Event()
    event.add("uid", f"{'.'.join(plan.goal)}.{step.topic_id}@roadmap-assistant")
    # The time of writing would make two exports of one plan differ; the plan's first day does not.
    event.add("dtstamp", dt.datetime.combine(plan.steps[0].start or step.start, dt.time(), dt.UTC))
    event.add("dtstart", step.start)
    if step.end < dt.date.max:
        event.add("dtend", step.end + dt.timedelta(days=1))  # RFC 5545: the day after the last
    event.add("summary", f"{step.title} ({hours(step.hours)})")
    event.add("description", _description(view))
    if view.resources:
        event.add("url", view.resources[0].url)
    event.add("transp", "TRANSPARENT")  # study does not make the whole day busy
    return event


def _description(view: StepView) -> str:
    lines = [view.step.why]
    for lead, resource in zip(("Use", "Or"), view.resources, strict=False):
        lines.append(f"{lead}: {resource.title} ({about(resource)}) {resource.url}")
    if view.project is not None:
        lines.append(f"Build: {view.project.title}. {view.project.brief}")
    if view.step.done_when:
        lines.append(f"Done when: {view.step.done_when}")
    return "\n".join(lines)
