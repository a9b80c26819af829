"""Tell the language of a message from its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.understanding.text import Token

_SCRIPTS = (
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("te", re.compile(r"[\u0c00-\u0c7f]")),
)
_READ = 400  # words; a language shows itself early


def detect(tokens: Sequence[Token], small_words: Mapping[str, Sequence[str]]) -> str:
    """Return the language as "en", "hi-Latn", … or "und" where nothing tells it.

    English wins ties: technical words are the same everywhere and names are often English.
    """
    text = " ".join(token.typed for token in tokens[:_READ])
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return "und"
    for language, script in _SCRIPTS:
        if len(script.findall(text)) >= max(2, 0.2 * letters):
            return language
    typed = Counter(
        token.typed.casefold().replace("'", "").replace("’", "") for token in tokens[:_READ]
    )
    # A word that many languages share says little about which one it is.
    shared = Counter(word for words in small_words.values() for word in set(words))
    scores = {
        language: sum(typed[word] / shared[word] for word in set(words))
        for language, words in small_words.items()
    }
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "und"
