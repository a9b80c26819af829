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
    name = wording.name(situation.base, topic)
    missing = [x for x in topic.required if x not in situation.known]
    lacks = bool(missing and situation.known and topic.id not in situation.known)
    verdict, tested = _readiness(situation, topic, missing)
    chunk = situation.chunk(topic.id, "prerequisites") or situation.chunk(topic.id, "overview")
    blocks: list[Block] = [
        paragraph(Statement(verdict, chunk), _begin_there(situation, tested) if lacks else None),
        *_self_check(situation, tested),
    ]
    return Draft(
        "answer",
        "ready",
        tuple(blocks),
        topics=(topic.id, tested.id) if tested is not topic else (topic.id,),
        recommended=tuple(missing[:1]) if lacks else (),
        resources=_shown(situation, tested) if lacks else (),
        follow_ups=(f"What do I need before {name}?", f"Make me a plan to learn {name}"),
    )


def _readiness(situation: Situation, topic: Topic, missing: list[str]) -> tuple[str, Topic]:
    """Return yes, no or "that depends", and the topic on which to check oneself."""
    base = situation.base
    name, needed = wording.name(base, topic), wording.names(base, topic.required)
    if topic.id in situation.known:
        text = f"You said you know {name} already; check yourself on what it should enable."
        return text, topic
    if not topic.required:
        return f"Yes. {wording.capital(name)} asks for nothing beforehand.", topic
    first = base.topics[topic.required[0]]
    if not missing:
        return f"Yes: you have what {name} needs, {needed}.", first
    if not situation.known:
        return f"That depends on whether you have what {name} stands on: {needed}.", first
    reason = base.graph.edges[topic.id][missing[0]].reason
    text = f"Not yet: {wording.names(base, missing)} should come first. {reason}"
    return text, base.topics[missing[0]]


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
    from_roles = _required_by_roles(situation)
    goals = [goal for goal in situation.profile.goal if goal in base.topics]
    wanted = dict.fromkeys((*goals, *situation.understanding.topics[1:], *from_roles))
    required_by = [x for x in wanted if topic.id in base.graph.ancestors([x])]
    chunk = situation.chunk(topic.id, "overview")
    if topic.id in situation.known:
        verdict = f"You have {name} already, so there is nothing to skip."
    elif required_by:
        chain = base.graph.chain(topic.id, required_by[0])
        reason = base.graph.edges[chain[1]][topic.id].reason
        verdict = f"No, not if you want {wording.name(base, required_by[0])}. {reason}"
        chunk = situation.chunk(chain[1], "prerequisites")
    elif topic.id in from_roles:
        why = wording.first_sentences(topic.why)
        verdict = f"Better not: {name} is part of what your goal asks for. {why}"
    else:
        verdict = _for_later(situation, topic)
    blocks: list[Block] = [paragraph(Statement(verdict, chunk)), *_self_check(situation, topic)]
    return Draft(
        "answer",
        "ready",
        tuple(blocks),
        topics=(topic.id, *required_by[:2]),
        follow_ups=(f"Why learn {name}?", f"How long does {name} take?"),
    )


def _required_by_roles(situation: Situation) -> list[str]:
    """Return the topics that the roles among the person's goals require."""
    roles = situation.base.roles
    goals = (roles[goal] for goal in situation.profile.goal if goal in roles)
    return [entry.topic for role in goals for entry in role.topics if entry.required]


def _for_later(situation: Situation, topic: Topic) -> str:
    """Say what leaving a topic for later costs."""
    base = situation.base
    opened = base.graph.unlocks[topic.id]
    closes = f"What closes is {wording.names(base, opened, 3)}."
    consequence = closes if opened else "Nothing else depends on it."
    reason = wording.first_sentences(topic.why)
    return f"You can leave {wording.name(base, topic)} for later. {consequence} {reason}"


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
