"""Write a plan or the whole roadmap as a PDF to print, typeset by Typst with its own fonts.

Words reach the templates as JSON data only, so nothing in them is ever read as Typst code.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.answer import Plan
from assistant.exports.layout import lay_out_rows
from assistant.exports.view import (
    StepView,
    about,
    goal_title,
    hour_range,
    hours,
    span,
    step_views,
    summary,
)
from knowledge import KnowledgeBase, Resource, Role, Topic

_TEMPLATES = Path(__file__).parent
_COLUMNS = 4  # boxes side by side on an upright page ...
_MANY, _COLUMNS_OF_MANY = 30, 5  # ... and where there are more than so many of them
_ROWS = 13  # of boxes that fit on a page below its title


def plan_pdf(plan: Plan, base: KnowledgeBase) -> bytes:
    """Return the plan to hang up: its graph, the table of weeks to tick off, each step in full."""
    views = step_views(plan, base)
    numbers = {view.step.topic_id: view.number for view in views}
    rows = _rows(list(numbers), base)
    data = {
        "title": goal_title(plan, base),
        "summary": summary(plan),
        "pages": [rows[first : first + _ROWS] for first in range(0, len(rows), _ROWS)],
        "numbers": numbers,
        "titles": {view.step.topic_id: view.step.title for view in views},
        "edges": _edges(list(numbers), base),
        "steps": [_step(view) for view in views],
        "left_out": [
            {"title": entry.title, "hours": hours(entry.hours), "reason": entry.reason}
            for entry in plan.left_out
        ],
    }
    return _typeset("plan.typ", data)


def roadmap_pdf(base: KnowledgeBase) -> bytes:
    """Return the whole roadmap: title page, contents, areas with their graphs, topics and roles."""
    areas = []
    for area in base.areas.values():
        names = base.graph.order(
            {topic.id for topic in base.topics.values() if topic.area == area.id}
        )
        if names:
            areas.append(
                {
                    "title": area.title,
                    "summary": area.summary,
                    "rows": _rows(names, base),
                    "edges": _edges(names, base),
                    "topics": [_topic(base.topics[name], base) for name in names],
                }
            )
    data = {
        "counts": (
            f"{len(base.topics)} topics · {len(areas)} areas · {len(base.roles)} roles · "
            f"{len(base.resources)} resources"
        ),
        "titles": {topic.id: topic.title for topic in base.topics.values()},
        "areas": areas,
        "roles": [_role(role, base) for role in base.roles.values()],
    }
    return _typeset("roadmap.typ", data)


def _typeset(template: str, data: dict[str, Any]) -> bytes:
    import typst  # a large compiled module, needed by this format alone

    pdf = typst.compile(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        timestamp=0,
    )
    assert isinstance(pdf, bytes)
    return pdf


def _rows(topics: Sequence[str], base: KnowledgeBase) -> list[list[str]]:
    ordered = base.graph.order(topics, helpful=False)
    columns = _COLUMNS if len(topics) <= _MANY else _COLUMNS_OF_MANY
    return lay_out_rows(ordered, _edges(ordered, base), columns=columns)


def _edges(topics: Sequence[str], base: KnowledgeBase) -> list[tuple[str, str]]:
    """Return the required edges between the topics that no longer chain implies."""
    inside = set(topics)
    edges = []
    for topic in topics:
        before = [name for name in base.graph.required[topic] if name in inside]
        edges += [
            (name, topic)
            for name in before
            if name not in base.graph.ancestors(other for other in before if other != name)
        ]
    return edges


def _step(view: StepView) -> dict[str, Any]:
    step, project = view.step, view.project
    dated = step.start is not None and step.end is not None
    return {
        "number": view.number,
        "title": step.title,
        "hours": hours(step.hours),
        "weeks": None if view.weeks is None else "–".join(map(str, dict.fromkeys(view.weeks))),
        "dates": span(step.start, step.end) if dated and step.start and step.end else None,
        "why": step.why,
        "resources": [_resource(resource) for resource in view.resources],
        "project": None if project is None else {"title": project.title, "brief": project.brief},
        "done_when": step.done_when,
    }


def _resource(resource: Resource) -> dict[str, str]:
    return {
        "title": resource.title,
        "provider": resource.provider,
        "about": about(resource),
        "url": resource.url,
    }


def _topic(topic: Topic, base: KnowledgeBase) -> dict[str, Any]:
    resources = [base.resources[name] for name in topic.resources]
    return {
        "id": topic.id,
        "title": topic.title,
        "difficulty": topic.difficulty,
        "hours": hour_range(topic.hours),
        "summary": topic.summary,
        "required": topic.required,
        "helpful": topic.helpful,
        "subtopics": [subtopic.name for subtopic in topic.subtopics],
        "resources": [_resource(item) for item in resources if item.is_recommendable],
    }


def _role(role: Role, base: KnowledgeBase) -> dict[str, Any]:
    return {
        "title": role.title,
        "work": role.work,
        "employers": role.employers,
        "required": [entry.topic for entry in role.topics if entry.required],
        "optional": [entry.topic for entry in role.topics if not entry.required],
    }
