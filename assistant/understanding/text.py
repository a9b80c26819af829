"""Turn a message into words with places, so that names and phrases can be found in linear time."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

READ_CHARACTERS = 20_000

_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,400}>")
_LONG_NUMBER = re.compile(r"\d{13,}")  # no date and no amount; patterns would walk it for ever
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
# Latin words keep "+" and "#" (C++, C#) and an apostrophe; Devanagari vowel signs are no \w.
_WORD = re.compile(
    r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z\u00c0-\u024f]+)?\d*[A-Za-z]*(?:\+\+|#(?!\w))?"
    r"|\d+(?:[.,:]\d+)*[A-Za-z]*"
    r"|[\u0900-\u0963\u0970-\u097f]+"
    r"|[\u4e00-\u9fff\u3040-\u30ff]"
    r"|[^\W\d_]+"
)
_SENTENCE_END = re.compile(r"[.!?;\n\u0964\u3002\uff1f\uff01]")
_BRACKET = re.compile(r"[()]")
_COMMA = re.compile(r"[,:()\[\]\u2013\u2014|\u3001\uff0c]|\s[-/]+\s")
# People tick what they know: "Python ✓ SQL ✗".
_MARKS = str.maketrans({**dict.fromkeys("✓✔✅☑", " yes, "), **dict.fromkeys("✗✘❌✖", " no, ")})
_SPELLING = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))


@dataclass(frozen=True)
class Token:
    """One word: as folded for comparison, as typed, and its place in the text.

    `gap` is what stands between it and the word before: "" nothing, "," a weak break, "(" and ")"
    brackets, "." the end of a sentence.
    """

    word: str
    typed: str
    start: int
    end: int
    gap: str


def clean(message: str) -> str:
    """Return the readable text: no markup, no control characters, at most 20,000 characters."""
    text = unicodedata.normalize("NFKC", message[:READ_CHARACTERS])
    if "&" in text:
        text = html.unescape(text)
    text = _LONG_NUMBER.sub("0", _TAG.sub(" ", text)).translate(_MARKS)
    return _CONTROL.sub(" ", text).strip()


def tokenize(text: str) -> list[Token]:
    """Split a text into words; punctuation survives only as the gap before a word."""
    tokens: list[Token] = []
    end = 0
    for found in _WORD.finditer(text):
        gap = _gap(text[end : found.start()], first=not tokens, following=found.group())
        tokens.append(Token(fold(found.group()), found.group(), found.start(), found.end(), gap))
        end = found.end()
    return tokens


def stretches(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the first and last (exclusive) places of the runs of words without a break inside."""
    starts = [place for place, token in enumerate(tokens) if place == 0 or token.gap]
    return list(zip(starts, [*starts[1:], len(tokens)], strict=True)) if starts else []


@lru_cache(maxsize=50_000)  # every name is asked for several times while the names are laid out
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, as phrases are stored."""
    # Names are nearly always plain letters, which need no cleaning.
    readable = text if text.isascii() and "<" not in text and "&" not in text else clean(text)
    return tuple(fold(found.group()) for found in _WORD.finditer(readable))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word as it is compared: small, no accents, American spelling, no plural s."""
    word = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        if any("a" <= character <= "z" for character in decomposed):
            word = "".join(c for c in decomposed if not unicodedata.combining(c))
    for british, american in _SPELLING:
        if len(word) > len(british) + 3 and word.endswith(british):
            word = word.removesuffix(british) + american
            break
    return _singular(word)


_NO_PLURALS = frozenset({"does", "was", "has", "news", "plus", "always"})


def _singular(word: str) -> str:
    if (
        len(word) < 4
        or word in _NO_PLURALS
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies") and len(word) > 5:
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s")


def _gap(between: str, *, first: bool, following: str) -> str:
    if first or between in (" ", "-", "/", "'"):
        return ""
    # "scikit-learn", "fast.ai", "t-SNE": a dot without a space inside a name ends no sentence.
    if between == ".":
        return "" if following[:1].islower() or following[:1].isdigit() else "."
    if _SENTENCE_END.search(between):
        return "."
    if bracket := _BRACKET.search(between):
        return bracket.group()
    return "," if _COMMA.search(between) else ""
