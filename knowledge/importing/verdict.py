"""Decide what a heading, label or item's name is: a topic, or a word about the document."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from knowledge.importing.titles import (
    clean_title,
    split_list_in_brackets,
    topic_title,
    without_period,
)
from knowledge.importing.vocabulary import Vocabulary, fold, starts_with, vocabulary


class Kind(Enum):
    """What a title stands for."""

    TOPIC = "something to learn"
    GROUP = "a period or level that holds topics"
    TOPICS = "a label above a list of topics"
    RESOURCES = "a label above a list of material"
    WHY = "reasons for learning the topic around it"
    ABOUT = "a section about the roadmap"
    NOISE = "a section about the repository and its people"


class Verdict(NamedTuple):
    """The kind of a title, and the title of the topic where it is one."""

    kind: Kind
    title: str


MOST_WORDS = 14
_COMPOUND = re.compile(r"\s+(?:&|and|y|e|और)\s+|\s*[/、与和]\s*")
_FULL_STOP = re.compile(r"[a-z]{2}[.!?] +[A-Z–—-]")
_SHORT_WIDE = 6  # Chinese signs; "实用工具" is a label, "机器学习课程" a subject with one


@lru_cache(maxsize=65_536)
def judge(text: str, *, is_label: bool = False) -> Verdict:
    """Judge a heading, or (`is_label`) a line that ends with a colon above a list."""
    cleaned = clean_title(text)
    words = vocabulary()
    for candidate in (cleaned, without_period(cleaned).rest):
        if kind := _by_whole_title(fold(candidate), words):
            return Verdict(kind, topic_title(cleaned))
    title = topic_title(cleaned)
    kind = _by_beginning(fold(title), cleaned, words) or _by_words(title, is_label, words)
    if kind is not None:
        return Verdict(kind, title)
    is_dated = without_period(cleaned).was_there
    if is_too_long(split_list_in_brackets(title)[0]) or (_is_sentence(cleaned) and not is_dated):
        return Verdict(Kind.ABOUT, title)
    if is_label:
        return Verdict(Kind.TOPIC, title)
    shorter = _without_resource_words(title, words)
    if shorter != title and _by_whole_title(fold(shorter), words):
        return Verdict(Kind.RESOURCES, title)
    return Verdict(Kind.TOPIC, shorter)


def is_too_long(title: str) -> bool:
    """Tell whether a title has more words than names have; Chinese counts three signs a word."""
    wide = 0
    if not title.isascii():
        wide = sum("\u3040" <= character <= "\u9fff" for character in title)
    return len(title.split()) + wide // 3 > MOST_WORDS


def _is_sentence(text: str) -> bool:
    if len(text.split()) < 5:
        return False
    return text.endswith((".", "!", "。", "！")) or bool(_FULL_STOP.search(text))


def is_list_of_contents(title: str) -> bool:
    """Tell whether a title heads a table of contents, which ends at the next heading."""
    return fold(title) in vocabulary().contents


def is_name(text: str) -> bool:
    """Tell whether an item reads like the name of something to learn, not like a sentence."""
    title = clean_title(text)
    folded = fold(title)
    if not folded or is_too_long(title) or (len(folded) < 2 and not folded.isalpha()):
        return False
    if len(title.split()) > 9 or title.endswith((".", "!", "。", "！", "?")):
        return False
    return not starts_like_sentence(title) and not folded.isdigit()


def starts_like_sentence(text: str) -> bool:
    """Tell whether the first word is one with which sentences begin and names do not."""
    return fold(text).partition(" ")[0] in _SENTENCE_STARTS


_WHOLE_FIELD = frozenset(["ai", "ml", "dl", "ds"])
_JOINS = frozenset(
    ["", *["and", "or", "for", "on", "of", "in", "with", "to", "e", "y", "de", "para"]]
)
_PRAISE = frozenset(
    ["best", "top", "free", "good", "great", "recommended", "useful", "awesome", "additional"]
)
_SENTENCE_STARTS = frozenset(
    [
        "is",
        "are",
        "was",
        "i",
        "you",
        "we",
        "they",
        "he",
        "she",
        "it",
        "this",
        "these",
        "those",
        "there",
        "if",
        "when",
        "please",
        "dont",
        "do",
        "make",
        "note",
        "also",
        "then",
        "once",
        "after",
        "before",
        "because",
        "follow",
        "subscribe",
        "join",
        "star",
        "check",
        "see",
        "watch",
        "read",
        "try",
        "click",
        "download",
        "visit",
        "contact",
        "feel",
        "remember",
        "try",
        "ensure",
        "guide",
        "help",
        "provide",
        "recommend",
        "focus",
        "spend",
        "complete",
        "at",
        "atleast",
        "have",
        "be",
        "being",
        "your",
        "our",
        "my",
        "their",
    ]
)


def topic_words(title: str) -> set[str]:
    """Return the words of a title that say what it is about."""
    words = vocabulary()
    skipped = words.resource_words | words.weak_resource_words | words.fillers | words.topic_words
    return {word for word in fold(title).split() if word not in skipped}


def _by_whole_title(folded: str, words: Vocabulary) -> Kind | None:
    if not folded or folded in words.levels:
        return Kind.GROUP
    if folded in words.noise:
        return Kind.NOISE
    if folded in words.topics:
        return Kind.TOPICS
    if folded in words.about:
        return Kind.ABOUT
    return None


def _by_beginning(folded: str, cleaned: str, words: Vocabulary) -> Kind | None:
    if not folded:
        return Kind.GROUP
    if starts_with(folded, words.noise_starts):
        return Kind.NOISE
    if starts_with(folded, words.why_starts):
        return Kind.WHY
    if starts_with(folded, words.about_starts) or cleaned.rstrip("\"”’'").endswith(("?", "？")):
        return Kind.ABOUT
    parts = [fold(part) for part in _COMPOUND.split(cleaned)]
    if len(parts) > 1 and all(part in words.about or part in words.noise for part in parts):
        return Kind.ABOUT
    return None


def _by_words(title: str, is_label: bool, words: Vocabulary) -> Kind | None:
    every = fold(title).split()
    material = words.resource_words | words.weak_resource_words
    content = [word for word in every if word not in material and word not in words.fillers]
    if "ai" in content and set(content) - words.topic_words <= _WHOLE_FIELD:
        content = []  # "AI/ML books" say no more than "books"
    if title.endswith(words.wide_plan_words) or not _beyond_plans(every, words):
        return Kind.TOPICS
    if len(title) <= _SHORT_WIDE and title.endswith(words.wide_resource_words):
        return Kind.RESOURCES
    about_topics = any(word in words.topic_words for word in every)
    about_material = any(word in material for word in every)
    if is_label and about_topics:
        return Kind.TOPICS
    if not content and not about_topics:
        return Kind.RESOURCES
    if about_material and (not content or (is_label and not about_topics)):
        return Kind.RESOURCES
    if about_topics and not [word for word in content if word not in words.topic_words]:
        return Kind.TOPICS
    return None


def _beyond_plans(every: list[str], words: Vocabulary) -> list[str]:
    """Return a title's words besides "roadmap" and fillers; all of them if it names no plan."""
    if not words.plan_words & set(every):
        return every
    return [word for word in every if word not in words.plan_words | words.fillers | _WHOLE_FIELD]


def _without_resource_words(title: str, words: Vocabulary) -> str:
    """Return "NLP" for "NLP playlist" and "statistics" for "Books on statistics"."""
    parts = title.split()
    if len(parts) > 2 and [fold(part) for part in parts[:2]] in (
        ["roadmap", "to"],
        ["roadmap", "for"],
    ):
        parts = parts[2:]
    title = " ".join(parts)
    end = len(parts)
    while end > 1 and fold(parts[end - 1]) in words.resource_words | words.plan_words:
        end -= 1
    if title.count("(") != " ".join(parts[:end]).count(")"):
        return title
    if end == len(parts):
        start = 0
        while start < end - 1 and fold(parts[start]) in words.resource_words | _JOINS:
            start += 1
        is_of = start and fold(parts[start - 1]) in {"on", "for", "about", "de", "sobre"}
        return " ".join(parts[start:]) if is_of else title
    start = 0
    while end > start + 1 and fold(parts[end - 1]) in _JOINS:
        end -= 1
    while start < end - 1 and fold(parts[start]) in _PRAISE:
        start += 1
    return clean_title(" ".join(parts[start:end])) or title
