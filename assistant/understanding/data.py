"""Read the word lists that stand beside this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.understanding.text import fold

_EVERYDAY = 10_800  # the more frequent half of the list, about what people use every day
_SMALL = 700  # words such as "want", "how", "every"
_DIRECTORY = Path(__file__).parent


@cache
def read_list(name: str) -> Any:
    """Return the content of `<name>.yaml`; it must not be changed by the caller."""
    # libyaml, where the wheel carries it, reads the lists about eight times faster.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (_DIRECTORY / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the sets of small words in `words.yaml`."""
    return frozenset(read_list("words")[name])


@cache
def english_words() -> frozenset[str]:
    """Return words of English, as typed and folded, which are never taken for misspelt names."""
    return _with_folded(_words_by_frequency())


@cache
def common_words() -> frozenset[str]:
    """Return the everyday words of English: those which name something only right after a cue."""
    return _with_folded(_words_by_frequency()[:_EVERYDAY])


@cache
def small_words() -> frozenset[str]:
    """Return the words that stand in any sentence and tell nothing of what it is about."""
    return _with_folded(_words_by_frequency()[:_SMALL])


def _words_by_frequency() -> list[str]:
    return (_DIRECTORY / "common_words.txt").read_text(encoding="utf-8").split()


def _with_folded(words: list[str]) -> frozenset[str]:
    return frozenset(words) | frozenset(fold(word) for word in words)
