"""Measure how well labelled messages are understood, as figures of the report."""

from __future__ import annotations

from assistant.chain import Assistant
from evals.intervals import mean_interval
from evals.question import Split
from evals.report import Figure
from evals.scoring import figure
from evals.understanding import Scores, load_messages, score_understanding

Pairs = list[tuple[tuple[str, ...], str]]


def measure_reading(assistant: Assistant, split: Split) -> tuple[dict[str, Figure], Pairs]:
    """Return the figures of the messages, and (allowed intents, understood intent) of each."""
    messages = load_messages(held_back=split == "held-back")
    scores = score_understanding(assistant.understander, assistant.base, messages)
    pairs = [(v.labelled.intents, str(v.understood.intent)) for v in scores.verdicts]
    return _figures(scores, pairs), pairs


def _figures(scores: Scores, pairs: Pairs) -> dict[str, Figure]:
    intents = mean_interval([float(understood in allowed) for allowed, understood in pairs])
    return {
        "intent accuracy": figure(intents),
        "skill F1": _plain(scores.skill_f1, scores.messages),
        "goal F1": _plain(scores.goal_f1, scores.messages),
        "topic F1": _plain(scores.topic_f1, scores.messages),
        "time accuracy": _plain(scores.time_accuracy, scores.messages),
        "preference accuracy": _plain(scores.preference_accuracy, scores.messages),
        "language accuracy": _plain(scores.language_accuracy, scores.messages),
        "false decline rate": _plain(scores.false_declines, scores.messages),
        "missed decline rate": _plain(scores.missed_declines, scores.messages),
    }


def _plain(value: float, messages: int) -> Figure:
    """Return a figure without interval: a ratio of sums over messages has no simple one."""
    rounded = round(value, 4)
    return Figure(value=rounded, low=rounded, high=rounded, n=messages)
