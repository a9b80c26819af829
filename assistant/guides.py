"""Find the guide that answers a question, by likeness to the questions it was written for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from assistant.understanding import Understanding
from knowledge import KnowledgeBase

SURE = 0.75
"""The cosine from which a question is what a guide was written for."""
CERTAIN = 0.85
"""The cosine needed where the topic itself, or what was said before, would answer as well."""
LIKELY = 0.6
"""The cosine that will do when guide and question are about the same topics."""

_OPEN = frozenset({"compare", "ready", "why", "explain", "off_topic", "follow_up"})
_JUDGEMENT = re.compile(
    r"(?:^|[:,;.!?\n-])\s*"
    r"(?:is|are|am|can|could|do|does|should|will|would|must|how much|how many)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^.!?\n]+\?")
_READ = 300  # characters of a message without a question mark


class GuideFinder:
    """Compares questions with those of all guides; `vectors` keeps the encoded ones."""

    def __init__(
        self,
        base: KnowledgeBase,
        encode: Callable[[Sequence[str]], np.ndarray],
        vectors: Callable[[Sequence[str]], np.ndarray],
    ) -> None:
        self._base = base
        self._encode = encode
        self._remember = vectors
        self._asked = [
            (guide.id, text)
            for guide in base.guides.values()
            for text in (*guide.questions, guide.title)
        ]

    @cached_property
    def _vectors(self) -> np.ndarray:
        return self._remember([text for _, text in self._asked])

    def find(self, understood: Understanding) -> str | None:
        """Return the id of the guide that answers what was asked, or None.

        Only for questions that no computed answer serves better: what to learn next, plans, lists
        of resources and the like are never handed to a guide.
        """
        if not self._asked or not _is_open(understood):
            return None
        if understood.follow_up not in (None, "correction", "reference"):
            return None
        guide, likeness = self._nearest(understood.message)
        topics = set(self._base.guides[guide].topics)
        same = len(understood.topics) > 1 and set(understood.topics) <= topics
        needed = LIKELY if same else SURE
        if (
            understood.intent in ("prerequisites", "ready")
            and len(understood.topics) > 1
            and not same
        ):
            return None  # "do I need A before B?" is answered from the two
        if understood.intent == "ready" and understood.profile.known and not same:
            return None
        if not (understood.topics or understood.roles) and understood.intent != "off_topic":
            needed = LIKELY  # there is nothing else to answer from
        if understood.follow_up or (understood.intent in ("why", "explain") and understood.topics):
            needed = max(needed, CERTAIN)
        return guide if likeness >= needed else None

    def _nearest(self, message: str) -> tuple[str, float]:
        texts = [text.strip() for text in _QUESTION.findall(message)][-2:] or [message[:_READ]]
        scores = self._vectors @ self._encode(texts).T
        best = int(np.argmax(scores.max(axis=1)))
        return self._asked[best][0], float(scores[best].max())


def _is_open(understood: Understanding) -> bool:
    """Tell whether a guide may answer: some intents always, others if judgement is asked."""
    if understood.intent == "prerequisites":
        return not understood.topics or bool(_JUDGEMENT.search(understood.message))
    if understood.intent in ("role", "project"):
        return bool(_JUDGEMENT.search(understood.message))
    return understood.intent in _OPEN
