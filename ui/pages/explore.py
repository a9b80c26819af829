"""Explore: topics and resources as searchable tables."""

from __future__ import annotations

from collections.abc import Mapping

import gradio as gr

from ui.explore import CHOICES, find_resources, find_topics
from ui.pages.frame import Frame, on, panel
from ui.render import render
from ui.standing import WORDS, standings
from ui.warm import Desk

MOST = 150
"""Rows that one page shows."""


def found_html(desk: Desk, person: str, wanted: Mapping[str, str]) -> str:
    """Return the table of what matches the filters; `wanted["kind"]` is resources or topics."""
    base = desk.base
    learner = desk.memory.learner(person)
    kind = "topics" if wanted.get("kind") == "topics" else "resources"
    return render(
        "found.html",
        kind=kind,
        found=find_topics(base, wanted) if kind == "topics" else find_resources(base, wanted),
        most=MOST,
        base=base,
        standings=standings(base, learner.profile, learner.progress),
        words=WORDS,
        done=learner.progress.done,
    )


class ExplorePage:
    """The components of the page; `ask` of the table belongs to the chat."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        with gr.Column(elem_id="explore-page", elem_classes="page wide-page", min_width=0):
            self.filters = panel("filters")
            self.found = panel("found")
        on(self.filters.filter, self._filter, None, [self.found])

    def show(self, request: gr.Request) -> tuple[str, str]:
        """Return the filters and everything that there is."""
        desk, person = self.frame.at(request)
        filters = render("filters.html", areas=desk.base.areas.values(), choices=CHOICES)
        return filters, found_html(desk, person, {})

    def _filter(self, event: gr.EventData, request: gr.Request) -> str:
        return found_html(*self.frame.at(request), event._data)
