"""Hold one message as read: its words, sentences, names, and what is said of each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.cues import State
from assistant.understanding.data import word_set
from assistant.understanding.gazetteer import Mention
from assistant.understanding.reading import Said
from assistant.understanding.text import Token

_SENTENCE = re.compile(r"[.!?;\n\u0964\u3002\uff1f\uff01]+(?=\s|$)|[\n\uff1f\u3002\uff01]+")


@dataclass(frozen=True)
class Sentence:
    """Words `start` to `end` (exclusive), and whether they ask or request something."""

    start: int
    end: int
    asks: bool


@dataclass(frozen=True)
class Message:
    """One message as read; `free` marks the words that belong to no name."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    said: tuple[Said, ...]
    free: tuple[bool, ...]
    sentences: tuple[Sentence, ...]

    @property
    def asks(self) -> bool:
        """Tell whether any sentence asks or requests something."""
        return any(sentence.asks for sentence in self.sentences)

    @property
    def is_question(self) -> bool:
        """Tell whether a question mark stands in the text."""
        return "?" in self.text or "\uff1f" in self.text

    @property
    def is_bare_list(self) -> bool:
        """Tell whether the message is nothing but names: the answer to "what do you know?"."""
        unnamed = sum(
            free and token.word not in ("and", "or", "a", "the")
            for free, token in zip(self.free, self.tokens, strict=True)
        )
        return bool(self.said) and not unnamed and all(s.state == "none" for s in self.said)

    def asking_places(self) -> list[bool]:
        """Mark the words of the sentences that ask; of all sentences where none does."""
        if not self.asks:
            return [True] * len(self.tokens)
        marks = [False] * len(self.tokens)
        for sentence in self.sentences:
            if sentence.asks:
                marks[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        return marks

    def spoken(self, *states: State) -> list[Said]:
        """Return what is said in one of these states."""
        return [said for said in self.said if said.state in states]


def split_sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """Return the sentences of a text as places in its words."""
    sentences: list[Sentence] = []
    first = 0
    ends = [(found.start(), found.group()) for found in _SENTENCE.finditer(text)]
    ends.append((len(text), ""))
    for end, mark in ends:
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last > first:
            sentences.append(Sentence(first, last, _asks(tokens[first:last], mark)))
        first = last
    return tuple(sentences)


def _asks(tokens: Sequence[Token], mark: str) -> bool:
    if "?" in mark or "\uff1f" in mark:
        return True
    spoken = [token.word for token in tokens]
    questions = word_set("questions") | word_set("imperatives")
    second = spoken[1] if len(spoken) > 1 else ""
    if spoken[0] in questions or (spoken[0] in word_set("openers") and second in questions):
        return True
    return any(word in word_set("requests") for word in spoken)
