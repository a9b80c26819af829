"""Rank what can be learned next: the outer fringe of what a person knows."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.planning.known import known_state
from assistant.planning.value import general_value, goal_value, study_hours
from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase


@dataclass(frozen=True)
class Weights:
    """What each part of a candidate's score counts; every part lies between 0 and 1.

    `easy` is how many steps above the person's level a difficulty may lie before it counts as dull.
    """

    value: float
    opens: float
    builds_on: float
    fit: float
    short: float
    easy: int


# Tuned on profiles from complete beginners to researchers, until the first three were what a mentor
# would say. A goal says what matters; without one, what the person has built up already says it.
WITH_GOAL = Weights(value=0.3, opens=0.8, builds_on=0.0, fit=1.0, short=0.05, easy=-1)
WITHOUT_GOAL = Weights(value=0.4, opens=1.0, builds_on=1.2, fit=0.6, short=0.1, easy=1)


@dataclass(frozen=True)
class Suggestion:
    """A topic that can be learned next, its score (larger is better), and what speaks for it.

    `hours` are this person's; `builds_on` are the stated topics that it stands on; `unlocks` are
    the topics that open once it is known, those of greatest value first.
    """

    topic_id: str
    score: float
    hours: float
    builds_on: tuple[str, ...]
    unlocks: tuple[str, ...]


def rank_next(base: KnowledgeBase, profile: Profile, progress: Progress) -> list[Suggestion]:
    """Return what can be learned next, best first; ties are broken by id.

    With a goal these are the goal's required topics, then its optional ones, and anything only once
    all of it is known. The score adds up the topic's own weight in the goal (without one: its mean
    value over the roles, those nearest to what was stated first), what it opens or brings nearer,
    how far it builds on what was stated, whether its difficulty fits the person's level, and how
    soon it can be finished.
    """
    known = known_state(base, profile, progress)
    if profile.goal:
        value = goal_value(base, profile.goal).without(base, progress.skipped)
        ranked: list[Suggestion] = []
        for values in (value.required, value.optional):
            ranking = _Ranking(base, profile, progress, known, values, value.own, WITH_GOAL)
            ranked += ranking.suggestions()
        if ranked:
            return ranked
    values = general_value(base, {*profile.known, *progress.done})
    return _Ranking(base, profile, progress, known, values, values, WITHOUT_GOAL).suggestions()


@dataclass(frozen=True)
class _Ranking:
    """The comparison of the candidates that have a value; parts are relative to the best."""

    base: KnowledgeBase
    profile: Profile
    progress: Progress
    known: Collection[str]
    values: Mapping[str, float]
    own: Mapping[str, float]
    weights: Weights

    def suggestions(self) -> list[Suggestion]:
        """Return the candidates, best first."""
        required, known = self.base.graph.required, self.known
        candidates = [
            topic
            for topic in self.values
            if topic not in known and all(name in known for name in required[topic])
        ]
        if not candidates:
            return []
        best_value = max(self.own.get(topic, 0.0) for topic in candidates) or 1.0
        gains = {topic: self._gain(topic) for topic in candidates}
        best_gain = max(gains.values()) or 1.0
        found = [
            self._suggestion(topic, self.own.get(topic, 0.0) / best_value, gains[topic] / best_gain)
            for topic in candidates
        ]
        return sorted(found, key=lambda item: (-round(item.score, 9), item.topic_id))

    def _suggestion(self, topic: str, value: float, gain: float) -> Suggestion:
        hours = study_hours(
            self.base, topic, partly_known=self.profile.partly_known, pace=self.progress.pace
        )
        builds_on = tuple(name for name in self.base.graph.required[topic] if name in self._stated)
        score = (
            self.weights.value * value
            + self.weights.opens * math.sqrt(gain)
            + self.weights.builds_on * (1 - 0.5 ** len(builds_on))
            + self.weights.fit * self._fit(self.base.topics[topic].difficulty)
            + self.weights.short * 10 / (10 + hours)
        )
        return Suggestion(topic, score, hours, builds_on, self._opened(topic))

    def _fit(self, difficulty: int) -> float:
        """Return 1 for a difficulty near the person's level, less the further it is from there.

        What is too easy fits worse than what is as much too hard: it can be picked up on the side.
        """
        step = difficulty - self._level
        return max(0.0, 1 - max(0, step - 1) / 3 - max(0, self.weights.easy - step) / 2)

    @cached_property
    def _stated(self) -> set[str]:
        return {*self.profile.known, *self.progress.done}

    @cached_property
    def _level(self) -> int:
        """Return the difficulty of the hardest thing known, 0 for a beginner."""
        return max((self.base.topics[topic].difficulty for topic in self.known), default=0)

    def _gain(self, topic: str) -> float:
        """Add up what needs `topic`, each shared with what else is still missing for it."""
        graph, total = self.base.graph, 0.0
        for name in graph.unlocks[topic]:
            if (value := self.values.get(name, 0.0)) and name not in self.known:
                missing = sum(other not in self.known for other in graph.required[name])
                total += value / missing
        return total

    def _opened(self, topic: str) -> tuple[str, ...]:
        """Return the topics of value that require `topic` and, besides it, only what is known."""
        graph, values, known = self.base.graph, self.values, self.known
        opened: Sequence[str] = [
            name
            for name in graph.unlocks[topic]
            if name not in known
            and name in values
            and all(other in known or other == topic for other in graph.required[name])
        ]
        return tuple(sorted(opened, key=lambda name: (-values[name], name)))
