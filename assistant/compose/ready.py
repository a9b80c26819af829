"""Compose the answer to "am I ready for X?" and "can I skip X?", with a self-check."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.situation import Draft, Situation
from knowledge import Topic

QUESTIONS = 3
"""How many outcomes the self-check asks about."""


def compose_ready(situation: Situation) -> Draft:
    """Decide from the prerequisites whether the person is ready; add a short self-check."""
    topic = situation.topics[0]
    asks_to_skip = any(
        word in situation.understanding.message.casefold()
        for word in (
            "skip",
            "without",
            "avoid",
            "leave out",
            "do i need",
            "do i have to",
            "need to",
        )
    )
    return _skip(situation, topic) if asks_to_skip else _ready(situation, topic)


def _ready(situation: Situation, topic: Topic) -> Draft:
    base = situation.base
    name = wording.name(base, topic)
    missing = [x for x in topic.required if x not in situation.known]
    chunk = situation.chunk(topic.id, "prerequisites")
    if topic.id in situation.known:
        verdict, tested = (
            f"You said you know {name} already; check yourself on what it should enable.",
            topic,
        )
    elif not topic.required:
        verdict, tested = f"Yes. {wording.capital(name)} asks for nothing beforehand.", topic
    elif not missing:
        verdict, tested = (
            f"Yes: {wording.names(base, topic.required)} is what {name} needs, and you have it.",
            base.topics[topic.required[0]],
        )
    elif situation.known:
        reason = base.graph.edges[topic.id][missing[0]].reason
        verdict, tested = (
            f"Not yet: {wording.names(base, missing)} should come first. {reason}",
            base.topics[missing[0]],
        )
    else:
        verdict, tested = (
            f"That depends on {wording.names(base, topic.required)}: it is what {name} stands on.",
            base.topics[topic.required[0]],
        )
    blocks: list[Block] = [
        paragraph(
            Statement(verdict, chunk or situation.chunk(topic.id, "overview")),
            _begin_there(situation, tested) if missing and situation.known else None,
        ),
        *_self_check(situation, tested),
    ]
    recommended = tuple(missing[:1]) if situation.known else ()
    return Draft(
        "answer",
        "ready",
        tuple(blocks),
        topics=(topic.id, tested.id) if tested is not topic else (topic.id,),
        recommended=recommended,
        resources=_shown(situation, tested) if recommended else (),
        follow_ups=(f"What do I need before {name}?", f"Make me a plan to learn {name}"),
    )


def _shown(situation: Situation, topic: Topic) -> tuple[str, ...]:
    resource = situation.best_resource(topic.id)
    return (resource.id,) if resource else ()


def _begin_there(situation: Situation, topic: Topic) -> Statement | None:
    """Name what to learn the missing topic from."""
    resource = situation.best_resource(topic.id)
    if resource is None:
        return None
    text = f"Begin there, with {wording.described(resource)}{situation.suits(resource)}."
    return Statement(text, situation.chunk(topic.id, "resources"))


def _skip(situation: Situation, topic: Topic) -> Draft:
    base = situation.base
    name = wording.name(base, topic)
    needing = [t for t in situation.profile.goal if t in base.topics] + list(
        situation.understanding.topics[1:]
    )
    from_roles = [
        entry.topic
        for goal in situation.profile.goal
        if goal in base.roles
        for entry in base.roles[goal].topics
        if entry.required
    ]
    required_by = [
        t for t in dict.fromkeys(needing + from_roles) if topic.id in base.graph.ancestors([t])
    ]
    if topic.id in situation.known:
        verdict, chunk = (
            f"You have {name} already, so there is nothing to skip.",
            situation.chunk(topic.id, "overview"),
        )
    elif required_by:
        chain = base.graph.chain(topic.id, required_by[0])
        reason = base.graph.edges[chain[1]][topic.id].reason
        verdict, chunk = (
            f"No, not if you want {wording.name(base, required_by[0])}. {reason}",
            situation.chunk(chain[1], "prerequisites"),
        )
    elif topic.id in from_roles:
        verdict, chunk = (
            f"Better not: {name} is part of what your goal asks for. "
            f"{wording.first_sentences(topic.why)}",
            situation.chunk(topic.id, "overview"),
        )
    else:
        opened = base.graph.unlocks[topic.id]
        consequence = (
            f" What closes is {wording.names(base, opened, 3)}."
            if opened
            else " Nothing else depends on it."
        )
        verdict, chunk = (
            f"You can leave {name} for later.{consequence} {wording.first_sentences(topic.why)}",
            situation.chunk(topic.id, "overview"),
        )
    blocks: list[Block] = [paragraph(Statement(verdict, chunk)), *_self_check(situation, topic)]
    return Draft(
        "answer",
        "ready",
        tuple(blocks),
        topics=(topic.id, *required_by[:2]),
        follow_ups=(f"Why learn {name}?", f"How long does {name} take?"),
    )


def _self_check(situation: Situation, topic: Topic) -> list[Block]:
    name = wording.name(situation.base, topic)
    outcomes = topic.outcomes[:QUESTIONS]
    if not outcomes:
        return []
    chunk = situation.chunk(topic.id, "overview")
    lead = situation.pick(
        f"A quick self-check on {name}; three times yes, and you can go on:",
        f"Check yourself on {name}. If all of this is true, go on:",
    )
    items = tuple(paragraph(Statement(outcome, chunk)) for outcome in outcomes)
    return [paragraph(Statement(lead)), Bullets(items)]
