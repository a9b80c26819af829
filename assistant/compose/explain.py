"""Compose the answers to "what is it?" and "why should I learn it?"."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.guide import guide_paragraphs
from assistant.compose.situation import Draft, Situation
from assistant.planning import choose_resources
from knowledge import Topic


def compose_explain(situation: Situation) -> Draft:
    """Explain the topics asked about, at most three, each with the place to go on from."""
    shown = situation.topics[:3]
    blocks: list[Block] = []
    resources: list[str] = []
    if len(shown) == 1:
        blocks += _one(situation, shown[0], resources)
    else:
        blocks.append(
            Bullets(
                tuple(
                    paragraph(
                        Statement(
                            f"**{topic.title}**: {wording.first_sentences(topic.summary, 2)}",
                            situation.chunk(topic.id, "overview"),
                        )
                    )
                    for topic in shown
                )
            )
        )
    return Draft(
        behaviour="answer",
        intent=situation.understanding.intent,
        blocks=tuple(blocks),
        topics=tuple(topic.id for topic in shown),
        resources=tuple(resources),
        follow_ups=_follow_ups(situation, shown[0]),
    )


def _one(situation: Situation, topic: Topic, resources: list[str]) -> list[Block]:
    overview = situation.chunk(topic.id, "overview")
    blocks: list[Block] = [
        paragraph(
            _concept(situation, topic),
            Statement(wording.first_sentences(topic.summary, 2), overview),
        ),
        paragraph(Statement(wording.first_sentences(topic.why, 2), overview)),
    ]
    chosen = choose_resources(situation.base, [topic.id], situation.profile.preferences).best_first
    if chosen:
        resources.append(chosen[0].id)
        best = f"{wording.described(chosen[0])}{situation.suits(chosen[0])}"
        start = situation.pick(
            f"A good place to start is {best}.", f"If you want to go on, take {best}."
        )
        blocks.append(
            paragraph(
                Statement(_readiness(situation, topic), situation.chunk(topic.id, "prerequisites")),
                Statement(start, situation.chunk(topic.id, "resources")),
            )
        )
    return blocks


def _concept(situation: Situation, topic: Topic) -> Statement | None:
    """Place a concept that was asked about inside its topic: what comes before and after it."""
    for owner, concept in situation.understanding.subtopics:
        if owner != topic.id:
            continue
        order = [subtopic.name for subtopic in topic.subtopics]
        at = order.index(concept)
        around = [f"after {order[at - 1].lower()}"] if at else []
        if at + 1 < len(order):
            around.append(f"before {order[at + 1].lower()}")
        place = f" and is learnt {' and '.join(around)}" if around else ""
        text = f"{concept} belongs to {wording.name(situation.base, topic)}{place}."
        return Statement(text, situation.chunk(topic.id, "overview"))
    return None


def _readiness(situation: Situation, topic: Topic) -> str:
    missing = [name for name in topic.required if name not in situation.known]
    if not topic.required or (situation.known and not missing):
        return ""
    if situation.known:
        return f"For it you still need {wording.names(situation.base, missing)}."
    return f"It stands on {wording.names(situation.base, topic.required)}."


def compose_why(situation: Situation) -> Draft:
    """Say why a topic is worth learning for this person, and what it opens."""
    topic = situation.topics[0]
    base, overview = situation.base, situation.chunk(topic.id, "overview")
    opened = [name for name in base.graph.unlocks[topic.id] if name not in situation.known]
    goal_line = _for_goal(situation, topic)
    reasons: list[Block] = [
        paragraph(
            Statement(wording.first_sentences(topic.why, 3), overview),
            Statement(goal_line) if goal_line else None,
        )
    ]
    closed: list[Block] = []
    if opened:
        nearest, name = opened[0], wording.name(base, topic)
        reason = base.graph.edges[nearest][topic.id].reason
        closed = [
            paragraph(
                Statement(f"Without {name} you cannot follow {wording.names(base, opened[:3])}."),
                Statement(reason, situation.chunk(nearest, "prerequisites")),
            )
        ]
    was_argued = situation.said_before(wording.first_sentences(topic.why).rstrip("."))
    blocks = [*closed, *reasons] if was_argued else [*reasons, *closed]
    return Draft(
        behaviour="answer",
        intent="why",
        blocks=tuple(blocks),
        topics=(topic.id, *opened[:3]),
        follow_ups=_follow_ups(situation, topic),
    )


def _for_goal(situation: Situation, topic: Topic) -> str:
    base = situation.base
    for goal in situation.profile.goal:
        if goal in base.topics and topic.id in base.graph.ancestors([goal]):
            return f"For you it is also on the way to {wording.name(base, goal)}."
        if goal in base.roles and any(t.topic == topic.id for t in base.roles[goal].topics):
            role = wording.role_name(base, goal)
            return f"And it belongs to the work of {wording.article(role)} {role}, your goal."
    return ""


def compose_guide(situation: Situation) -> Draft:
    """Answer from the guide that the question is about."""
    guide = situation.base.guides[situation.understanding.guides[0]]
    sources = [s for s in guide.sources if situation.base.resources[s].is_recommendable]
    related = [topic for topic in guide.topics if topic in situation.base.topics]
    return Draft(
        behaviour="answer",
        intent=situation.understanding.intent,
        blocks=tuple(guide_paragraphs(situation, guide)),
        topics=guide.topics,
        resources=tuple(sources[:3]),
        follow_ups=(
            f"What do I need before {wording.name(situation.base, related[0])}?",
            "What should I learn next?",
        ),
    )


def _follow_ups(situation: Situation, topic: Topic) -> tuple[str, ...]:
    name = wording.name(situation.base, topic)
    return (
        f"What do I need before {name}?",
        f"Free resources for {name}",
        f"How long does {name} take?",
    )
