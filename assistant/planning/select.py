"""Choose the topics of greatest value that fit a time budget, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TIME_LIMIT = 10.0
"""Seconds after which the solver stops and states the gap that it has proven."""


@dataclass(frozen=True)
class Selection:
    """The chosen topics, and the proven relative distance from the optimum (0 = exact)."""

    topics: frozenset[str]
    gap: float = 0.0


def select_topics(
    values: Mapping[str, float],
    hours: Mapping[str, float],
    required: Mapping[str, Sequence[str]],
    budget: float,
) -> Selection:
    """Return the subset closed under `required` with the greatest value within `budget` hours.

    `values` names the candidates; a prerequisite that is no candidate counts as known. Solved as an
    integer program (a precedence-constrained knapsack) with gap 0 by HiGHS. Topics worth nothing
    are not chosen for their own sake. Among equal optima the solver's choice is deterministic.
    """
    candidates = list(values)
    if sum(hours[topic] for topic in candidates) <= budget + 1e-9:
        return Selection(frozenset(candidates))
    reachable = _affordable(candidates, hours, required, budget)
    if not reachable:
        return Selection(frozenset())
    return _solve(reachable, values, hours, required, budget)


def _affordable(
    candidates: Sequence[str],
    hours: Mapping[str, float],
    required: Mapping[str, Sequence[str]],
    budget: float,
) -> list[str]:
    """Drop the topics that cannot fit even alone with what they require."""
    inside = set(candidates)
    kept = []
    for topic in candidates:
        needed, stack = {topic}, [topic]
        while stack:
            for name in required[stack.pop()]:
                if name in inside and name not in needed:
                    needed.add(name)
                    stack.append(name)
        if sum(hours[name] for name in needed) <= budget + 1e-9:
            kept.append(topic)
    return kept


def _solve(
    candidates: Sequence[str],
    values: Mapping[str, float],
    hours: Mapping[str, float],
    required: Mapping[str, Sequence[str]],
    budget: float,
) -> Selection:
    import numpy as np  # scipy takes a second to import; only plans under a budget need it
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    position = {topic: column for column, topic in enumerate(candidates)}
    edges = [
        (position[topic], position[name])
        for topic in candidates
        for name in required[topic]
        if name in position
    ]
    count, size = len(edges), len(candidates)
    rows = np.repeat(np.arange(count), 2)
    columns = np.array(edges, dtype=int).reshape(-1)
    signs = np.tile([1.0, -1.0], count)
    precedence = coo_array((signs, (rows, columns)), shape=(count, size)).tocsr()
    weights = np.array([hours[topic] for topic in candidates])
    constraints = [LinearConstraint(weights[np.newaxis, :], -np.inf, budget + 1e-9)]
    if count:
        constraints.append(LinearConstraint(precedence, -np.inf, 0.0))
    result = milp(
        c=-np.array([values[topic] for topic in candidates]),
        constraints=constraints,
        integrality=np.ones(size),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0, "time_limit": TIME_LIMIT},
    )
    if result.x is None:  # the time limit struck before any solution; choosing nothing is valid
        return Selection(frozenset(), gap=1.0)
    chosen = frozenset(topic for topic, x in zip(candidates, result.x, strict=True) if x > 0.5)
    return Selection(chosen, gap=float(result.mip_gap or 0.0))
