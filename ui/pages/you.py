"""The person: what the assistant believes about them, editable in place, and their data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gradio as gr

from assistant import Profile, Progress, UsageError
from ui import believe
from ui.pages.frame import Frame, on, panel
from ui.pages.own import OwnRoadmap
from ui.render import render
from ui.warm import Desk


def summary_html(desk: Desk, person: str) -> str:
    """Return the short form that stands beside the chat."""
    learner = desk.memory.learner(person)
    return render(
        "you_summary.html", profile=learner.profile, progress=learner.progress, base=desk.base
    )


def you_html(desk: Desk, person: str, notice: str = "") -> str:
    """Return everything believed of the person, as a form."""
    learner = desk.memory.learner(person)
    return render(
        "you.html",
        profile=learner.profile,
        progress=learner.progress,
        removed=sorted({name for names in learner.removed.values() for name in names}),
        choices=believe.CHOICES,
        base=desk.base,
        notice=notice,
    )


def apply(desk: Desk, person: str, data: dict[str, Any]) -> None:
    """Carry out one edit of the form; raises UsageError where it makes no sense."""
    learner = desk.memory.learner(person)
    profile, progress = edited(desk, learner.profile, learner.progress, data)
    desk.memory.save_learner(person, profile, progress)


def edited(
    desk: Desk, profile: Profile, progress: Progress, data: dict[str, Any]
) -> tuple[Profile, Progress]:
    """Return profile and progress after one edit."""
    match data["do"]:
        case "done":
            return profile, believe.finish(progress, data["topic"], desk.assistant.today())
        case "undone":
            return profile, believe.finish(progress, data["topic"], None)
        case "skip" | "unskip":
            return profile, believe.skip(progress, data["topic"], data["do"] == "skip")
        case "pace":
            return profile, progress.model_copy(update={"pace": 1.0})
    return _edited_profile(desk, profile, data), progress


def _edited_profile(desk: Desk, profile: Profile, data: dict[str, Any]) -> Profile:
    match data["do"]:
        case "place":
            topic = believe.find_topic(desk.base, data["topic"])
            return believe.place(profile, topic, data.get("where") or None)
        case "goal":
            return believe.aim(profile, believe.find_goal(desk.base, data["goal"]), True)
        case "no-goal":
            return believe.aim(profile, data["goal"], False)
        case "set":
            return believe.set_field(profile, data["field"], data["value"])
        case "prefer":
            return believe.prefer(profile, data["field"], data["word"], data["value"] == "true")
        case "no-skill":
            others = tuple(name for name in profile.other_skills if name != data["name"])
            return profile.model_copy(update={"other_skills": others})
    raise UsageError("This button is older than the page; reload the page.")


class YouPage:
    """The components of the page about the person."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        with gr.Column(elem_id="you-page", elem_classes="page", min_width=0):
            self.form = panel("you")
            with gr.Row(elem_classes="buttons"):
                export = gr.Button("Take my data along", elem_id="export")
                self.upload = gr.UploadButton(
                    "Bring my data in", file_types=[".json"], elem_id="import"
                )
            self.own = OwnRoadmap(frame)
        on(self.form.act, self._act, None, [self.form])
        frame.offer(export.click, self._export)
        on(self.upload.upload, self._import, [self.upload], [self.form])

    def show(self, request: gr.Request) -> tuple[str, str]:
        """Return the form and the part about the person's own roadmap as they stand now."""
        return you_html(*self.frame.at(request)), self.own.show(request)

    def _act(self, event: gr.EventData, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        if event._data["do"] == "forget":
            desk.memory.delete_person(person)
            return you_html(desk, person, "Everything about you is deleted.")
        try:
            apply(desk, person, event._data)
        except UsageError as error:
            return you_html(desk, person, str(error))
        return you_html(desk, person)

    def _export(self, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        data = desk.memory.export_person(person)
        text = json.dumps(data, ensure_ascii=False, indent=1)
        return self.frame.keep("roadmap-my-data.json", text.encode())

    def _import(self, path: str, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        try:
            data = json.loads(Path(path).read_text(encoding="utf-8"))
        except (ValueError, RecursionError):
            return you_html(desk, person, "That file is not an export from here; nothing changed.")
        try:
            desk.memory.import_person(person, data)
        except UsageError as error:
            return you_html(desk, person, str(error))
        return you_html(desk, person, "Your data is in.")
