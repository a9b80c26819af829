"""Compose the answers about doing: which project to build, how long things take, what was done."""

from __future__ import annotations

import datetime as dt

from assistant.compose import wording
from assistant.compose.blocks import Block, Paragraph, Statement, paragraph
from assistant.compose.next import compose_next
from assistant.compose.situation import Draft, Situation
from assistant.planning import study_hours
from knowledge import Topic
from knowledge.models import Project

NEWS = 3
"""Up to how many newly opened topics are named when something is finished."""


def compose_project(situation: Situation) -> Draft:
    """Describe what to build for the topics asked about, and how to know that it is done."""
    topics = situation.topics[:3]
    blocks: list[Block] = []
    for topic in topics:
        first, *others = topic.projects
        blocks.append(_project(situation, topic, first))
        if others and len(topics) == 1:
            other = others[0]
            task = f"A second one, **{other.title}**: {wording.imperative(other.brief)}"
            blocks.append(paragraph(Statement(task, situation.chunk(topic.id, "projects"))))
        missing = [name for name in topic.required if name not in situation.known]
        if missing and situation.known:
            need = f"You will want {wording.names(situation.base, missing)} before it."
            prerequisites = situation.chunk(topic.id, "prerequisites")
            blocks.append(paragraph(Statement(need, prerequisites)))
    name = wording.name(situation.base, topics[0])
    return Draft(
        "answer",
        "project",
        tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        follow_ups=(f"Free resources for {name}", "How many projects do I need in a portfolio?"),
    )


def _project(situation: Situation, topic: Topic, project: Project) -> Paragraph:
    chunk = situation.chunk(topic.id, "projects")
    stop = "" if project.title.endswith(("?", "!")) else "."
    lead = situation.pick("My pick:", "I would build this:", "Try this one:")
    length = f"Plan about {wording.hours(project.hours)} for it." if project.hours else ""
    return paragraph(
        Statement(f"{lead} **{project.title}**{stop} {project.brief}", chunk),
        Statement(f"You end up with {wording.within(project.deliverable)}", chunk),
        Statement(f"It is done when {wording.within(project.done_when)}", chunk),
        Statement(length, chunk),
    )


def compose_time(situation: Situation) -> Draft:
    """Say how long the topics take: in hours, and at this person's pace in weeks."""
    base, profile, progress = situation.base, situation.profile, situation.understanding.progress
    blocks: list[Block] = []
    for topic in situation.topics[:3]:
        name = wording.name(base, topic)
        amount = study_hours(base, topic.id, partly_known=profile.partly_known, pace=progress.pace)
        text = f"Count on {topic.hours.low:g} to {topic.hours.high:g} hours for {name}."
        overview = situation.chunk(topic.id, "overview")
        blocks.append(
            paragraph(
                Statement(text, overview),
                Statement(_at_pace(situation, amount)),
                Statement(_basis(topic, name), overview),
            )
        )
        blocks.append(paragraph(_time_before(situation, topic)))
    first = situation.topics[0]
    return Draft(
        "answer",
        "time",
        tuple(blocks),
        topics=tuple(t.id for t in situation.topics[:3]),
        follow_ups=(
            f"Make me a plan to learn {wording.name(base, first)}",
            "I have 5 hours a week",
        ),
    )


def _basis(topic: Topic, name: str) -> str:
    """Return what the hours rest on; an estimate of ours names the topic it is for."""
    stated = wording.capital(topic.hours.basis)
    return stated.replace("Our estimate:", f"Our estimate for {name}:", 1)


def _time_before(situation: Situation, topic: Topic) -> Statement | None:
    """Say how much time goes into what comes before a topic and is not known yet."""
    base = situation.base
    missing = base.graph.order(base.graph.ancestors([topic.id]) - situation.known)
    if not missing:
        return None
    before = sum(base.topics[name].hours.midpoint for name in missing)
    listed = wording.names(base, missing)
    if not situation.known:
        text = f"From zero, add about {wording.hours(before)} for what comes before it: {listed}."
    else:
        together = "together " if len(missing) > 1 else ""
        text = f"Before it you still lack {listed}, {together}about {wording.hours(before)}."
    return Statement(text)


def _at_pace(situation: Situation, amount: float) -> str:
    pace = situation.profile.hours_per_week
    if not pace:
        return (
            f"At 5 hours a week that is {wording.span(amount / 5)}; tell me your own hours and I "
            "will reckon with them."
        )
    end = situation.today + dt.timedelta(weeks=amount / pace)
    return (
        f"At your {pace:g} hours a week that is {wording.span(amount / pace)}, "
        f"so until {wording.day(end)} if you start today."
    )


def compose_progress(situation: Situation) -> Draft:
    """Take note of what was done and say what follows from it."""
    base, progress = situation.base, situation.understanding.progress
    mentioned = [name for name in situation.understanding.topics if name in situation.known]
    opened = [
        name
        for topic in mentioned
        for name in base.graph.unlocks[topic]
        if name not in situation.known and set(base.graph.required[name]) <= situation.known
    ]
    note: list[Statement] = []
    if "pace" in situation.understanding.changed and progress.pace != 1:
        note.append(
            Statement(
                f"Noted: things take you about {progress.pace:g} times our estimates, "
                "so I reckon with that from now on."
            )
        )
    elif mentioned:
        done = wording.names(base, mentioned)
        praise = situation.pick(f"Well done on {done}", f"Good, {done} done", f"Nice, {done} done")
        note.append(Statement(f"{praise}{_opens(situation, opened)}."))
    if not situation.suggestions:
        return Draft("answer", "progress", (paragraph(*note),), topics=tuple(mentioned))
    following = compose_next(situation)
    return Draft(
        "answer",
        "progress",
        (paragraph(*note), *following.blocks),
        topics=(*mentioned, *following.topics),
        recommended=following.recommended,
        resources=following.resources,
        follow_ups=following.follow_ups,
    )


def _opens(situation: Situation, opened: list[str]) -> str:
    """Say what has become possible, where it is little enough to be news."""
    new = list(dict.fromkeys(opened))
    if not 0 < len(new) <= NEWS:
        return ""
    return f": that was all you lacked for {wording.names(situation.base, new)}"
