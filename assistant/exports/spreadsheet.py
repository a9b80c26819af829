"""Write a plan as a table for spreadsheets (CSV, RFC 4180)."""

from __future__ import annotations

import csv
import io

from assistant.answer import Plan
from assistant.exports.view import StepView, step_views
from knowledge import KnowledgeBase

COLUMNS = (
    "step",
    "topic_id",
    "title",
    "start",
    "end",
    "hours",
    "why",
    "prerequisites",
    "resource",
    "resource_url",
    "alternative",
    "alternative_url",
    "project",
    "done_when",
)


def plan_csv(plan: Plan, base: KnowledgeBase) -> bytes:
    """Return one line a step under a line of names; dates are ISO 8601, prerequisites are ids."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(view) for view in step_views(plan, base))
    return text.getvalue().encode()


def _row(view: StepView) -> dict[str, object]:
    step = view.step
    links: dict[str, str] = {}
    for name, resource in zip(("resource", "alternative"), view.resources, strict=False):
        links |= {name: resource.title, f"{name}_url": resource.url}
    return {
        "step": view.number,
        **step.model_dump(mode="json", include=set(COLUMNS)),
        "prerequisites": " ".join(step.prerequisites),
        **links,
    }
