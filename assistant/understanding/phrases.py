"""Find many stored phrases in a list of words, longest first, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.understanding.text import words

Value = TypeVar("Value")


@dataclass(frozen=True)
class Match(Generic[Value]):
    """Words `start` to `end` (exclusive) spell a stored phrase with these values."""

    start: int
    end: int
    values: tuple[Value, ...]


class PhraseTable(Generic[Value]):
    """A set of phrases with values; phrases are compared word by word after folding."""

    def __init__(self, phrases: Iterable[tuple[str, Value]] = ()) -> None:
        self._values: dict[tuple[str, ...], list[Value]] = {}
        self._longest: dict[str, int] = {}
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: Value) -> None:
        """Store a phrase; one phrase may carry several values, kept in the order given."""
        self.add_key(words(phrase), value)

    def add_key(self, key: tuple[str, ...], value: Value) -> None:
        """Store a phrase given as its folded words."""
        if not key:
            return
        values = self._values.setdefault(key, [])
        if value not in values:
            values.append(value)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def remove(self, key: tuple[str, ...]) -> None:
        """Forget the phrase of exactly these folded words."""
        del self._values[key]

    def get(self, key: tuple[str, ...]) -> tuple[Value, ...]:
        """Return the values of exactly these folded words, or nothing."""
        return tuple(self._values.get(key, ()))

    @property
    def keys(self) -> Iterable[tuple[str, ...]]:
        """Return the folded words of every phrase."""
        return self._values.keys()

    def scan(self, spoken: Sequence[str], free: Sequence[bool] | None = None) -> list[Match[Value]]:
        """Return the matches from left to right, none overlapping; all lie in `free` words."""
        matches: list[Match[Value]] = []
        position = 0
        while position < len(spoken):
            match = self._longest_at(spoken, position, free)
            if match:
                matches.append(match)
            position = match.end if match else position + 1
        return matches

    def _longest_at(
        self, spoken: Sequence[str], start: int, free: Sequence[bool] | None
    ) -> Match[Value] | None:
        longest = self._longest.get(spoken[start], 0)
        for end in range(min(start + longest, len(spoken)), start, -1):
            if free is not None and not all(free[start:end]):
                continue
            values = self._values.get(tuple(spoken[start:end]))
            if values:
                return Match(start, end, tuple(values))
        return None
