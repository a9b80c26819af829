"""Compose the answers about doing: which project to build, how long things take, what was done."""

from __future__ import annotations

import datetime as dt

from assistant.compose import wording
from assistant.compose.blocks import Block, Statement, paragraph
from assistant.compose.next import compose_next
from assistant.compose.situation import Draft, Situation
from assistant.planning import study_hours


def compose_project(situation: Situation) -> Draft:
    """Describe what to build for the topics asked about, and how to know that it is done."""
    topics = situation.topics[:3]
    blocks: list[Block] = []
    for topic in topics:
        chunk = situation.chunk(topic.id, "projects")
        for project in topic.projects[: 2 if len(topics) == 1 else 1]:
            length = f" Plan about {wording.hours(project.hours)} for it." if project.hours else ""
            blocks.append(
                paragraph(
                    Statement(f"**{project.title}.** {project.brief} {project.deliverable}", chunk),
                    Statement(f"Done when: {project.done_when}{length}", chunk),
                )
            )
        missing = [name for name in topic.required if name not in situation.known]
        if missing and situation.known:
            blocks.append(
                paragraph(
                    Statement(
                        f"You will want {wording.names(situation.base, missing)} before it.",
                        situation.chunk(topic.id, "prerequisites"),
                    )
                )
            )
    name = wording.name(situation.base, topics[0])
    return Draft(
        "answer",
        "project",
        tuple(blocks),
        topics=tuple(topic.id for topic in topics),
        follow_ups=(f"Free resources for {name}", "How many projects do I need in a portfolio?"),
    )


def compose_time(situation: Situation) -> Draft:
    """Say how long the topics take: in hours, and at this person's pace in weeks."""
    base, profile, progress = situation.base, situation.profile, situation.understanding.progress
    blocks: list[Block] = []
    for topic in situation.topics[:3]:
        name = wording.name(base, topic)
        amount = study_hours(base, topic.id, partly_known=profile.partly_known, pace=progress.pace)
        span = f"{topic.hours.low:g} to {topic.hours.high:g} hours"
        text = f"{wording.capital(name)} takes {span}. {wording.capital(topic.hours.basis)}"
        blocks.append(
            paragraph(
                Statement(text, situation.chunk(topic.id, "overview")),
                Statement(_at_pace(situation, amount)),
            )
        )
        missing = base.graph.ancestors([topic.id]) - situation.known
        if missing:
            before = sum(base.topics[x].hours.midpoint for x in missing)
            blocks.append(
                paragraph(
                    Statement(
                        f"What comes before it, as far as you have not named it, adds about "
                        f"{wording.hours(before)}: "
                        f"{wording.names(base, base.graph.order(missing))}."
                    )
                )
            )
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


def _at_pace(situation: Situation, amount: float) -> str:
    pace = situation.profile.hours_per_week
    if not pace:
        return (
            f"At 5 hours a week, the {wording.hours(amount)} in the middle are "
            f"{wording.weeks(amount / 5)}; tell me your own hours and I will reckon with them."
        )
    weeks = amount / pace
    end = situation.today + dt.timedelta(weeks=weeks)
    return (
        f"At your {pace:g} hours a week that is about {wording.weeks(weeks)}, "
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
        praise = situation.pick("Well done", "Good work", "That counts")
        done = wording.names(base, mentioned)
        note.append(
            Statement(
                f"{praise}: {done} {'is' if len(mentioned) == 1 else 'are'} behind you"
                f"{_opens(situation, opened)}."
            )
        )
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
    return (
        f", which opens {wording.names(situation.base, list(dict.fromkeys(opened)), 3)}"
        if opened
        else ""
    )
