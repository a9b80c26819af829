"""Measure how long answers take."""

from __future__ import annotations

from evals.answering import Case
from evals.metrics.score import Score


def milliseconds(case: Case) -> Score:
    """Return the slowest turn's time in milliseconds, as the assistant's own clock has it."""
    return Score(max(answer.timings_ms["total"] for answer in case.answers))
