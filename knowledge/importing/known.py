"""Find the topic that a document's words mean, among its own and ours, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.base import KnowledgeBase
from knowledge.importing.vocabulary import fold

NEAR = 92
"""The least similarity, of 100, at which a differently written name still counts as meant."""

_MOST_NEAR_SEARCHES = 1_000  # of one import; each takes about 0.3 ms
_BEFORE = re.compile(
    r"^(?:(?:learn|study|master|understand|know|knowledge of|introduction to|intro to|basics of|"
    r"fundamentals of|basic|understanding of|aprender|aprenda|introducao a|introduccion a|"
    r"fundamentos de|conceitos de) )+"
)
_AFTER = re.compile(
    r"(?: (?:basics|basic|fundamentals|concepts|essentials|programming|programming language|"
    r"language|"
    r"skills|knowledge|101|crash course|for beginners|introduction|overview|topics))+$"
)
_ACRONYM = re.compile(r"^(.+?)\s*[(（]([^()（）]{2,30})[)）]\s*$")


class Match(NamedTuple):
    """A topic of ours and how surely it is meant, from 0 to 1."""

    topic: str
    confidence: float


class KnownTopics:
    """The names of all our topics; subtopics count for prerequisites only."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.names: dict[str, str] = {}
        self.subtopics: dict[str, str] = {}
        records = base.topics.values()
        for topic in records:
            self.names.setdefault(fold(topic.title), topic.id)
            self.names.setdefault(fold(topic.id), topic.id)
        for topic in records:
            for alias in topic.aliases:
                self.names.setdefault(fold(alias), topic.id)
            for subtopic in topic.subtopics:
                for name in (subtopic.name, *subtopic.aliases):
                    self.subtopics.setdefault(fold(name), topic.id)
        self.words = {
            word
            for name in (*self.names, *self.subtopics)
            for word in name.split()
            if len(word) > 2
        }
        self._found: dict[str, Match | None] = {}
        self._searches = 0

    def is_name(self, title: str) -> bool:
        """Tell whether a title is exactly a name of one of our topics."""
        return fold(title) in self.names

    def is_field_word(self, word: str) -> bool:
        """Tell whether a folded word occurs in the names of our topics and subtopics."""
        return word in self.words

    def find(self, title: str) -> Match | None:
        """Return the topic of ours that a title means, or None."""
        if title not in self._found:
            self._found[title] = self._find(title)
        return self._found[title]

    def find_also_within(self, title: str) -> Match | None:
        """Return the topic that a title means, or that has it as a subtopic."""
        found = self.find(title)
        if found is None and (inside := self.subtopics.get(fold(title))):
            return Match(inside, 0.8)
        return found

    def _find(self, title: str) -> Match | None:
        for name, confidence in spellings(title):
            if name in self.names:
                return Match(self.names[name], confidence)
        return self._near(fold(title))

    def _near(self, name: str) -> Match | None:
        from rapidfuzz import fuzz, process

        if len(name) < 6 or not name.isascii() or self._searches >= _MOST_NEAR_SEARCHES:
            return None
        self._searches += 1
        near = process.extract(
            name, self.names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=3
        )
        for other, score, _ in near:
            if _differ_in_spelling_only(name, other):
                return Match(self.names[other], round(score / 100, 2))
        return None


def spellings(title: str) -> Iterator[tuple[str, float]]:
    """Yield the folded names under which a title may be known, the surest first."""
    yield fold(title), 1.0
    if found := _ACRONYM.match(title):
        yield fold(found.group(1)), 0.98
        if "," not in found.group(2):
            yield fold(found.group(2)), 0.95
    for text in (title, found.group(1) if found else ""):
        name = fold(text)
        shorter = _AFTER.sub("", _BEFORE.sub("", name))
        if shorter and shorter != name:
            yield shorter, 0.9


def _differ_in_spelling_only(one: str, other: str) -> bool:
    """Tell "time serie analisys" from "unsupervised learning": first letters and numbers agree."""
    first, second = sorted(one.split()), sorted(other.split())
    return len(first) == len(second) and all(
        a[0] == b[0] and re.sub(r"\D", "", a) == re.sub(r"\D", "", b)
        for a, b in zip(first, second, strict=True)
    )
