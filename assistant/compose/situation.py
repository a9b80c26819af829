"""Gather everything that an answer is composed from."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from assistant.answer import Behaviour, Intent, Plan
from assistant.compose import wording
from assistant.compose.blocks import Block
from assistant.conversation import Conversation
from assistant.planning import Suggestion, choose_resources, known_state
from assistant.profile import Profile
from assistant.understanding import Understanding
from index import Hit, Index
from knowledge import KnowledgeBase, Resource, Topic

T = TypeVar("T")


@dataclass(frozen=True)
class Situation:
    """A question as it was understood, what was found and computed for it, and the conversation."""

    base: KnowledgeBase
    index: Index
    understanding: Understanding
    conversation: Conversation
    today: dt.date
    hits: Sequence[Hit] = ()
    suggestions: Sequence[Suggestion] = ()
    plan: Plan | None = None

    @property
    def profile(self) -> Profile:
        """Return what is believed about the person after this message."""
        return self.understanding.profile

    @cached_property
    def known(self) -> set[str]:
        """Return everything to be treated as known."""
        return known_state(self.base, self.profile, self.understanding.progress)

    @property
    def topics(self) -> list[Topic]:
        """Return the topics that the question is about."""
        return [self.base.topics[name] for name in self.understanding.topics]

    def chunk(self, topic: str, facet: str) -> str | None:
        """Return the id of a topic's chunk, or None where it has no such facet."""
        chunk = self.index.chunk_of(topic, facet)
        return chunk.id if chunk else None

    def best_resource(self, topic: str) -> Resource | None:
        """Return the resource of a topic that suits the person best, or None if it has none."""
        choice = choose_resources(self.base, [topic], self.profile.preferences).best_first
        return choice[0] if choice else None

    def suits(self, resource: Resource) -> str:
        """Return how a resource meets a format that the person asked for or wants to avoid."""
        wanted = self.profile.preferences
        if wanted.avoid_formats and not set(resource.formats) & set(wanted.avoid_formats):
            return f", with no {wording.join(wanted.avoid_formats, 'or')} in it"
        if "text" in wanted.formats and "text" in resource.formats:
            return ", in writing as you like it"
        return ""

    def pick(self, *wordings: T) -> T:
        """Return one of several wordings: fixed for a question, another one later in the thread."""
        seed = zlib.crc32(self.understanding.message.encode()) + len(self.conversation.turns)
        return wordings[seed % len(wordings)]

    def said_before(self, text: str) -> bool:
        """Tell whether an earlier answer of the thread holds these words."""
        return any(text in turn.answer.answer for turn in self.conversation.turns)


@dataclass(frozen=True)
class Draft:
    """A composed answer before its evidence is numbered.

    `resources` are the ids shown with the answer, `recommended` what the person is told to learn.
    """

    behaviour: Behaviour
    intent: Intent
    blocks: tuple[Block, ...]
    topics: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    plan: Plan | None = None
    follow_ups: tuple[str, ...] = ()
