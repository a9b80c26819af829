"""Mend slips of the keyboard in words that are close to a word we know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding.data import read_list
from assistant.understanding.text import Token

MENDED_WORDS = 60  # unknown words looked at in one message, so that a wall of text stays fast
_SHORTEST = 5


class Speller:
    """Replaces unknown words by the known word they nearly are; everyday words stay as they are."""

    def __init__(self, vocabulary: Iterable[str], common_words: frozenset[str]) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._common = common_words
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._vocabulary):
            if len(word) >= _SHORTEST and word.isascii() and word.isalpha():
                self._by_letter.setdefault(word[0], []).append(word)
        self._nearest = lru_cache(maxsize=5_000)(self._find_nearest)

    def mend(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens with likely slips replaced in `word`; `typed` is kept."""
        left = MENDED_WORDS
        mended: list[Token] = []
        slang = read_list("words")["slang"]
        for token in tokens:
            if token.word in slang:
                token = replace(token, word=slang[token.word])
            elif left and self._is_unknown(token.word):
                left -= 1
                nearest = self._nearest(token.word)
                token = replace(token, word=nearest) if nearest else token
            mended.append(token)
        return mended

    def _is_unknown(self, word: str) -> bool:
        known = word in self._vocabulary or word in self._common
        return len(word) >= _SHORTEST and word.isascii() and word.isalpha() and not known

    def is_unknown(self, token: Token) -> bool:
        """Tell whether a word is neither ours nor an everyday one, as in "asdf" or "12345"."""
        return token.word not in self._vocabulary and token.word not in self._common

    def _find_nearest(self, word: str) -> str | None:
        # One slip in a short word, two in a long one; the first letter is nearly always right.
        slips = 1 if len(word) < 8 else 2
        candidates = self._by_letter.get(word[0], [])
        found = process.extractOne(word, candidates, scorer=OSA.distance, score_cutoff=slips)
        return found[0] if found else None
