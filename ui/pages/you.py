"""The person: what the assistant believes about them, editable in place."""

from __future__ import annotations

from ui.render import render
from ui.warm import Desk


def summary_html(desk: Desk, person: str) -> str:
    """Return the short form that stands beside the chat."""
    learner = desk.memory.learner(person)
    return render("you_summary.html", profile=learner.profile, progress=learner.progress, base=desk.base)
