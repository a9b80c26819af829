"""Recognise what lies outside the field and what nobody here can know."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.understanding.phrases import PhraseTable
from assistant.understanding.text import Token

_Signs = tuple[PhraseTable[bool], PhraseTable[bool], re.Pattern[str] | None]


class ScopeReader:
    """Knows the phrases of `scope.yaml`."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self._unanswerable: dict[str, _Signs] = {
            kind: (
                PhraseTable((phrase, True) for phrase in groups["any"]),
                PhraseTable((phrase, True) for phrase in groups["asked"]),
                re.compile(groups["pattern"]) if "pattern" in groups else None,
            )
            for kind, groups in lists["unanswerable"].items()
        }
        self._signs: dict[str, PhraseTable[bool]] = {
            name: PhraseTable((phrase, True) for phrase in lists[name])
            for name in ("noise", "hostile", "errands", "field")
        }

    def unanswerable(self, tokens: Sequence[Token], text: str) -> str | None:
        """Return what is asked that cannot be known: "pay", "price", "news", "future", or None."""
        for kind, (subject, asked, pattern) in self._unanswerable.items():
            if pattern and pattern.search(text):
                return kind
            for sentence in _sentences(tokens):
                if subject.scan(sentence) and asked.scan(sentence):
                    return kind
        return None

    def is_noisy(self, tokens: Sequence[Token], free: Sequence[bool]) -> bool:
        """Tell whether words outside the field stand in the message."""
        return bool(self._signs["noise"].scan([token.word for token in tokens], free))

    def is_hostile(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the words try to turn the assistant against its task."""
        return bool(self._signs["hostile"].scan([token.word for token in tokens]))

    def is_errand(self, tokens: Sequence[Token]) -> bool:
        """Tell whether something is wanted that is no question about learning at all."""
        return bool(self._signs["errands"].scan([token.word for token in tokens]))

    def speaks_of_the_field(self, tokens: Sequence[Token]) -> bool:
        """Tell whether words of the field stand in the message, though they name no topic."""
        return bool(self._signs["field"].scan([token.word for token in tokens]))


def _sentences(tokens: Sequence[Token]) -> list[list[str]]:
    sentences: list[list[str]] = [[]]
    for token in tokens:
        if token.gap == "." and sentences[-1]:
            sentences.append([])
        sentences[-1].append(token.word)
    return sentences
