"""Find what the person wants to reach: roles and topics, in their own order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.profile import Profile
from assistant.understanding.reading import Said
from assistant.understanding.text import Token

_ADDING = frozenset({"also", "additionally", "too", "además", "auch", "também", "aussi", "later"})


def wanted(said: Iterable[Said]) -> tuple[str, ...]:
    """Return the ids of the roles and topics named as wanted."""
    goals: dict[str, None] = {}
    for item in said:
        if item.state != "goal":
            continue
        name = item.mention.first("topic", "role", "subtopic", "missing")
        if name:
            goals[name.id] = None
    return tuple(goals)


def apply(
    profile: Profile, goals: Sequence[str], tokens: Sequence[Token], dropped: Iterable[str]
) -> Profile:
    """Return the profile with the new goals; they replace the old ones unless the words add to them."""
    adds = any(token.word in _ADDING for token in tokens)
    kept = profile.goal if adds or not goals else ()
    gone = set(dropped) - set(goals)
    goal = tuple(dict.fromkeys(g for g in (*kept, *goals) if g not in gone))
    return profile.model_copy(update={"goal": goal})
