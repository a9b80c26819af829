"""Find what the person wants to reach: roles and topics, in their own order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.profile import Profile
from assistant.understanding.data import word_set
from assistant.understanding.message import Message
from assistant.understanding.reading import Said
from assistant.understanding.text import Token


def wanted(message: Message) -> tuple[str, ...]:
    """Return the ids of the roles and topics named as wanted."""
    return _ids(message.spoken("goal"))


def named(message: Message) -> tuple[str, ...]:
    """Return the ids of the roles and topics of which nothing is said but their names."""
    return _ids(message.spoken("none"))


def firmly_wanted(message: Message, *, by_becoming: bool) -> tuple[str, ...]:
    """Return those named as wanted outside a question, or with a word such as "want" inside one.

    "What do I need to learn NLP?" asks about NLP; it does not say that NLP is the goal. With
    `by_becoming`, "can I become an analyst in a year?" does.
    """
    firm = word_set("firm") | (word_set("becoming") if by_becoming else frozenset())
    asking = message.asking_places() if message.asks else [False] * len(message.tokens)
    return _ids(
        said
        for said in message.spoken("goal")
        if not asking[said.mention.start]
        or any(token.word in firm for token in message.tokens[said.cue_at : said.mention.start])
    )


def _ids(said: Iterable[Said]) -> tuple[str, ...]:
    goals: dict[str, None] = {}
    for item in said:
        role = item.mention.first("role")
        name = role or item.mention.first("topic", "subtopic", "missing")
        if name:
            goals[name.id] = None
    return tuple(goals)


def apply(
    profile: Profile, goals: Sequence[str], tokens: Sequence[Token], dropped: Iterable[str]
) -> Profile:
    """Return the profile with the new goals, which replace the old ones unless added to them."""
    adds = any(token.word in word_set("adding") for token in tokens)
    kept = profile.goal if adds or not goals else ()
    gone = set(dropped) - set(goals)
    goal = tuple(dict.fromkeys(g for g in (*kept, *goals) if g not in gone))
    return profile.model_copy(update={"goal": goal})
