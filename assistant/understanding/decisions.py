"""Decide the intent of a message that stands alone, from cues, likeness and what is stated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.answer import Intent
from assistant.understanding.message import Message

_DECISIVE = 1.9
_MODEL = 2.2
_HINT = 1.0
_OFF_TOPIC = 0.35
_SURELY_OFF_TOPIC = 1.5  # "best way to learn the guitar" is so in spite of its clear cue
_NEAR_THE_FIELD = 0.42
_SMALL_TALK_WORDS = 6
_ADDRESS = 2.9  # from this weight a cue speaks to the assistant itself: "are you an AI?"
_SMALL_TALK = 0.3


@dataclass(frozen=True)
class Signals:
    """What the decision rests on: what is named, what is stated, how near the field."""

    cues: Mapping[Intent, float]
    likeness: Callable[[], Mapping[Intent, float]]
    nearness: Callable[[], float]
    names_field: bool
    speaks_of_the_field: bool
    asks_for_certificate: bool
    asks_for_role: bool
    asks_for_resource: bool
    leans_back: bool
    is_noisy: bool
    is_gibberish: bool
    has_goal: bool
    has_skills: bool
    has_time: bool


def choose(message: Message, signals: Signals) -> Intent:
    """Return the intent of a message that stands alone."""
    if not message.tokens or signals.is_gibberish:
        return "small_talk"
    cues = _fitting(message, signals)
    if cues.get("small_talk", 0.0) > _ADDRESS:
        return "small_talk"
    if signals.has_goal and signals.has_time and not cues:
        return "plan"
    if not message.asks and not cues:
        stated = _of_statement(message, signals)
        if stated:
            return stated
    likeness = signals.likeness()
    if not signals.names_field:
        apart = _outside(message, signals, likeness, cues)
        if apart:
            return apart
    scores = {
        intent: cues.get(intent, 0.0) + _MODEL * likeness[intent]
        for intent in likeness
        if intent not in ("off_topic", "unanswerable")
    }
    if signals.names_field:
        scores.pop("small_talk", None)
    best = max(scores, key=lambda intent: scores[intent])
    return _with_time(best, message, cues, signals)


def _fitting(message: Message, signals: Signals) -> dict[Intent, float]:
    """Return the cues without those whose words mean something else here."""
    cues = dict(signals.cues)
    asked = [s for s in message.said if s.state in ("ask", "none", "goal", "skip", "known")]
    if signals.asks_for_certificate:
        cues["certification"] = max(cues.get("certification", 0.0), _DECISIVE)
    if signals.asks_for_role and not cues:
        cues["role"] = _HINT
    if signals.asks_for_resource:
        cues["resources"] = cues.get("resources", 0.0) + _HINT
    if len(asked) < 2:
        cues.pop("compare", None)
    if message.asks and "progress" in cues and len(cues) > 1:
        cues.pop("progress")
    is_long = len(message.tokens) > _SMALL_TALK_WORDS
    addresses_us = cues.get("small_talk", 0.0) > _ADDRESS
    is_told = signals.names_field or signals.has_time
    if (is_long or is_told or len(cues) > 1) and not addresses_us:
        cues.pop("small_talk", None)
    return cues


def _of_statement(message: Message, signals: Signals) -> Intent | None:
    if any(said.mention.first("topic") for said in message.spoken("done")) and not signals.has_goal:
        return "progress"
    if signals.has_goal:
        return "next" if signals.has_skills and not signals.has_time else "plan"
    return "next" if signals.has_skills or signals.has_time else None


def _outside(
    message: Message,
    signals: Signals,
    likeness: Mapping[Intent, float],
    cues: Mapping[Intent, float],
) -> Intent | None:
    if cues.get("small_talk"):
        return "small_talk"
    best = max(likeness, key=lambda intent: likeness[intent])
    near = signals.nearness() >= _NEAR_THE_FIELD
    is_chat = best == "small_talk" and likeness[best] > _SMALL_TALK and not near
    if is_chat and not cues and len(message.tokens) <= 2 * _SMALL_TALK_WORDS:
        return "small_talk"
    if signals.leans_back or (signals.speaks_of_the_field and not signals.is_noisy):
        return None
    off_topic = likeness["off_topic"]
    asks_clearly = max(cues.values(), default=0.0) >= _DECISIVE and off_topic < _SURELY_OFF_TOPIC
    if near or asks_clearly or off_topic <= _OFF_TOPIC:
        return None
    if best == "off_topic" or (signals.is_noisy and off_topic > likeness[best] / 2):
        return "off_topic"
    return None


def _with_time(
    best: Intent, message: Message, cues: Mapping[Intent, float], signals: Signals
) -> Intent:
    if best == "ready" and signals.has_time:
        return "time"
    is_order = signals.has_goal and signals.has_time and not message.is_question
    if is_order and (best == "resources" or (best == "time" and "time" not in cues)):
        return "plan"  # "free resources only, 12 weeks, goal data engineer"
    if (
        best == "next"
        and signals.has_goal
        and signals.has_time
        and cues.get("next", 0.0) < _DECISIVE
    ):
        return "plan"
    return best
