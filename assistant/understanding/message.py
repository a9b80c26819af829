"""Hold one message as read: its words, sentences, names, and what is said of each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.gazetteer import Mention
from assistant.understanding.reading import Said, State
from assistant.understanding.text import Token

_ASKING = frozenset(
    "what whats which how why when where who whom whose is are am can could should shall do does did would will may "
    "que qué cual cuál como cómo cuando cuándo donde dónde por cuanto cuánto puedo debo "
    "was wie warum wann wo welche welcher welches kann soll sollte lohnt reicht "
    "o qual quais quando onde posso devo quanto vale "
    "quoi quel quelle quels quelles comment pourquoi quand combien faut dois puis "
    "kya kaise kyu kyun kab kaha kahan kitna kaun konsa kaunsa क्या कैसे क्यों कब कहाँ कितना कौन".split()
)
_REQUESTS = frozenset(
    "recommend suggest give show list tell explain describe compare make build create plan help need advise guide "
    "teach define quiz test recommendation suggestion advice any best resources roadmap projects prerequisites "
    "recomienda dame muéstrame explica ayuda erkläre zeig gib empfiehl hilf recomende mostre explique ajude "
    "recommande donne montre aide batao bata samjhao बताओ बताइए".split()
)
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
    words = [token.word for token in tokens]
    opening = words[0] in _ASKING or (len(words) > 1 and words[0] in _OPENERS and words[1] in _ASKING)
    return opening or any(word in _REQUESTS for word in words) or any(
        word in _ASKING_ANYWHERE for word in words
    )


_OPENERS = frozenset("so and but then now ok also hi hey hello please well y und e et but aur bhai sir pls plz".split())
_ASKING_ANYWHERE = frozenset("what whats which how why where when qué cómo cuál was wie warum welche quoi comment pourquoi quelle kya kaise kyun kaunsa क्या कैसे क्यों 什么 怎么 吗".split())
