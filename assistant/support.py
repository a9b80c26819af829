"""Measure whether a statement is supported by the chunks it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.links import written_address
from assistant.person import PersonFacts
from assistant.statements import Statement
from assistant.words import PART, TOKEN, numbers, plain_stems, stem, stems
from index import Chunk
from knowledge import KnowledgeBase, Resource

LEAST_SHARE = 0.6
"""The least share of a statement's content words that its evidence must hold."""

_COUNT_OF_MORE = re.compile(r"\band \d+ more\b")
_NO_CLAIM = re.compile(r"\bfree of\b|\bwhether [^.;]*|\bdata science and machine learning\b")
"""Words that would be a price or a topic, but claim nothing where they stand like this."""

_CLAUSE_START = re.compile(r"(?:^|[.!?:;(“\"*‘]\s*|\s[–-]\s)$")
_STRICT = {stem(word) for word in ("free", "paid", "certificate", "retired", "discontinued")}
_COSTS = {"free": {"free", "free-audit", "freemium"}, "paid": {"paid", "freemium", "free-audit"}}
_FORMATS = {"text": "written", "video": "video", "interactive": "hands-on exercises"}
_HOURS = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?=(?: to \d+)?[ -]hours?\b)")


@dataclass(frozen=True)
class Verdict:
    """How far a statement is supported: what its evidence lacks, and the share of words it holds.

    `claims` is false where there is nothing to support: questions, talk about the conversation.
    """

    claims: bool
    numbers: tuple[float, ...] = ()
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    share: float = 1.0

    @property
    def supported(self) -> bool:
        """Tell whether no number, name or link is missing and enough of the words are there."""
        missing = self.numbers or self.names or self.addresses
        return not self.claims or (not missing and self.share >= LEAST_SHARE)

    def __str__(self) -> str:
        lacking = [f"{value:g}" for value in self.numbers] + [*self.names, *self.addresses]
        return f"{self.share:.0%} of words" + (f", lacks {', '.join(lacking)}" if lacking else "")


@dataclass(frozen=True)
class Evidence:
    """A chunk as it is compared: stems, the same in reading order, numbers, topics, links."""

    stems: frozenset[str]
    text: str
    numbers: frozenset[float]
    topics: frozenset[str]
    addresses: frozenset[str]

    def names(self, phrase: str) -> bool:
        """Tell whether these stems stand in the chunk next to each other."""
        return f" {phrase} " in self.text


@dataclass(frozen=True)
class Mention:
    """A name of a topic in a statement, in stems, and the topics it may mean."""

    phrase: str
    topics: frozenset[str]


