"""Choose the topics of greatest value that fit a time budget, exactly."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

TIME_LIMIT = 8.0
"""Seconds after which the solver stops and states the gap that it has proven."""

LARGEST_JOINT = 400
"""Up to this many candidates, ties between required topics are broken by what else then fits."""

_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Selection:
    """The chosen topics, and the proven relative distance from the optimum (0 = exact)."""

    topics: frozenset[str]
    gap: float = 0.0


def select_topics(
    required: Mapping[str, float],
    optional: Mapping[str, float],
    hours: Mapping[str, float],
    needs: Mapping[str, Sequence[str]],
    budget: float,
) -> Selection:
    """Return the subset closed under `needs`, within `budget` hours, of the greatest value.

    Lexicographic: first the greatest value of `required` topics, then of `optional` ones with the
    time that is left. A need that is in neither mapping counts as known. Solved as integer programs
    (precedence-constrained knapsacks) with gap 0 by HiGHS; the same input gives the same choice.
    """
    budget = math.floor(budget * 100 + _TOLERANCE) / 100  # hours count in hundredths
    stop = time.monotonic() + TIME_LIMIT
    if _total(required, hours) <= budget:
        left = budget - _total(required, hours)
        extras = _Problem.of(optional, hours, needs, left).solve(optional, stop)
        return Selection(frozenset(required) | extras.topics, extras.gap)
    first = _Problem.of(required, hours, needs, budget).solve(required, stop)
    everything = {**required, **optional}
    if not first.gap and len(everything) <= LARGEST_JOINT:
        worth = sum(required[topic] for topic in first.topics)
        problem = _Problem.of(everything, hours, needs, budget)
        return problem.solve(optional, stop, at_least=(required, worth))
    left = budget - _total(first.topics, hours)
    reachable = _without_blocked(optional, needs, set(required) - first.topics)
    second = _Problem.of(reachable, hours, needs, left).solve(optional, stop)
    return Selection(first.topics | second.topics, max(first.gap, second.gap))


@dataclass(frozen=True)
class _Problem:
    """Candidates in an order with needs first, the hours of each, and what each stands on."""

    topics: list[str]
    hours: list[float]
    closures: list[set[int]]
    edges: list[tuple[int, int]]
    budget: float

    @classmethod
    def of(
        cls,
        candidates: Collection[str],
        hours: Mapping[str, float],
        needs: Mapping[str, Sequence[str]],
        budget: float,
    ) -> _Problem:
        """Pose the problem for those candidates that fit with all that they need."""
        closures: dict[str, set[str]] = {}
        for topic in _needs_first(candidates, needs):
            inside = [name for name in needs[topic] if name in closures or name in candidates]
            if all(name in closures for name in inside):
                closure = {topic}.union(*(closures[name] for name in inside))
                if _total(closure, hours) <= budget + _TOLERANCE:
                    closures[topic] = closure
        position = {topic: rank for rank, topic in enumerate(closures)}
        return cls(
            topics=list(closures),
            hours=[hours[topic] for topic in closures],
            closures=[{position[name] for name in closure} for closure in closures.values()],
            edges=[
                (position[topic], position[name])
                for topic in closures
                for name in needs[topic]
                if name in position
            ],
            budget=budget,
        )

    def solve(
        self,
        values: Mapping[str, float],
        stop: float,
        at_least: tuple[Mapping[str, float], float] | None = None,
    ) -> Selection:
        """Return the feasible subset of greatest value, found before the monotonic time `stop`.

        A topic without a value is worth 0. `at_least` is a second worth that must be reached.
        """
        if not self.topics:
            return Selection(frozenset())
        if at_least is None and sum(self.hours) <= self.budget + _TOLERANCE:
            return Selection(frozenset(self.topics))
        import numpy as np  # slow to import, as scipy is; only plans under a budget need them

        worth = np.array([values.get(topic, 0.0) for topic in self.topics])
        result = self._integer_program(worth, stop, at_least)
        if result.status == 0:  # solved to the optimum; the gap it states may be a rounding error
            return self._selection(result.x > 0.5, 0.0)
        # The limit struck: the greedy choice is often ahead of what the solver has by then.
        greedy = self._greedy(worth) if at_least is None else np.zeros(len(worth), dtype=bool)
        found = result.x > 0.5 if result.x is not None else greedy
        best = max((found, greedy), key=lambda chosen: float(worth[chosen].sum()))
        bound = -result.mip_dual_bound if result.mip_dual_bound is not None else math.inf
        reached = float(worth[best].sum())
        gap = (bound - reached) / reached if reached > 0 and math.isfinite(bound) else 1.0
        return self._selection(best, max(0.0, gap))

    def _integer_program(
        self,
        worth: np.ndarray,
        stop: float,
        at_least: tuple[Mapping[str, float], float] | None,
    ) -> Any:
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import coo_array

        size, count = len(self.topics), len(self.edges)
        constraints = [LinearConstraint(np.array([self.hours]), -np.inf, self.budget)]
        if count:
            rows, columns = np.repeat(np.arange(count), 2), np.array(self.edges).reshape(-1)
            signs = np.tile([1.0, -1.0], count)
            precedence = coo_array((signs, (rows, columns)), shape=(count, size)).tocsr()
            constraints.append(LinearConstraint(precedence, -np.inf, 0.0))
        if at_least is not None:
            other = np.array([[at_least[0].get(topic, 0.0) for topic in self.topics]])
            constraints.append(LinearConstraint(other, at_least[1] - _TOLERANCE / 10, np.inf))
        return milp(
            c=-worth,
            constraints=constraints,
            integrality=np.ones(size),
            bounds=Bounds(0, 1),
            options={
                "mip_rel_gap": 0.0,
                "time_limit": max(0.1, stop - time.monotonic()),
                # These programs shrink little: without presolving they take half the time.
                "presolve": False,
            },
        )

    def _greedy(self, worth: np.ndarray) -> np.ndarray:
        """Take, again and again, the topic that brings most value an hour with what it needs."""
        import numpy as np

        hours = np.array(self.hours)
        dependents: list[list[int]] = [[] for _ in self.topics]
        for topic, closure in enumerate(self.closures):
            for need in closure:
                dependents[need].append(topic)
        gains = np.array([worth[list(closure)].sum() for closure in self.closures])
        costs = np.array([hours[list(closure)].sum() for closure in self.closures])
        chosen, left = np.zeros(len(worth), dtype=bool), self.budget
        while (open_ := ~chosen & (costs <= left + _TOLERANCE)).any():
            density = np.where(open_, gains / np.maximum(costs, _TOLERANCE), -1.0)
            for need in self.closures[int(density.argmax())]:
                if not chosen[need]:
                    chosen[need] = True
                    left -= hours[need]
                    gains[dependents[need]] -= worth[need]
                    costs[dependents[need]] -= hours[need]
        return chosen

    def _selection(self, chosen: np.ndarray, gap: float) -> Selection:
        picked = (topic for topic, inside in zip(self.topics, chosen, strict=True) if inside)
        return Selection(frozenset(picked), gap)


def _needs_first(candidates: Collection[str], needs: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the candidates in an order in which every need comes before what needs it."""
    placed: dict[str, None] = {}
    for candidate in candidates:
        stack = [candidate]
        while stack:
            missing = [n for n in needs[stack[-1]] if n in candidates and n not in placed]
            if missing:
                stack.append(missing[0])
            else:
                placed[stack.pop()] = None
    return list(placed)


def _without_blocked(
    candidates: Mapping[str, float], needs: Mapping[str, Sequence[str]], missing: set[str]
) -> dict[str, float]:
    """Drop the candidates that need, directly or not, something that is missing."""
    blocked = set(missing)
    for topic in _needs_first(candidates, needs):
        if any(name in blocked for name in needs[topic]):
            blocked.add(topic)
    return {topic: worth for topic, worth in candidates.items() if topic not in blocked}


def _total(topics: Iterable[str], hours: Mapping[str, float]) -> float:
    return sum(hours[topic] for topic in topics)
