"""Merge ranked lists."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

RRF_K = 60  # Cormack, Clarke and Buettcher 2009; ranks count from 1

_T = TypeVar("_T", bound=Hashable)


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[str]], weights: Sequence[float] | None = None
) -> list[tuple[str, float]]:
    """Return (id, score) by falling score, the sum of weight / (60 + rank) over the rankings.

    Ties are broken by id; an id counts once a ranking, at its best rank.
    """
    scores: dict[str, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, identifier in enumerate(dict.fromkeys(ranking), start=1):
            scores[identifier] = scores.get(identifier, 0.0) + weight / (RRF_K + rank)
    return sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
