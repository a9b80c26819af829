"""The plan: a timeline, its steps to tick off, and what would make everything fit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import gradio as gr

from assistant import Plan, UsageError
from assistant.exports import export_plan, export_roadmap
from assistant.planning import make_plan
from ui import believe
from ui.gantt import gantt
from ui.pages.frame import Frame, on, panel
from ui.pages.you import apply
from ui.render import render
from ui.warm import Desk

DOWNLOADS = (("Markdown", "md"), ("PDF", "pdf"), ("Calendar", "ics"), ("CSV", "csv"))


def plan_html(desk: Desk, person: str, notice: str = "") -> str:
    """Return the person's plan, or how to get one."""
    learner = desk.memory.learner(person)
    plan: Plan | None = None
    if learner.profile.goal:
        try:
            plan = make_plan(desk.base, learner.profile, learner.progress)
        except UsageError as error:
            notice = notice or str(error)
    return render(
        "plan.html",
        plan=plan,
        chart=gantt(plan) if plan else None,
        profile=learner.profile,
        progress=learner.progress,
        base=desk.base,
        notice=notice,
        one_day=dt.timedelta(days=1),
    )


def change_plan(desk: Desk, person: str, data: dict[str, Any]) -> None:
    """Carry out one edit of the plan page; raises UsageError where it makes no sense."""
    learner = desk.memory.learner(person)
    match data["do"]:
        case "hours":
            hours = "" if data["value"] == "0" else data["value"]
            apply(desk, person, {"do": "set", "field": "hours_per_week", "value": hours})
        case "weeks":
            weeks = int(data["value"])
            day = learner.profile.start + dt.timedelta(weeks=weeks)
            value = day.isoformat() if weeks else ""
            apply(desk, person, {"do": "set", "field": "deadline", "value": value})
        case "took":
            progress = believe.took(
                desk.base, learner.progress, data["topic"], data["hours"], desk.assistant.today()
            )
            desk.memory.save_learner(person, learner.profile, progress)
        case "goal" if not data["goal"]:
            raise UsageError("Choose a role or a topic from the list.")
        case _:
            apply(desk, person, data)


class PlanPage:
    """The components of the plan page."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        with gr.Column(elem_id="plan-page", elem_classes="page", min_width=0):
            self.plan = panel("plan")
            with gr.Row(elem_classes="buttons"):
                for label, suffix in DOWNLOADS:
                    button = gr.Button(f"{label}", elem_id=f"plan-{suffix}")
                    frame.offer(button.click, self._download(suffix))
                whole = gr.Button("The whole roadmap (PDF)", elem_id="roadmap-pdf")
                frame.offer(whole.click, self._roadmap)
        on(self.plan.act, self._act, None, [self.plan])

    def show(self, request: gr.Request) -> str:
        """Return the plan as it stands now."""
        return plan_html(*self.frame.at(request))

    def _act(self, event: gr.EventData, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        try:
            change_plan(desk, person, event._data)
        except UsageError as error:
            return plan_html(desk, person, str(error))
        return plan_html(desk, person)

    def _download(self, suffix: str) -> Any:
        def write(request: gr.Request) -> str:
            desk, person = self.frame.at(request)
            learner = desk.memory.learner(person)
            plan = make_plan(desk.base, learner.profile, learner.progress)
            return self.frame.keep(f"plan.{suffix}", export_plan(plan, desk.base, suffix))

        return write

    def _roadmap(self, request: gr.Request) -> str:
        desk, _ = self.frame.at(request)
        return self.frame.keep("roadmap.pdf", export_roadmap(desk.base, "pdf"))
