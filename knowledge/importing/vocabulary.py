"""Compare words as people mean them: without case, accents, emoji or punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ACCENTS = re.compile("[\u0300-\u036f]")
# Letters, digits and the vowel signs of Indian scripts; + and # belong to names such as C++.
_SEPARATORS = re.compile(r"[^\w+#\u0900-\u0dff]+|_+")
_APOSTROPHES = re.compile("['’‘`´]")


@dataclass(frozen=True)
class Vocabulary:
    """The words of vocabulary.yaml, folded; `periods` is one regular expression."""

    noise: frozenset[str]
    contents: frozenset[str]
    about: frozenset[str]
    topics: frozenset[str]
    topic_words: frozenset[str]
    resource_words: frozenset[str]
    weak_resource_words: frozenset[str]
    fillers: frozenset[str]
    levels: frozenset[str]
    generic_links: frozenset[str]
    plan_words: frozenset[str]
    nothing: frozenset[str]
    pointers: frozenset[str]
    noise_starts: tuple[str, ...]
    about_starts: tuple[str, ...]
    why_starts: tuple[str, ...]
    promo: tuple[str, ...]
    roadmap_words: tuple[str, ...]
    wide_resource_words: tuple[str, ...]
    wide_plan_words: tuple[str, ...]
    columns: dict[str, str]
    difficulty: dict[str, int]
    level_names: dict[str, str]
    periods: str


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` in lower case with single spaces, without accents, emoji and punctuation."""
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        plain = unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the word lists; they are read once."""
    import yaml

    path = Path(__file__).with_name("vocabulary.yaml")
    # Every scalar is a word: "on" and "no" are not truth values here.
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)

    def folded(name: str) -> Iterator[str]:
        for part in data[name]:
            yield from map(fold, part if isinstance(part, list) else [part])

    def by_word(name: str) -> dict[str, str]:
        return {fold(word): meaning for meaning, words in data[name].items() for word in words}

    return Vocabulary(
        noise=frozenset(folded("noise")),
        contents=frozenset(folded("contents")),
        about=frozenset(folded("about")),
        topics=frozenset(folded("topics")),
        topic_words=frozenset(folded("topic_words")),
        resource_words=frozenset(folded("resource_words")),
        weak_resource_words=frozenset(folded("weak_resource_words")),
        fillers=frozenset(folded("fillers")),
        levels=frozenset(folded("levels")),
        generic_links=frozenset(folded("generic_links")),
        plan_words=frozenset(folded("plan_words")),
        nothing=frozenset(folded("nothing")),
        pointers=frozenset(folded("pointers")),
        noise_starts=tuple(folded("noise_starts")),
        about_starts=tuple(folded("about_starts")),
        why_starts=tuple(folded("why_starts")),
        promo=tuple(folded("promo")),
        roadmap_words=tuple(folded("roadmap_words")),
        wide_resource_words=tuple(folded("wide_resource_words")),
        wide_plan_words=tuple(folded("wide_plan_words")),
        columns=by_word("columns"),
        difficulty={word: int(value) for word, value in by_word("difficulty").items()},
        level_names=by_word("level_names"),
        periods="|".join(data["periods"]),
    )


def starts_with(folded: str, beginnings: tuple[str, ...]) -> bool:
    """Tell whether a folded text begins with one of the folded phrases, at a word's end."""
    if not folded.startswith(beginnings):
        return False
    return any(
        folded.startswith(start)
        and (len(folded) == len(start) or folded[len(start)] == " " or not start.isascii())
        for start in beginnings
    )
