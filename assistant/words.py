"""Reduce texts to the words and numbers by which they are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
"""A number that stands alone: not the 2 of word2vec, nor the 3 of 3rd."""

TOKEN = re.compile(r"[^\W_](?:[\w+#]|[.'’/&-](?=\w))*")
"""A word as written, "machine-learning" in one piece."""

PART = re.compile(r"[^\W_](?:[\w+#]|[.'’](?=\w))*")
"""A word that is compared: the parts of "machine-learning" one by one."""
_SUFFIXES = ("ically", "ations", "ation", "ingly", "ings", "ing", "edly", "ies", "ied")
_SHORT_SUFFIXES = ("ers", "ed", "es", "er", "ly", "s")
_SHORTEST_STEM = 4
_STEM_LENGTH = 7


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the beginning that a word shares with its forms: "regressions" and "regress".

    A suffix goes where at least 4 letters stay, then what is left is cut to 7 letters.
    """
    word = word.casefold().replace("’", "'").removesuffix("'s").strip("'")
    if not word.isalpha():
        return word
    for suffix in (*_SUFFIXES, *_SHORT_SUFFIXES):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word.removesuffix(suffix)
            break
    else:
        word = word[:-1] if len(word) > _SHORTEST_STEM and word.endswith("e") else word
    return word[:_STEM_LENGTH]


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text, in order."""
    return [stem(part) for part in PART.findall(text)]


def numbers(text: str) -> list[float]:
    """Return the numbers that stand alone in a text, in order; "1,000" is a thousand."""
    return [float(found.replace(",", "")) for found in NUMBER.findall(text)]


@cache
def plain_stems() -> frozenset[str]:
    """Return the stems of words that claim nothing about the field (`plain_words.txt`)."""
    lines = Path(__file__).with_name("plain_words.txt").read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(stem(word) for word in words)
