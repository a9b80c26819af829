"""Merge ranked lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

RRF_K = 60  # Cormack, Clarke and Buettcher 2009; ranks count from 1


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


def diversified(
    ranked: Sequence[tuple[str, float]],
    limit: int,
    kinds: Callable[[str], Sequence[tuple[str, int]]],
) -> list[tuple[str, float]]:
    """Return `limit` entries in their order, so that no kind takes more than its share.

    `kinds` names the kinds of an entry, each with the most that may be taken of it; where too few
    entries remain, the best of those left aside are taken after all.
    """
    taken: Counter[str] = Counter()
    chosen: set[str] = set()
    for identifier, _ in ranked:
        shares = kinds(identifier)
        if len(chosen) < limit and all(taken[kind] < most for kind, most in shares):
            chosen.add(identifier)
            taken.update(kind for kind, _ in shares)
    aside = [identifier for identifier, _ in ranked if identifier not in chosen]
    chosen.update(aside[: limit - len(chosen)])
    return [entry for entry in ranked if entry[0] in chosen]
