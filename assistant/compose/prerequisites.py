"""Compose the answer to "what do I need before X?": the chain and what of it is there."""

from __future__ import annotations

import re

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from knowledge import Topic

_ONE = re.compile(r"\W*(do|does|is|are|should|must|will|would)\b", re.IGNORECASE)


def compose_prerequisites(situation: Situation) -> Draft:
    """Name what must come first, with the reason on each edge, and what of it this person has."""
    if _asks_for_one(situation):
        return _compose_needed(situation)
    base, topic = situation.base, _target(situation)
    name = wording.name(base, topic)
    chunk = situation.chunk(topic.id, "prerequisites")
    required = list(topic.required)
    missing = [
        x for x in base.graph.order(base.graph.ancestors([topic.id])) if x not in situation.known
    ]
    blocks = _with_reasons(situation, topic, _verdict(situation, name, required, missing))
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
    fringe = base.graph.outer_fringe(situation.known) if situation.known else ()
    last = f"Can I skip {wording.name(base, required[0])}?" if required else ""
    return Draft(
        behaviour="answer",
        intent="prerequisites",
        blocks=tuple(blocks),
        topics=(topic.id, *required, *helpful[:3]),
        recommended=tuple(x for x in missing if x in fringe)[:3],
        follow_ups=(
            f"Make me a plan to learn {name}",
            f"Am I ready for {name}?",
            last or f"Free resources for {name}",
        ),
    )


def _target(situation: Situation) -> Topic:
    """Return the topic to get to: the last of those named, where it rests on the first."""
    first, last = situation.topics[0], situation.topics[-1]
    return last if first.id in situation.base.graph.ancestors([last.id]) else first


def _asks_for_one(situation: Situation) -> bool:
    """Tell whether it is asked if one topic is needed for another: "do I need SQL for ML?"."""
    return len(situation.topics) == 2 and bool(_ONE.match(situation.understanding.message))


def _compose_needed(situation: Situation) -> Draft:
    """Answer yes or no from the graph, with the reason on the edge that decides."""
    base, (first, second) = situation.base, situation.topics
    graph = base.graph
    is_turned = second.id in graph.ancestors([first.id]) or second.id in graph.edges[first.id]
    topic, target = (second, first) if is_turned else (first, second)
    name, aim = wording.name(base, topic), wording.name(base, target)
    chunk = situation.chunk(target.id, "prerequisites")
    if topic.id in target.required:
        text = f"Yes, {name} should come before {aim}. {graph.edges[target.id][topic.id].reason}"
    elif topic.id in graph.ancestors([target.id]):
        between = wording.names(base, graph.chain(topic.id, target.id)[1:-1])
        text = f"Yes, in the end: {aim} rests on {name} by way of {between}."
    elif topic.id in graph.edges[target.id]:
        text = f"No, but it helps. {graph.edges[target.id][topic.id].reason}"
    else:
        needed = wording.names(base, target.required) or "nothing at all"
        text = f"No, {aim} does not ask for {name}. What it needs is {needed}."
    return Draft(
        behaviour="answer",
        intent="prerequisites",
        blocks=(paragraph(Statement(text, chunk or situation.chunk(target.id, "overview"))),),
        topics=(topic.id, target.id),
        follow_ups=(f"What do I need before {aim}?", f"How long does {name} take?"),
    )


def _with_reasons(situation: Situation, topic: Topic, verdict: str) -> list[Block]:
    """Return the verdict and the reason on each edge: in one go for one, else as a list."""
    base, chunk = situation.base, situation.chunk(topic.id, "prerequisites")
    if not topic.required:
        return [paragraph(Statement(verdict, situation.chunk(topic.id, "overview")))]
    reasons = base.graph.edges[topic.id]
    if len(topic.required) == 1:
        only = reasons[topic.required[0]].reason
        return [paragraph(Statement(verdict, chunk), Statement(only, chunk))]
    items = tuple(
        paragraph(
            Statement(
                f"**{base.topics[name].title}**{_mark(situation, name)}: {reasons[name].reason}",
                chunk,
            )
        )
        for name in topic.required
    )
    return [paragraph(Statement(verdict, chunk)), Bullets(items)]


def _verdict(situation: Situation, name: str, required: list[str], missing: list[str]) -> str:
    base = situation.base
    direct = wording.names(base, required)
    if not required:
        return f"Nothing has to come before {name}; you can start today."
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
        f"Those rest on more in turn: the whole way is {wording.names(base, missing, 8)}, "
        f"about {wording.hours(total)} in all."
    )
