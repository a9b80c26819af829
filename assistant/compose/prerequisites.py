"""Compose the answer to "what do I need before X?": the chain and what of it is there."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.situation import Draft, Situation


def compose_prerequisites(situation: Situation) -> Draft:
    """Name what must come first, with the reason on each edge, and what of it this person has."""
    base, topic = situation.base, situation.topics[0]
    name = wording.name(base, topic)
    chunk = situation.chunk(topic.id, "prerequisites")
    required = list(topic.required)
    missing = [
        x for x in base.graph.order(base.graph.ancestors([topic.id])) if x not in situation.known
    ]
    blocks: list[Block] = []
    if not required:
        blocks.append(
            paragraph(
                Statement(
                    f"Nothing has to come before {name}; you can start today.",
                    situation.chunk(topic.id, "overview"),
                )
            )
        )
    else:
        blocks.append(paragraph(Statement(_verdict(situation, name, required, missing), chunk)))
        blocks.append(
            Bullets(
                tuple(
                    paragraph(
                        Statement(
                            f"**{base.topics[x].title}**{_mark(situation, x)}: "
                            f"{base.graph.edges[topic.id][x].reason}",
                            chunk,
                        )
                    )
                    for x in required
                )
            )
        )
    helpful = [x for x in topic.helpful if x not in situation.known]
    if helpful:
        reason = base.graph.edges[topic.id][helpful[0]].reason
        text = (
            f"Not needed, but it makes things easier: {wording.names(base, helpful, 3)}. {reason}"
        )
        blocks.append(paragraph(Statement(text, chunk)))
    further = [x for x in missing if x not in required]
    if further:
        blocks.append(paragraph(_further_back(situation, missing, further)))
    recommended = (
        tuple(x for x in missing if x in base.graph.outer_fringe(situation.known))[:3]
        if situation.known
        else ()
    )
    return Draft(
        behaviour="answer",
        intent="prerequisites",
        blocks=tuple(blocks),
        topics=(topic.id, *required, *helpful[:3]),
        recommended=recommended,
        follow_ups=(
            f"Make me a plan to learn {name}",
            f"Am I ready for {name}?",
            f"Can I skip {wording.name(base, required[0])}?"
            if required
            else f"Free resources for {name}",
        ),
    )


def _verdict(situation: Situation, name: str, required: list[str], missing: list[str]) -> str:
    base = situation.base
    direct = wording.names(base, required)
    if not situation.known:
        return f"Before {name} you need {direct}."
    have = [x for x in required if x in situation.known]
    lack = [x for x in required if x not in situation.known]
    if not lack:
        return f"You have all that {name} needs: {direct}. You can start."
    if have:
        return (
            f"For {name} you have {wording.names(base, have)}; "
            f"what is missing is {wording.names(base, lack)}."
        )
    return f"Before {name} you need {direct}, and you have not named any of it yet."


def _mark(situation: Situation, topic: str) -> str:
    if not situation.known:
        return ""
    return " (you have it)" if topic in situation.known else " (missing)"


def _further_back(situation: Situation, missing: list[str], further: list[str]) -> Statement:
    base = situation.base
    total = sum(base.topics[x].hours.midpoint for x in missing)
    return Statement(
        f"Those rest on more in turn: the whole way is {wording.names(base, missing, 12)}, "
        f"about {wording.hours(total)} in all."
    )
