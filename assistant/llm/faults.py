"""Find what makes a language model's answer unusable as a whole."""

from __future__ import annotations

import re
from collections import Counter

from assistant.answer import Answer
from assistant.citations import MARKER
from assistant.llm.brief import table
from assistant.statements import split_statements
from assistant.support import SupportMeasure
from assistant.verify import Cleaned

MOST_REPEATS = 2
LEAST_KEPT = 0.5
"""The least share of a model's statements that must be supported."""


def find_fault(
    text: str, cleaned: Cleaned, composed: Answer, measure: SupportMeasure
) -> str | None:
    """Return why the whole answer must be replaced, in a few words, or None.

    `text` is what is left of it, `cleaned` counts what was removed from it.
    """
    if not text.strip():
        return "it said nothing that could be kept"
    if not MARKER.search(text) and not table(composed.answer):  # a table brings its own
        return "it cited nothing"
    statements = split_statements(text)
    if len(cleaned.statements) > (1 - LEAST_KEPT) * (len(statements) + len(cleaned.statements)):
        return "most of it had no source"
    said = Counter(re.sub(r"\W+", " ", entry.text.casefold()) for entry in statements if entry.text)
    if max(said.values(), default=0) > MOST_REPEATS:
        return "it repeated itself"
    return _against_plan(text, cleaned, composed, measure) or _other_advice(text, composed, measure)


def _against_plan(
    text: str, cleaned: Cleaned, composed: Answer, measure: SupportMeasure
) -> str | None:
    if composed.plan is None or not composed.plan.steps:
        return None
    if any(verdict.numbers for _, verdict in cleaned.statements):
        return "it changed the plan's figures"
    position = {step.topic_id: number for number, step in enumerate(composed.plan.steps)}
    named: list[int] = []
    for mention in measure.mentions(text):
        steps = [position[topic] for topic in mention.topics if topic in position]
        if len(steps) == 1 and steps[0] not in named:
            named.append(steps[0])
    return "it reordered the plan" if named != sorted(named) else None


def _other_advice(text: str, composed: Answer, measure: SupportMeasure) -> str | None:
    """Tell where the first thing to learn that is named is not the one recommended."""
    if composed.intent not in ("next", "progress") or not composed.recommended:
        return None
    profile = composed.profile
    known = {*profile.known, *profile.partly_known, *profile.assumed_known, *profile.goal}
    first = next((m for m in measure.mentions(text) if not m.topics & known), None)
    if first is None or composed.recommended[0] not in first.topics:
        return "it recommended something else"
    return None