class SupportMeasure:
    """Judges statements against chunks.

    A statement is supported when every number, every name and every link in it is in the evidence,
    and at least `LEAST_SHARE` of its other content words are. Evidence is the text and title of the
    chunks, the records of the resources they rest on, and what is known of the person and the plan.
    Hours beside the name of a topic must be in a chunk about that topic or in the plan.
    """

    def __init__(self, base: KnowledgeBase, chunks: Mapping[str, Chunk]) -> None:
        self._base = base
        self._chunks = chunks
        self._evidence: dict[str, Evidence] = {}

    def judge(self, statement: Statement, cited: Sequence[str], person: PersonFacts) -> Verdict:
        """Return how far the chunks with the ids `cited` support a statement."""
        text = _COUNT_OF_MORE.sub("and more", statement.text)
        if text.rstrip("*_ ").endswith("?") and not statement.links:
            return Verdict(claims=False)
        evidence = [self.evidence(name) for name in cited if name in self._chunks]
        known = person.stems.union(*(entry.stems for entry in evidence))
        mentioned, rest = self._mentioned(_NO_CLAIM.sub("", text))
        content = [word for word in stems(rest) if word not in plain_stems() and word[0].isalpha()]
        found = numbers(text)
        names = [
            *self._lacking_topics(mentioned, evidence, person),
            *(name for name in self._proper_names(rest) if not known.issuperset(stems(name))),
            *(word for word in _STRICT & {*content} if not self._holds(word, statement, known)),
        ]
        lacking = [n for n in found if not any(n in entry.numbers for entry in evidence)]
        return Verdict(
            claims=bool(content or found or mentioned or statement.links),
            numbers=tuple(number for number in lacking if number not in person.figures)
            or self._foreign_hours(text, mentioned, evidence, person),
            names=tuple(dict.fromkeys(names)),
            addresses=tuple(
                address
                for words, address in statement.links
                if not self._supports_link(words, address, evidence)
            ),
            share=sum(word in known for word in content) / len(content) if content else 1.0,
        )

    def mentions(self, text: str) -> list[Mention]:
        """Return the names of topics in a text in reading order."""
        return self._mentioned(text)[0]

    def evidence(self, chunk_id: str) -> Evidence:
        """Return a chunk as it is compared; computed once."""
        if chunk_id not in self._evidence:
            self._evidence[chunk_id] = self._read(self._chunks[chunk_id])
        return self._evidence[chunk_id]

    def _read(self, chunk: Chunk) -> Evidence:
        resources = [self._base.resources[name] for name in chunk.resources]
        parts = [chunk.title, chunk.text, *(f"{r.title} {r.provider}" for r in resources)]
        parts += [_FORMATS[name] for resource in resources for name in resource.formats]
        if chunk.topic_id:
            topic = self._base.topics[chunk.topic_id]
            parts += [topic.title, *topic.aliases]
        in_order = stems("\n".join(parts))
        return Evidence(
            stems=frozenset(in_order),
            text=f" {' '.join(in_order)} ",
            numbers=frozenset(numbers(chunk.text)),
            topics=frozenset([chunk.topic_id] if chunk.topic_id else []),
            addresses=frozenset(written_address(resource.url) for resource in resources),
        )

    def _mentioned(self, text: str) -> tuple[list[Mention], str]:
        """Return the longest names of topics in a text, and the text without them."""
        found: list[Mention] = []
        words = [(part, stem(part.group())) for part in PART.finditer(text)]
        rest, position, end = "", 0, 0
        while position < len(words):
            longest = self._name_lengths.get(words[position][1], 0)
            for length in range(min(longest, len(words) - position), 0, -1):
                phrase = " ".join(word for _, word in words[position : position + length])
                if phrase in self._topic_names:
                    found.append(Mention(phrase, self._topic_names[phrase]))
                    rest += text[end : words[position][0].start()]
                    position += length - 1
                    end = words[position][0].end()
                    break
            position += 1
        return found, rest + text[end:]

    @cached_property
    def _topic_names(self) -> dict[str, frozenset[str]]:
        names: dict[str, set[str]] = {}
        for topic in self._base.topics.values():
            for name in (topic.title, self._base.names_in_sentences[topic.id], *topic.aliases):
                phrase = stems(name)
                # A name of signs alone has no words, a common word says nothing by itself.
                if len(phrase) > 1 or (phrase and phrase[0] not in plain_stems()):
                    names.setdefault(" ".join(phrase), set()).add(topic.id)
        return {phrase: frozenset(topics) for phrase, topics in names.items()}

    @cached_property
    def _name_lengths(self) -> dict[str, int]:
        """Map the first word of every name of a topic to the words of the longest one."""
        lengths: dict[str, int] = {}
        for name in self._topic_names:
            first, *rest = name.split()
            lengths[first] = max(lengths.get(first, 0), 1 + len(rest))
        return lengths

    def _lacking_topics(
        self, mentioned: Sequence[Mention], evidence: Sequence[Evidence], person: PersonFacts
    ) -> list[str]:
        return [
            mention.phrase
            for mention in mentioned
            if not mention.topics & person.topics
            and not any(
                mention.topics & entry.topics or entry.names(mention.phrase) for entry in evidence
            )
        ]

    def _proper_names(self, text: str) -> list[str]:
        """Return words with a capital; those at the start of a clause only if they are names."""
        found = []
        for match in TOKEN.finditer(text):
            word = match.group()
            if word.islower() or stem(word) in plain_stems() or word[0].isdigit():
                continue
            inner_capital = any(letter.isupper() for letter in word[1:])
            at_start = _CLAUSE_START.search(text[: match.start()])
            if inner_capital or not at_start or stem(word) in self._providers:
                found.append(word)
        return found

    @cached_property
    def _providers(self) -> frozenset[str]:
        words = {stem for r in self._base.resources.values() for stem in stems(r.provider)}
        prose = {word for topic in self._base.topics.values() for word in stems(topic.summary)}
        return frozenset(words - prose - plain_stems())

    def _holds(self, word: str, statement: Statement, known: Iterable[str]) -> bool:
        """Tell whether a word on price or certificate is true of the linked resources, or cited."""
        linked = [r for _, address in statement.links if (r := self._by_address.get(address))]
        if not linked or word not in _COSTS:
            return word in known
        return any(r.cost in _COSTS[word] or r.certificate == word for r in linked)

    def _foreign_hours(
        self,
        text: str,
        mentioned: Sequence[Mention],
        evidence: Sequence[Evidence],
        person: PersonFacts,
    ) -> tuple[float, ...]:
        """Return hours said of a topic that stand in no chunk about it, nor in a guide or role."""
        topics: frozenset[str] = frozenset().union(*(mention.topics for mention in mentioned))
        if not topics or any(not entry.topics or topics & entry.topics for entry in evidence):
            return ()
        hours = (number for found in _HOURS.findall(text) for number in numbers(found))
        return tuple(number for number in hours if number not in person.figures)

    def _supports_link(self, words: str, address: str, evidence: Sequence[Evidence]) -> bool:
        """Tell whether a link is a cited resource's and its words speak of that resource."""
        resource = self._by_address.get(address)
        if resource is None or not any(address in entry.addresses for entry in evidence):
            return False
        content = [word for word in stems(words) if word not in plain_stems()]
        own = {*stems(f"{resource.title} {resource.provider} {resource.type} {resource.cost}")}
        own.update(*(entry.stems for entry in evidence if address in entry.addresses))
        return all(own.issuperset(stems(name)) for name in self._proper_names(words)) and (
            not content or sum(word in own for word in content) / len(content) >= LEAST_SHARE
        )

    @cached_property
    def _by_address(self) -> dict[str, Resource]:
        return {written_address(r.url): r for r in self._base.resources.values()}
