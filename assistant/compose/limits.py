"""Compose what is said where no plain answer is possible: small talk, questions back, limits."""

from __future__ import annotations

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Statement, paragraph
from assistant.compose.situation import Draft, Situation

_CANNOT_KNOW = {
    "pay": "What a company pays is not something I can know.",
    "price": "I cannot look up today's prices; what I hold is whether a resource is free.",
    "news": "I cannot see the news from here.",
    "person": "I know nothing about particular people.",
}
_STARTS = (
    "I know Python basics. What should I learn next?",
    "Make me a plan to become a data analyst with 6 hours a week",
    "Do I need a degree?",
)


def compose_small_talk(situation: Situation) -> Draft:
    """Greet or thank back, and offer one question to go on with."""
    profile = situation.profile
    if situation.conversation.turns:
        text = situation.pick("You are welcome.", "Gladly.", "Any time.")
        ask = (
            "Shall I say what comes next for you?"
            if profile.known
            else "What would you like to be able to do in half a year?"
        )
    else:
        text = situation.pick("Hello!", "Hi there!", "Good to meet you.")
        text += (
            " I help people decide what to learn next in data science and machine learning, "
            "with reasons and sources."
        )
        ask = "What do you know already, and where would you like to get to?"
    return Draft(
        "clarify", "small_talk", (paragraph(Statement(text), Statement(ask)),), follow_ups=_STARTS
    )


def compose_which(situation: Situation) -> Draft:
    """Ask which of several meanings was meant."""
    base = situation.base
    choices = [
        wording.name(base, x)
        if x in base.topics
        else wording.role_name(base, x)
        if x in base.roles
        else x
        for x in situation.understanding.ambiguous
    ]
    text = f"Which do you mean: {wording.join(choices, 'or')}?"
    return Draft(
        "clarify",
        situation.understanding.intent,
        (paragraph(Statement(text)),),
        topics=tuple(x for x in situation.understanding.ambiguous if x in base.topics),
        follow_ups=tuple(wording.capital(choice) for choice in choices[:3]),
    )


def compose_what_goal(situation: Situation) -> Draft:
    """Ask for the goal that a plan needs."""
    base = situation.base
    roles = list(base.roles)[:3]
    examples = wording.join([wording.role_name(base, name) for name in roles], "or")
    text = "A plan needs somewhere to go. Which role or topic is it for"
    text += f": {examples}, say?" if examples else "?"
    return Draft(
        "clarify",
        "plan",
        (paragraph(Statement(text)),),
        follow_ups=tuple(f"Make me a plan to {wording.goal(base, name)}" for name in roles),
    )


def compose_language(situation: Situation) -> Draft:
    """Ask again where nothing was recognised in a language that is not English."""
    text = (
        "I can only answer in English, and I recognised no topic in what you wrote. Which subject "
        "is it about: Python, statistics, machine learning, something else?"
    )
    return Draft(
        "clarify", situation.understanding.intent, (paragraph(Statement(text)),), follow_ups=_STARTS
    )


def compose_decline(situation: Situation) -> Draft:
    """Say what cannot be known or is not ours, then offer the nearest useful thing."""
    reason = situation.understanding.unanswerable
    sentence = _CANNOT_KNOW.get(
        reason or "",
        "That lies outside data science and machine learning, so I would only be guessing.",
    )
    blocks: list[Block] = [paragraph(Statement(sentence))]
    nearest = list(situation.understanding.topics[:1])
    role = situation.understanding.roles[:1]
    topics: tuple[str, ...] = ()
    if role:
        record = situation.base.roles[role[0]]
        asked = wording.first_sentences(record.employers)
        text = f"What I can tell you is what the work asks for: {asked}"
        blocks.append(paragraph(Statement(text, f"role:{record.id}#role")))
    elif nearest:
        topics = (nearest[0],)
        topic = situation.base.topics[nearest[0]]
        subject = wording.name(situation.base, topic)
        text = f"What I can tell you about {subject}: {wording.first_sentences(topic.why)}"
        blocks.append(paragraph(Statement(text, situation.chunk(topic.id, "overview"))))
    elif situation.suggestions:
        name = wording.capital(wording.name(situation.base, situation.suggestions[0].topic_id))
        overview = situation.chunk(situation.suggestions[0].topic_id, "overview")
        topics = (situation.suggestions[0].topic_id,)
        topic = situation.base.topics[topics[0]]
        blocks.append(
            paragraph(
                Statement(
                    f"If you want something to learn instead: {name}. "
                    f"{wording.first_sentences(topic.why)}",
                    overview,
                )
            )
        )
    return Draft(
        "decline", situation.understanding.intent, tuple(blocks), topics=topics, follow_ups=_STARTS
    )


def compose_nearest(situation: Situation) -> Draft:
    """Answer a question of the field that fits no other form from the nearest material."""
    seen: list[str] = []
    items = []
    for hit in situation.hits:
        chunk = hit.chunk
        if chunk.topic_id is None or chunk.topic_id in seen:
            continue
        seen.append(chunk.topic_id)
        topic = situation.base.topics[chunk.topic_id]
        items.append(
            paragraph(
                Statement(
                    f"**{topic.title}**: {wording.first_sentences(topic.summary)}",
                    situation.chunk(topic.id, "overview"),
                )
            )
        )
        if len(items) == 3:
            break
    lead = "I have no direct answer to that; the nearest that I hold is this."
    return Draft(
        "answer",
        situation.understanding.intent,
        (paragraph(Statement(lead)), Bullets(tuple(items))),
        topics=tuple(seen),
        follow_ups=tuple(
            f"What do I need before {wording.name(situation.base, name)}?" for name in seen[:2]
        ),
    )
