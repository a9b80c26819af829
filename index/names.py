"""Recognise names in a query: aliases, acronyms, joined words and typos."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge import KnowledgeBase

_WORD = re.compile(r"[^\W_]+(?:[+#]+|(?:[.\-/'’][^\W_]+)+)?")
_SHORTEST_TYPO = 5  # shorter words have too many neighbours: "sql" is one letter from "sal"
_LONGEST_NAME = 5  # words
_COMMON = 12  # chunks; a concept named by a single word more frequent than this says little
_FOREIGN = 0.34  # a larger part of unknown words is another language, not bad typing
_MOST_WORDS = 60
_CUES = {
    "prerequisite": "prerequisites",
    "prerequisites": "prerequisites",
    "before": "prerequisites",
    "resource": "resources",
    "resources": "resources",
    "course": "resources",
    "courses": "resources",
    "book": "resources",
    "books": "resources",
    "tutorial": "resources",
    "tutorials": "resources",
    "video": "resources",
    "videos": "resources",
    "free": "resources",
    "project": "projects",
    "projects": "projects",
    "exercise": "projects",
    "exercises": "projects",
    "certificate": "certifications",
    "certificates": "certifications",
    "certification": "certifications",
    "certifications": "certifications",
    "certified": "certifications",
    "exam": "certifications",
}


@dataclass(frozen=True)
class Reading:
    """A query with its typos mended, the same with full titles added, and the topics it names.

    `facet` is the facet of a topic that the query asks for, "overview" where it says nothing.
    """

    mended: str
    expanded: str
    topics: tuple[str, ...]
    facet: str


class Names:
    """All names of topics and of the concepts in them, with the words they are made of.

    `frequency` tells in how many chunks a word occurs; a word that occurs is never a typo.
    """

    def __init__(self, base: KnowledgeBase, frequency: Callable[[str], int]) -> None:
        self._frequency = frequency
        self._titles = {topic.id: topic.title for topic in base.topics.values()}
        self._topics: dict[str, str] = {}
        self._concepts: dict[str, str] = {}
        for topic in base.topics.values():
            for name in (topic.title, topic.id.replace("-", " "), *topic.aliases):
                self._topics.setdefault(_plain(name), topic.id)
            for subtopic in topic.subtopics:
                for name in (subtopic.name, *subtopic.aliases):
                    self._concepts.setdefault(_plain(name), topic.id)
        names = [*self._concepts, *self._topics]  # of two that join alike, the topic's wins
        self._joined = {name.replace(" ", ""): name for name in names}
        self._words = sorted({word for name in names for word in name.split()})

    def read(self, query: str) -> Reading:
        """Return the query with typos mended, and with names added where it names topics."""
        words = _WORD.findall(query.lower())[:_MOST_WORDS]
        unknown = {word for word in words if not self._is_known(word)}
        mends = {word: self._mended(word) for word in unknown}
        if len(unknown) > max(1, _FOREIGN * len(words)):
            mends = {word: self._joined.get(_flat(word), word) for word in unknown}
        mended = " ".join(mends.get(word, word) for word in words)
        plain = _plain(mended)
        named = self._named(plain.split())
        titles = [self._titles[topic] for topic in named]
        added = [title for title in titles if _plain(title) not in plain]
        return Reading(mended, " ".join([mended, *added]), tuple(named), _facet(plain.split()))

    def _is_known(self, word: str) -> bool:
        return self._frequency(word) > 0 or _plain(word) in self._topics

    def _mended(self, word: str) -> str:
        """Return the name that a word spells without its blanks, or the nearest word of a name."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        flat = _flat(word)
        if flat in self._joined:
            return self._joined[flat]
        if len(flat) < _SHORTEST_TYPO:
            return word
        limit = 1 if len(flat) < 8 else 2
        found = process.extractOne(flat, self._words, scorer=OSA.distance, score_cutoff=limit)
        # People seldom get the first letter wrong, and short words are near to anything.
        if found is None or found[0][0] != flat[0] or len(found[0]) < _SHORTEST_TYPO - 1:
            return word
        return str(found[0])

    def _named(self, words: list[str]) -> list[str]:
        """Return the topics named, longest names first; a word belongs to one name only."""
        found: dict[str, None] = {}
        free = [True] * len(words)
        for table in (self._topics, self._concepts):
            for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
                for start in range(len(words) - length + 1):
                    span = slice(start, start + length)
                    topic = table.get(" ".join(words[span])) if all(free[span]) else None
                    if topic is None:
                        continue
                    is_common = length == 1 and self._frequency(words[start]) > _COMMON
                    if is_common and table is self._concepts:
                        continue
                    found[topic] = None
                    free[span] = [False] * length
        return list(found)


def _plain(name: str) -> str:
    """Return the words of a name in lower case, parted by single blanks."""
    return " ".join(re.findall(r"[^\W_]+[+#]*", name.lower()))


def _flat(word: str) -> str:
    return _plain(word).replace(" ", "")


def _facet(words: list[str]) -> str:
    return next((_CUES[word] for word in words if word in _CUES), "overview")
