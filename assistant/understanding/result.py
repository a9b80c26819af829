"""Define what is understood of one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.answer import Intent
from assistant.profile import Profile, Progress

FollowUp = Literal[
    "after_that",
    "why",
    "ordinal",
    "cheaper",
    "other_format",
    "shorter",
    "more",
    "finished",
    "skipped",
    "correction",
    "same_question",
    "choice",
    "reference",
]


@dataclass(frozen=True)
class Understanding:
    """One message, read: what is asked, about what, and what is now believed of the person.

    `message` is as typed, trimmed. `intent` of a follow-up is the intent it means. `topics` are the
    ids the question is about, not those merely stated as known. `not_held` pairs a word of the
    field that has no topic here with the nearest topic id. `noise` says that part of the message
    lies outside the field; `unanswerable` names what cannot be known; `ambiguous` holds ids between
    which one must ask.
    """

    message: str
    intent: Intent
    profile: Profile
    progress: Progress
    topics: tuple[str, ...] = ()
    subtopics: tuple[tuple[str, str], ...] = ()
    roles: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    follow_up: FollowUp | None = None
    ordinal: int | None = None
    shorter: bool = False
    language: str = "und"
    not_held: tuple[tuple[str, str | None], ...] = ()
    noise: bool = False
    unanswerable: str | None = None
    ambiguous: tuple[str, ...] = ()
