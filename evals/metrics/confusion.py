"""Count which intent was taken for which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

Table = dict[str, dict[str, int]]


def confusion(pairs: Iterable[tuple[tuple[str, ...], str]]) -> Table:
    """Return expected -> understood -> how often, from (allowed intents, understood intent).

    One of several allowed intents counts as itself; else the first allowed one was missed.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for allowed, understood in pairs:
        counts[understood if understood in allowed else allowed[0], understood] += 1
    table: Table = {}
    for (expected, understood), times in sorted(counts.items()):
        table.setdefault(expected, {})[understood] = times
    return table
