"""Compose the answer about a role: what the work is, what it asks for, how far this person is."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from assistant.planning import goal_value
from knowledge import Role


def compose_role(situation: Situation) -> Draft:
    """Describe one role and the way to it."""
    base = situation.base
    role = base.roles[situation.understanding.roles[0]]
    chunk = f"role:{role.id}#role"
    required = goal_value(base, [role.id]).required
    heart = [
        entry.topic
        for entry in sorted(role.topics, key=lambda t: (-t.weight, t.topic))
        if entry.required
    ]
    missing = [name for name in required if name not in situation.known]
    left = sum(base.topics[name].hours.midpoint for name in missing)
    distance = paragraph(Statement(_distance(situation, role, heart, left)))
    asks_how_long = situation.understanding.intent == "time"
    work = paragraph(Statement(wording.first_sentences(role.work, 2), chunk))
    blocks: list[Block] = [
        distance if asks_how_long else work,
        paragraph(
            Statement(f"At its heart are {wording.names(base, heart[:4])}.", chunk),
            Statement(wording.first_sentences(role.employers, 2), chunk),
        ),
        *(() if asks_how_long else (distance,)),
    ]
    return Draft(
        behaviour="answer",
        intent="role",
        blocks=tuple(blocks),
        topics=tuple(heart[:5]),
        follow_ups=(
            f"Make me a plan to {wording.goal(base, role.id)}",
            "Which projects do employers want to see?",
            "What should I learn first?",
        ),
    )


def _distance(situation: Situation, role: Role, heart: list[str], left: float) -> str:
    """Say what of the role's core this person has, and how long the rest takes."""
    have = [name for name in heart if name in situation.known]
    if left == 0:
        return "You have all that it asks for; what remains is to show it."
    aim = wording.gerund(wording.goal(situation.base, role.id))
    asks_how_long = situation.understanding.intent == "time"
    has_some = have and not asks_how_long
    lead = f"You have {wording.names(situation.base, have)} of that. " if has_some else ""
    start = "still takes you" if situation.known else "takes from zero"
    text = f"{lead}{aim} {start} about {wording.hours(left)}, on our estimates"
    pace = situation.profile.hours_per_week
    if pace:
        return f"{text}, {wording.span(left / pace)} at {pace:g} hours a week."
    return f"{text}; tell me your hours a week and I will lay it on a calendar."
