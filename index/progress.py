"""Tell how far a long piece of work has come."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """What is being done, how much of it is done, and the seconds left (None: not known yet)."""

    stage: str
    done: int
    total: int
    seconds_left: float | None = None


Report = Callable[[Progress], None]


class Stopwatch:
    """Estimate the seconds left of work whose steps differ in weight."""

    def __init__(self, total_weight: float) -> None:
        self._total = total_weight
        self._started = time.monotonic()

    def seconds_left(self, weight_done: float) -> float | None:
        """Return the seconds left at the pace so far, None before the first step."""
        if weight_done <= 0:
            return None
        elapsed = time.monotonic() - self._started
        return elapsed * (self._total - weight_done) / weight_done


def ignore(progress: Progress) -> None:
    """Report to nobody."""
