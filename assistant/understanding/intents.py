"""Decide what a message asks for: clear cues first, likeness to exemplar questions for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import numpy as np

from assistant.answer import Intent
from assistant.understanding.gazetteer import Mention
from assistant.understanding.message import Message
from assistant.understanding.phrases import PhraseTable
from assistant.understanding.text import Token

Encode = Callable[[Sequence[str]], np.ndarray]
_RIDGE = 1.0
_NEIGHBOURS = 8
_NEIGHBOUR_WEIGHT = 2.0
_SHARPNESS = 10.0  # how fast a neighbour's say falls with its distance
_STAND_IN = re.compile(r"\b[XYZ]\b")
# What a masked name is called, so that the sentence stays one that people say.
_STAND_INS = {"X": "it", "Y": "that", "Z": "developer"}
_QUESTION_CHARACTERS = 300
_FURTHER_CUES = 0.25  # what a second cue for the same intent adds


class IntentReader:
    """Scores intents with the cues and exemplars of `intents.yaml`."""

    def __init__(
        self, lists: Mapping[str, Any], encode: Encode, exemplar_vectors: Callable[[], np.ndarray]
    ) -> None:
        self._encode = encode
        self._exemplar_vectors = exemplar_vectors
        self.intents = cast(tuple[Intent, ...], tuple(lists))
        self.exemplars = tuple(
            _STAND_IN.sub(lambda found: _STAND_INS[found.group()], text)
            for entry in lists.values()
            for text in entry["exemplars"]
        )
        self._labels = np.array(
            [number for number, entry in enumerate(lists.values()) for _ in entry["exemplars"]]
        )
        self._cues: PhraseTable[tuple[Intent, float]] = PhraseTable(
            (phrase, (cast(Intent, intent), float(weight)))
            for intent, entry in lists.items()
            for weight, phrases in entry["cues"].items()
            for phrase in phrases
        )
        self.vocabulary = frozenset(word for key in self._cues.keys for word in key)

    def cue_scores(self, tokens: Sequence[Token], free: Sequence[bool]) -> dict[Intent, float]:
        """Return the weight of the cues found, by intent; a second cue adds a little."""
        scores: dict[Intent, float] = {}
        for match in self._cues.scan([token.word for token in tokens], free):
            for intent, weight in match.values:
                present = scores.get(intent)
                scores[intent] = weight if present is None else max(present, weight) + _FURTHER_CUES
        return scores

    def without_cues(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the words that belong to no cue: what is left of "what do I learn to …"."""
        matches = self._cues.scan([token.word for token in tokens])
        covered = {place for match in matches for place in range(match.start, match.end)}
        return [token for place, token in enumerate(tokens) if place not in covered]

    def likeness(self, text: str) -> dict[Intent, float]:
        """Return how much the text resembles each intent's exemplars, about 0 to 1."""
        vector = self._encode([text])[0]
        scores = np.append(vector, 1.0) @ self._weights
        closeness = self._exemplar_vectors()[: len(self._labels)] @ vector
        nearest = np.argsort(-closeness, kind="stable")[:_NEIGHBOURS]
        says = _NEIGHBOUR_WEIGHT * np.exp(_SHARPNESS * (closeness[nearest] - 1))
        np.add.at(scores, self._labels[nearest], says)
        return dict(zip(self.intents, (float(score) for score in scores), strict=True))

    @cached_property
    def _weights(self) -> np.ndarray:
        """Fit a linear model to the exemplars by ridge regression (normal equations)."""
        vectors = self._exemplar_vectors()[: len(self._labels)]
        inputs = np.hstack([vectors, np.ones((len(vectors), 1))])
        targets = (self._labels[:, None] == np.arange(len(self.intents))).astype(float)
        penalty = _RIDGE * np.eye(inputs.shape[1])
        penalty[-1, -1] = 1e-6  # the constant is not held back, only kept solvable
        solution: np.ndarray = np.linalg.solve(inputs.T @ inputs + penalty, inputs.T @ targets)
        return solution


def question_of(message: Message) -> str:
    """Return the sentences that ask, every name replaced by a stand-in, at most 300 characters.

    What is left is the way of asking; where no sentence asks, the whole message is taken.
    """
    marks = message.asking_places()
    stand_ins = {mention.start: mention for mention in message.mentions if _is_masked(mention)}
    pieces: list[str] = []
    place = 0
    while place < len(message.tokens):
        token = message.tokens[place]
        mention = stand_ins.get(place)
        following = mention.end if mention else place + 1
        if marks[place]:
            pieces.append(_stand_in(mention) if mention else token.typed)
            pieces.append(_punctuation(message, following))
        place = following
    return "".join(pieces).strip()[-_QUESTION_CHARACTERS:]


def _is_masked(mention: Mention) -> bool:
    return not mention.names[0].weak and mention.names[0].kind not in ("job", "missing")


def _stand_in(mention: Mention) -> str:
    match mention.names[0].kind:
        case "role":
            return _STAND_INS["Z"]
        case "resource":
            return "the course"
        case _:
            return _STAND_INS["X"]


def _punctuation(message: Message, following: int) -> str:
    """Return what stands between the word before `following` and that word."""
    end = message.tokens[following - 1].end
    start = message.tokens[following].start if following < len(message.tokens) else None
    return " ".join(message.text[end:start].split(" "))
