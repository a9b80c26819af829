"""Define what a metric returns for one question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """The value of one metric for one question, and what is wrong where something is.

    Shares lie between 0 and 1 and are averaged over questions; counts are added up.
    """

    value: float
    wrong: tuple[str, ...] = ()


def share(met: bool, wrong: str) -> Score:
    """Return 1 where a claim is met, else 0 with the reason."""
    return Score(1.0) if met else Score(0.0, (wrong,))


def count(wrong: Iterable[str]) -> Score:
    """Return how many things are wrong, each with its reason."""
    reasons = tuple(wrong)
    return Score(float(len(reasons)), reasons)


def listed(names: Iterable[object]) -> str:
    """Return names for a reason: sorted, comma-separated, or "nothing"."""
    return ", ".join(sorted(str(name) for name in names)) or "nothing"
