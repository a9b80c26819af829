"""Say what is to be treated as known: what was stated, and what that implies."""

from __future__ import annotations

from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase


def known_state(base: KnowledgeBase, profile: Profile, progress: Progress) -> set[str]:
    """Return everything to be treated as known, or as left out by the person's own choice.

    What was stated, assumed or done, with everything that it requires, apart from what the person
    denied or knows only partly; and what they skip, which implies nothing.
    """
    stated = {*profile.known, *profile.assumed_known, *progress.done} & base.topics.keys()
    denied = {*profile.unknown, *profile.partly_known} & base.topics.keys()
    implied = base.graph.ancestors(stated) - denied - base.graph.descendants(denied)
    return stated | implied | (set(progress.skipped) & base.topics.keys())


def assumed_state(base: KnowledgeBase, profile: Profile, progress: Progress) -> tuple[str, ...]:
    """Return the part of the known state that nobody stated, in content order."""
    stated = {*profile.known, *progress.done, *progress.skipped}
    known = known_state(base, profile, progress)
    return tuple(topic for topic in base.topics if topic in known and topic not in stated)
