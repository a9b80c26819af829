"""Rank what can be learned next: the outer fringe of what a person knows."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.planning.value import goal_value, study_hours
from assistant.profile import Profile, Progress
from knowledge import KnowledgeBase

# What the score of a candidate adds up; each part lies between 0 and 1.
VALUE, OPENS, BUILDS_ON, FIT, SHORT = 1.0, 0.5, 0.7, 0.6, 0.2


@dataclass(frozen=True)
class Suggestion:
    """A topic that can be learned next, its score (larger is better), and what speaks for it.

    `hours` are this person's; `builds_on` are the stated topics that it stands on; `unlocks` are the
    topics that open once it is known, those of greatest value first.
    """

    topic_id: str
    score: float
    hours: float
    builds_on: tuple[str, ...]
    unlocks: tuple[str, ...]


def known_state(base: KnowledgeBase, profile: Profile, progress: Progress) -> set[str]:
    """Return everything to be treated as known: stated, assumed, done, or skipped by the person."""
    named = {*profile.known, *profile.assumed_known, *progress.done, *progress.skipped}
    return named & base.topics.keys()


def rank_next(base: KnowledgeBase, profile: Profile, progress: Progress) -> list[Suggestion]:
    """Return what can be learned next, best first; ties are broken by id.

    With a goal these are the goal's required topics, its optional ones once those are known, and
    anything once all of it is known. The score adds up the value for the goal (without one: the mean
    over all roles), what the topic opens, how far it builds on what was stated, whether it is one
    step harder than what the person knows, and how soon it can be finished.
    """
    known = known_state(base, profile, progress)
    fringe = base.graph.outer_fringe(known)
    for values in _tiers(base, profile.goal):
        candidates = [topic for topic in fringe if values.get(topic, 0.0) > 0]
        if candidates:
            return _ranked(base, profile, progress, known, candidates, values)
    return []


def general_value(base: KnowledgeBase) -> dict[str, float]:
    """Return the value of every topic for somebody without a goal: the mean over all roles.

    A topic that no role asks for keeps a small value, so that it can still be suggested.
    """
    total = dict.fromkeys(base.topics, 0.0)
    for role in base.roles:
        value = goal_value(base, [role])
        for topic, worth in value.required.items():
            total[topic] += worth
        for topic, worth in value.optional.items():
            total[topic] += worth / 2
    return {topic: worth / max(1, len(base.roles)) + 0.01 for topic, worth in total.items()}


def _tiers(base: KnowledgeBase, goals: Sequence[str]) -> list[Mapping[str, float]]:
    if not goals:
        return [general_value(base)]
    value = goal_value(base, goals)
    return [value.required, value.optional, general_value(base)]


def _ranked(
    base: KnowledgeBase,
    profile: Profile,
    progress: Progress,
    known: Collection[str],
    candidates: Sequence[str],
    values: Mapping[str, float],
) -> list[Suggestion]:
    best_value = max(values[topic] for topic in candidates)
    opened = {topic: _opened(base, topic, known, values) for topic in candidates}
    gains = {topic: sum(values[name] for name in names) for topic, names in opened.items()}
    best_gain = max(gains.values()) or 1.0
    level = max((base.topics[topic].difficulty for topic in known), default=0)
    suggestions = []
    for topic in candidates:
        hours = study_hours(base, topic, partly_known=profile.partly_known, pace=progress.pace)
        builds_on = _builds_on(base, topic, profile)
        score = (
            VALUE * values[topic] / best_value
            + OPENS * math.sqrt(gains[topic] / best_gain)
            + BUILDS_ON * min(2, len(builds_on)) / 2
            + FIT * max(0.0, 1 - abs(base.topics[topic].difficulty - level - 0.5) / 2)
            + SHORT * 10 / (10 + hours)
        )
        suggestions.append(Suggestion(topic, score, hours, builds_on, opened[topic]))
    return sorted(suggestions, key=lambda item: (-round(item.score, 9), item.topic_id))


def _opened(
    base: KnowledgeBase, topic: str, known: Collection[str], values: Mapping[str, float]
) -> tuple[str, ...]:
    """Return the topics of value that require `topic` and, besides it, only what is known."""
    opened = [
        name
        for name in base.graph.unlocks[topic]
        if name not in known
        and values.get(name, 0.0) > 0
        and all(other in known or other == topic for other in base.graph.required[name])
    ]
    return tuple(sorted(opened, key=lambda name: (-values[name], name)))


def _builds_on(base: KnowledgeBase, topic: str, profile: Profile) -> tuple[str, ...]:
    stated = [name for name in base.topics[topic].required if name in profile.known]
    partly = [name for name in base.topics[topic].required if name in profile.partly_known]
    return tuple(stated + partly)
