"""Find what a message names: topics, concepts, roles, resources, jobs, skills we do not teach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from assistant.understanding.phrases import PhraseTable
from assistant.understanding.text import Token, fold, stretches, words
from knowledge import KnowledgeBase

Kind = Literal["topic", "subtopic", "role", "resource", "skill", "job", "missing"]


# "Learn Python" and "become a data analyst" are a wish and a name, not a name.
_WISHES = frozenset({"become", "learn", "understand", "get", "win"})
_OWNERS = frozenset({"my", "the", "a", "your", "our", "his", "her", "their"})


@dataclass(frozen=True)
class Name:
    """What a phrase can stand for.

    `detail` is the concept inside the topic `id`, or the proper spelling of a skill whose nearest
    topic is `id` ("" for none). A `weak` name is an everyday word that counts only right after a
    cue; one in `capitals` is an abbreviation that spells such a word ("DiD", "ALS") and must be
    typed as one; an `event` (an interview, a hackathon) is nothing that one knows.
    """

    kind: Kind
    id: str
    detail: str = ""
    weak: bool = False
    capitals: bool = False
    event: bool = False


@dataclass(frozen=True)
class Mention:
    """Words `start` to `end` (exclusive) of the message name one of `names`, likeliest first."""

    start: int
    end: int
    names: tuple[Name, ...]

    def first(self, *kinds: Kind) -> Name | None:
        """Return the likeliest name of one of these kinds."""
        return next((name for name in self.names if name.kind in kinds), None)

    @property
    def topic(self) -> str | None:
        """Return the topic that is meant or that holds the concept meant."""
        name = self.first("topic", "subtopic")
        return name.id if name else None


class Gazetteer:
    """All names of a knowledge base and of the skills it does not teach, ready to be found."""

    def __init__(
        self,
        base: KnowledgeBase,
        extra: Mapping[str, Any],
        common_words: frozenset[str],
        small_words: frozenset[str],
    ) -> None:
        self._common = common_words
        self._small_words = small_words
        self._table: PhraseTable[Name] = PhraseTable()
        self._addresses = {
            _address(resource.url): resource.id
            for resource in sorted(base.resources.values(), key=lambda r: r.is_recommendable)
        }
        self._introductions = frozenset(
            topic.id
            for topic in base.topics.values()
            if re.search(r"basics|fundamentals|refresher", topic.title.casefold())
        )
        self._events = frozenset(words(phrase) for phrase in extra["events"])
        self._always_weak = self._events | {words(phrase) for phrase in extra["weak"]}
        self._ignored = frozenset(words(phrase) for phrase in extra["ignored"])
        self._skills = frozenset(
            words(p) for s in extra["skills"] for p in (s["name"], *s.get("aliases", ()))
        )
        self._titles = frozenset(resource.title for resource in base.resources.values())
        for phrase, name in _names(base, extra):
            self._add(phrase, name)
        for key in [key for key in self._table.keys if self._hides_names(key)]:
            self._table.remove(key)
        self.vocabulary = frozenset(word for key in self._table.keys for word in key)

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return all mentions from left to right; none overlap."""
        spoken = [token.word for token in tokens]
        found = [
            Mention(m.start + first, m.end + first, m.values)
            for first, last in stretches(tokens)
            for m in self._table.scan(spoken[first:last])
        ]
        mentions = [mention for mention in found if self._is_meant(mention, tokens)]
        taken = {place for mention in mentions for place in range(mention.start, mention.end)}
        mentions += self._split_words(tokens, taken)
        return sorted(mentions, key=lambda mention: mention.start)

    def find_addresses(self, text: str) -> tuple[str, ...]:
        """Return the ids of the resources whose web address stands in the text."""
        found = (_address(url) for url in re.findall(r"https?://[^\s<>\"')\]]+", text))
        return tuple(dict.fromkeys(self._addresses[a] for a in found if a in self._addresses))

    def _add(self, phrase: str, name: Name) -> None:
        key = words(phrase)
        existing = self._table.get(key)
        if not key or key in self._ignored or (len(key) > 1 and key[0] in _WISHES):
            return
        if name.kind in ("resource", "job", "missing") and existing:
            return
        if name.kind == "topic" and key in self._skills:
            return  # Hadoop is near Spark, and whoever knows it does not know Spark
        if name.kind == "resource" and key[-1] == "course" and self._table.get(key[:-1]):
            return  # "a deep learning course" is any course on it, not the book of that title
        if name.kind == "subtopic" and any(other.kind == "topic" for other in existing):
            return
        limit = 1 if name.kind == "subtopic" else 3 if phrase in self._titles else 0
        everyday = len(key) <= limit and all(w in self._common or len(w) < 3 for w in key)
        capitals = name.capitals or (
            len(key) == 1 and self._spells_a_word(phrase, key[0], name.kind)
        )
        weak = (everyday or key in self._always_weak) and not capitals
        if weak or capitals:
            name = replace(name, weak=weak, capitals=capitals, event=key in self._events)
        self._table.add_key(key, name)
        joined = "".join(key)
        if 1 < len(key) <= 3 and len(joined) > 5 and not weak:
            self._table.add_key((fold(joined),), name)

    def _hides_names(self, key: tuple[str, ...]) -> bool:
        """Tell whether an alias is two names, or one and "basics", which are read better apart."""
        for joint in ("for", "and"):
            if joint in key[1:-1]:
                place = key.index(joint, 1)
                first, second = self._table.get(key[:place]), self._table.get(key[place + 1 :])
                if first and second and first[0].id != second[0].id:
                    return True
        if len(key) < 2 or key[-1] != "basic":
            return False
        name, whole = self._table.get(key)[0], self._table.get(key[:-1])
        return bool(whole) and name.kind == "topic" and name.id not in self._introductions

    def _spells_a_word(self, phrase: str, word: str, kind: Kind) -> bool:
        if phrase[1:] == phrase[1:].lower():
            return False
        return word in self._small_words or (kind == "subtopic" and word in self._common)

    def _is_meant(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Tell abbreviations from words, and the languages R and C from stray letters."""
        typed = tokens[mention.start].typed
        if mention.names[0].capitals and typed[1:].islower() and len(typed) > 1:
            # A language such as Go is typed with one capital, an abbreviation with several.
            return mention.names[0].kind == "skill" and typed[0].isupper()
        before = tokens[mention.start - 1].word if mention.start else ""
        if tokens[mention.start].word == "cv" and before in _OWNERS:
            return False  # a curriculum vitae, not computer vision
        if mention.end - mention.start > 1 or len(tokens[mention.start].word) > 1:
            return True
        following = tokens[mention.end].word if mention.end < len(tokens) else ""
        if following in ("u", "you", "there", "they", "we", "e", "the"):
            return False
        return tokens[mention.start].word == "r" or tokens[mention.start].typed.isupper()

    def _split_words(self, tokens: Sequence[Token], taken: set[int]) -> Iterator[Mention]:
        """Find names typed with a space inside, such as "tensor flow"."""
        for place, (first, second) in enumerate(pairwise(tokens)):
            if place in taken or place + 1 in taken or second.gap:
                continue
            joined = first.word + second.word
            names = self._table.get((joined,)) if len(joined) > 4 else ()
            if names and not names[0].weak:
                yield Mention(place, place + 2, names)


def _names(base: KnowledgeBase, extra: Mapping[str, Any]) -> Iterator[tuple[str, Name]]:
    """Yield every phrase with what it names; of kinds that share a phrase the first is likelier."""
    yield from _topic_titles(base)
    # "CS224n" is a course first, whatever topic lists it among its aliases.
    yield from _extra_names("resource", extra["resources"], base.resources)
    for topic in base.topics.values():
        yield from ((alias, Name("topic", topic.id)) for alias in topic.aliases)
    for role in base.roles.values():
        for phrase in (role.title, role.id.replace("-", " "), *role.aliases):
            yield phrase, Name("role", role.id)
    yield from _extra_names("topic", extra["topics"], base.topics)
    yield from _extra_names("role", extra["roles"], base.roles)
    yield from _skill_names(extra["skills"], base)
    for topic in base.topics.values():
        for subtopic in topic.subtopics:
            name = Name("subtopic", topic.id, subtopic.name)
            yield from ((phrase, name) for phrase in (subtopic.name, *subtopic.aliases))
    # Of an old and a new address of one course the one in use is meant.
    for resource in sorted(base.resources.values(), key=lambda r: not r.is_recommendable):
        for phrase in _resource_phrases(resource.title):
            yield phrase, Name("resource", resource.id)
    yield from _extra_names("missing", extra["missing"], base.topics)
    for job in extra["jobs"]:
        yield from ((phrase, Name("job", job["names"][0])) for phrase in job["names"])


def _extra_names(
    kind: Kind, phrases: Mapping[str, Sequence[str]], held: Mapping[str, object]
) -> Iterator[tuple[str, Name]]:
    for identifier, names in phrases.items():
        if identifier in held:
            yield from ((phrase, Name(kind, identifier)) for phrase in names)


def _skill_names(
    skills: Sequence[Mapping[str, Any]], base: KnowledgeBase
) -> Iterator[tuple[str, Name]]:
    for skill in skills:
        nearest = skill.get("nearest", "")
        nearest = nearest if nearest in base.topics else ""
        yield (
            skill["name"],
            Name("skill", nearest, skill["name"], capitals=skill.get("capitals", False)),
        )
        name = Name("skill", nearest, skill["name"])
        yield from ((phrase, name) for phrase in skill.get("aliases", ()))


def _topic_titles(base: KnowledgeBase) -> Iterator[tuple[str, Name]]:
    for topic in base.topics.values():
        name = Name("topic", topic.id)
        yield topic.title, name
        yield topic.id.replace("-", " "), name
        if topic.title.casefold().endswith(" basics"):
            # "the basics of Python" is the whole of a topic called "Python basics".
            subject = topic.title[: -len(" basics")]
            for phrase in (f"basics of {subject}", f"basic {subject}"):
                yield phrase, name


def _resource_phrases(title: str) -> Iterable[str]:
    without_brackets = re.sub(r"\s*\([^)]*\)", "", title)
    phrases = [title, without_brackets, f"{without_brackets} course"]
    head, colon, _ = title.partition(":")
    # "CS224N: Natural Language …" is called CS224N, "scikit-learn: trees" not "scikit-learn".
    if colon and re.search(r"\d", head):
        phrases.append(head)
    return phrases


def _address(url: str) -> str:
    bare = re.sub(r"^https?://(www\.)?", "", url.casefold())
    return bare.partition("#")[0].rstrip("/.,")
