"""Write a plan or the whole roadmap as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Plan
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


def plan_markdown(plan: Plan, base: KnowledgeBase) -> bytes:
    """Return what the plan comes to, its table of steps, each step in full, what is left out."""
    return _document(_plan_lines(plan, base))


def roadmap_markdown(base: KnowledgeBase) -> bytes:
    """Return every area with its topics and every role; prerequisites link to their topics."""
    return _document(_roadmap_lines(base))


def _document(blocks: Iterator[str]) -> bytes:
    return ("\n\n".join(blocks) + "\n").encode()


def _plan_lines(plan: Plan, base: KnowledgeBase) -> Iterator[str]:
    views = step_views(plan, base)
    yield f"# Learning plan: {_text(goal_title(plan, base))}"
    yield _text(summary(plan))
    if views:
        rows = [_row(view) for view in views]
        yield "\n".join(("| Step | When | Learn | Hours |", "|---:|---|---|---:|", *rows))
    for view in views:
        yield f"## {view.number}. {_text(view.step.title)}"
        yield _text(view.step.why)
        yield "\n".join(_details(view))
    if plan.left_out:
        yield "## Left out"
        yield "\n".join(
            f"- **{_text(entry.title)}** ({hours(entry.hours)}): {_text(entry.reason)}"
            for entry in plan.left_out
        )


def _row(view: StepView) -> str:
    step = view.step
    when = "" if step.start is None or step.end is None else span(step.start, step.end)
    return f"| {view.number} | {when} | {_text(step.title)} | {step.hours:g} |"


def _details(view: StepView) -> Iterator[str]:
    yield f"- Time: {hours(view.step.hours)}"
    for lead, resource in zip(("Use", "Or"), view.resources, strict=False):
        yield f"- {lead}: {_link(resource)} ({about(resource)})"
    if view.project is not None:
        yield f"- Build: {_text(view.project.title)}. {_text(view.project.brief)}"
    if view.step.done_when:
        yield f"- Done when: {_text(view.step.done_when)}"


def _roadmap_lines(base: KnowledgeBase) -> Iterator[str]:
    yield "# Data science and machine learning roadmap"
    yield (
        f"{len(base.topics)} topics in {len(base.areas)} areas, {len(base.roles)} roles, "
        f"{len(base.resources)} resources."
    )
    for area in base.areas.values():
        names = {topic.id for topic in base.topics.values() if topic.area == area.id}
        if names:
            yield f"## {_text(area.title)}"
            yield _text(area.summary)
        for name in base.graph.order(names):
            yield from _topic_lines(base.topics[name], base)
    if base.roles:
        yield "## Roles"
    for role in base.roles.values():
        yield from _role_lines(role, base)


def _topic_lines(topic: Topic, base: KnowledgeBase) -> Iterator[str]:
    yield f'### <a id="{topic.id}"></a>{_text(topic.title)}'
    yield f"Difficulty {topic.difficulty} of 5, {hour_range(topic.hours)}. {_text(topic.summary)}"
    for name, before in (("Requires", topic.required), ("Easier with", topic.helpful)):
        if before:
            links = ", ".join(f"[{_text(base.topics[t].title)}](#{t})" for t in before)
            yield f"{name}: {links}."
    if topic.subtopics:
        yield f"Contents: {', '.join(_text(subtopic.name) for subtopic in topic.subtopics)}."
    resources = [base.resources[name] for name in topic.resources]
    usable = [resource for resource in resources if resource.is_recommendable]
    if usable:
        yield "\n".join(
            f"- {_link(item)}, {_text(item.provider)} ({about(item)})" for item in usable
        )


def _role_lines(role: Role, base: KnowledgeBase) -> Iterator[str]:
    yield f"### {_text(role.title)}"
    yield f"{_text(role.work)} {_text(role.employers)}"
    for name, required in (("Required", True), ("Welcome", False)):
        links = [
            f"[{_text(base.topics[entry.topic].title)}](#{entry.topic})"
            for entry in role.topics
            if entry.required is required
        ]
        if links:
            yield f"{name}: {', '.join(links)}."


def _link(resource: Resource) -> str:
    # Angle brackets keep addresses with round brackets whole.
    return f"[{_text(resource.title)}](<{resource.url}>)"


def _text(text: str) -> str:
    """Escape what Markdown would read as markup, so that words stay words."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", " ".join(text.split()))
