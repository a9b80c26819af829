"""A person's own roadmap: drop a Markdown file, read the report, and everything answers from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import gradio as gr

from assistant import RoadmapError
from ui.pages.frame import Frame, on, panel
from ui.render import render


class OwnRoadmap:
    """The components of the part of the page about the person."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        with gr.Column(elem_id="own-part", min_width=0):
            self.state = panel("own")
            upload = gr.UploadButton(
                "Bring a roadmap (Markdown)",
                file_types=[".md", ".markdown", ".txt"],
                elem_id="own-upload",
            )
        on(upload.upload, self._bring, [upload], [self.state])
        on(self.state.act, self._leave, None, [self.state])

    def show(self, request: gr.Request) -> str:
        """Return whether the person has a roadmap of their own."""
        _, person = self.frame.at(request)
        return self._html(person)

    def _bring(self, path: str, request: gr.Request) -> Iterator[str]:
        _, person = self.frame.at(request)
        words = ""
        try:
            for words in self.frame.desks.bring(person, Path(path)):
                yield self._html(person, busy=words)
        except RoadmapError as error:
            yield self._html(person, notice=str(error))
            return
        yield self._html(person, report=words)

    def _leave(self, request: gr.Request) -> str:
        _, person = self.frame.at(request)
        self.frame.desks.leave(person)
        return self._html(person)

    def _html(self, person: str, *, busy: str = "", report: str = "", notice: str = "") -> str:
        has_own = self.frame.desks.has_own(person)
        return render("own.html", has_own=has_own, busy=busy, report=report, notice=notice)
