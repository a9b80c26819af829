"""Compose what is said where no plain answer is possible: small talk, questions back, limits."""

from __future__ import annotations

import re

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, paragraph
from assistant.compose.situation import Draft, Situation

_FREQUENT_GOALS = ("data-analyst", "data-engineer", "ml-engineer")
NEAREST = 2
"""How many topics are named where nothing answers the question."""
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
_ANGRY = re.compile(
    r"\b(useless|stupid|idiot\w*|dumb|sucks?|shit\w*|bullshit|crap|hate (you|this)|garbage|trash|"
    r"wtf|fuck\w*|moron|rubbish|terrible|worst)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(thank\w*|thx|ty|cheers|great|cool|nice|awesome|perfect|super|danke|gracias|merci|"
    r"obrigad\w|dhanyavaad|shukriya)\b",
    re.IGNORECASE,
)


def compose_small_talk(situation: Situation) -> Draft:
    """Greet, thank back or stay calm, and offer one question to go on with."""
    profile, message = situation.profile, situation.understanding.message
    ask = "What do you know already, and where would you like to get to?"
    if _ANGRY.search(message):
        text = situation.pick(
            "Fair enough; then let me be of more use.",
            "I hear you. Let us make this concrete.",
        )
    elif situation.conversation.turns:
        thanked = ("You are welcome.", "Gladly.", "Any time.")
        noted = ("Good to know.", "Noted.")
        text = situation.pick(*(thanked if _THANKS.search(message) else noted))
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
    roles = [name for name in _FREQUENT_GOALS if name in base.roles] or list(base.roles)[:3]
    examples = wording.join([wording.role_name(base, name) for name in roles], "or")
    text = "Where should the plan lead? Which role or topic is it for"
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
    outside = situation.pick(
        "That lies outside data science and machine learning, so I would only be guessing.",
        "I keep to data science and machine learning, so I am no help with that.",
    )
    sentence = _CANNOT_KNOW.get(reason or "", outside)
    offer, topics = _nearest_useful(situation)
    blocks: list[Block] = [paragraph(Statement(sentence), offer)]
    return Draft(
        "decline", situation.understanding.intent, tuple(blocks), topics=topics, follow_ups=_STARTS
    )


def _nearest_useful(situation: Situation) -> tuple[Statement | None, tuple[str, ...]]:
    """Return a cited statement that helps all the same, and the topics it is about."""
    base, understood = situation.base, situation.understanding
    roles = understood.roles or _found_roles(situation)
    if roles:
        record = base.roles[roles[0]]
        asked = wording.first_sentences(record.employers)
        text = f"What I can tell you is what the work asks for. {asked}"
        return Statement(text, f"role:{record.id}#role"), ()
    if understood.topics:
        topic = base.topics[understood.topics[0]]
        subject = wording.name(base, topic)
        text = f"What I can tell you about {subject}: {wording.first_sentences(topic.why)}"
    elif situation.suggestions:
        topic = base.topics[situation.suggestions[0].topic_id]
        name = wording.name(base, topic)
        offer = (
            f"On your own way, {name} comes next."
            if situation.profile.known
            else f"If you would like to learn something here, begin with {name}."
        )
        text = f"{offer} {wording.first_sentences(topic.why)}"
    else:
        return None, ()
    return Statement(text, situation.chunk(topic.id, "overview")), (topic.id,)


def _found_roles(situation: Situation) -> list[str]:
    """Return the roles that a question for pay or the like is about: named in it, or the goal."""
    roles, asked = situation.base.roles, situation.understanding.message.casefold()
    if situation.understanding.unanswerable is None:
        return []
    named = [name for name, role in roles.items() if role.title.casefold() in asked]
    return named or [goal for goal in situation.profile.goal if goal in roles]


def compose_nearest(situation: Situation) -> Draft:
    """Answer a question of the field that fits no other form from the nearest material."""
    topics: list[str] = []
    for hit in situation.hits:
        if hit.chunk.topic_id and hit.chunk.topic_id not in topics:
            topics.append(hit.chunk.topic_id)
    items = tuple(_gist(situation, name) for name in topics[:NEAREST])
    lead = situation.pick(
        "I have no direct answer to that; the nearest that I hold is this.",
        "I cannot answer that as asked, but this comes close to it.",
    )
    return Draft(
        "answer",
        situation.understanding.intent,
        (paragraph(Statement(lead)), Bullets(items)),
        topics=tuple(topics[:NEAREST]),
        follow_ups=tuple(
            f"What do I need before {wording.name(situation.base, name)}?" for name in topics[:2]
        ),
    )


def _gist(situation: Situation, identifier: str) -> Paragraph:
    topic = situation.base.topics[identifier]
    text = f"**{topic.title}**: {wording.first_sentences(topic.summary)}"
    return paragraph(Statement(text, situation.chunk(topic.id, "overview")))
