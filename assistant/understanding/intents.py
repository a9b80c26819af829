"""Decide what a message asks for: clear cues first, likeness to exemplar questions for the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

import numpy as np

from assistant.answer import Intent
from assistant.understanding.gazetteer import Mention
from assistant.understanding.phrases import PhraseTable
from assistant.understanding.text import Token

Encode = Callable[[Sequence[str]], np.ndarray]
_RIDGE = 0.6
_QUESTION_WORDS = 40
_MODEL_WEIGHT = 2.0
_FURTHER_CUES = 0.25  # what a second cue for the same intent adds


class IntentReader:
    """Scores intents with the cues and exemplars of `intents.yaml`."""

    def __init__(
        self, lists: Mapping[str, Any], encode: Encode, exemplar_vectors: Callable[[], np.ndarray]
    ) -> None:
        self._encode = encode
        self._exemplar_vectors = exemplar_vectors
        self.intents = cast(tuple[Intent, ...], tuple(lists))
        self.exemplars = tuple(text for entry in lists.values() for text in entry["exemplars"])
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

    def likeness(self, text: str) -> dict[Intent, float]:
        """Return how much the text resembles each intent's exemplars, about 0 to 1."""
        vector = self._encode([text])[0]
        scores = np.append(vector, 1.0) @ self._weights
        return dict(zip(self.intents, (float(score) for score in scores), strict=True))

    @cached_property
    def _weights(self) -> np.ndarray:
        """Fit a linear model to the exemplars (ridge regression, each intent weighing the same)."""
        vectors = self._exemplar_vectors()[: len(self._labels)]
        inputs = np.hstack([vectors, np.ones((len(vectors), 1))])
        targets = (self._labels[:, None] == np.arange(len(self.intents))).astype(float)
        counts = np.bincount(self._labels, minlength=len(self.intents))
        weights = (len(vectors) / len(self.intents) / counts)[self._labels][:, None]
        penalty = _RIDGE * np.eye(inputs.shape[1])
        penalty[-1, -1] = 1e-6
        solution: np.ndarray = np.linalg.solve(
            inputs.T @ (inputs * weights) + penalty, inputs.T @ (targets * weights)
        )
        return solution


def masked(tokens: Sequence[Token], mentions: Sequence[Mention], text: str) -> str:
    """Return the text with every name replaced by X, so that only the way of asking is left."""
    pieces: list[str] = []
    end = 0
    for mention in mentions:
        if mention.names[0].weak or mention.names[0].kind in ("job", "missing"):
            continue
        pieces += [text[end : tokens[mention.start].start], "X"]
        end = tokens[mention.end - 1].end
    return " ".join("".join([*pieces, text[end:]]).split())
