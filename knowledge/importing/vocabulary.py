"""Compare words as people mean them: without case, accents, emoji or punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ACCENTS = re.compile("[\u0300-\u036f]")
# Letters, digits and the vowel signs of Indian scripts; + and # belong to names such as C++.
_SEPARATORS = re.compile(r"[^\w+#\u0900-\u0dff]+|_+")
_APOSTROPHES = re.compile("['’‘`´]")


@dataclass(frozen=True)
class Vocabulary:
    """The words of vocabulary.yaml, folded."""

    noise: frozenset[str]
    contents: frozenset[str]
    plan_words: frozenset[str]
    wide_resource_words: tuple[str, ...]
    wide_plan_words: tuple[str, ...]
    noise_starts: tuple[str, ...]
    about: frozenset[str]
    about_starts: tuple[str, ...]
    why_starts: tuple[str, ...]
    topics: frozenset[str]
    topic_words: frozenset[str]
    resource_words: frozenset[str]
    weak_resource_words: frozenset[str]
    fillers: frozenset[str]
    levels: frozenset[str]
    generic_links: frozenset[str]
    promo: tuple[str, ...]
    roadmap_words: tuple[str, ...]
    columns: dict[str, str]


@lru_cache(maxsize=20_000)
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

    def folded(name: str) -> list[str]:
        words = data[name]
        flat = [w for part in words for w in (part if isinstance(part, list) else [part])]
        return [fold(str(word)) for word in flat]

    sets = ("noise", "about", "topics", "topic_words", "resource_words", "weak_resource_words")
    sets = (*sets, "fillers", "levels", "generic_links", "contents", "plan_words")
    tuples = ("noise_starts", "about_starts", "why_starts", "promo", "roadmap_words")
    tuples = (*tuples, "wide_resource_words", "wide_plan_words")
    columns = {
        fold(str(word)): column for column, words in data["columns"].items() for word in words
    }
    return Vocabulary(
        **{name: frozenset(folded(name)) for name in sets},  # type: ignore[arg-type]
        **{name: tuple(folded(name)) for name in tuples},
        columns=columns,
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
