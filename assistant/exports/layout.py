"""Place the nodes of a graph in rows so that edges run downwards and cross little."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[str, str]
"""(prerequisite, topic)"""

_SWEEPS = 6


def lay_out_rows(nodes: Sequence[str], edges: Iterable[Edge], *, columns: int) -> list[list[str]]:
    """Return the nodes in rows of at most `columns`, every prerequisite in a row above.

    A node stands one row below its last prerequisite and is ordered by the middle of its neighbours
    (barycentre sweeps). Nodes without edges fill the last rows. `nodes` must come in an order with
    prerequisites first.
    """
    inside = set(nodes)
    kept = [(before, after) for before, after in edges if before in inside and after in inside]
    above: dict[str, list[str]] = {node: [] for node in nodes}
    below: dict[str, list[str]] = {node: [] for node in nodes}
    for before, after in kept:
        above[after].append(before)
        below[before].append(after)
    depth: dict[str, int] = {}
    for node in nodes:
        depth[node] = 1 + max((depth[before] for before in above[node]), default=-1)
    joined = [node for node in nodes if above[node] or below[node]]
    layers = [
        [n for n in joined if depth[n] == d] for d in range(1 + max(depth.values(), default=-1))
    ]
    rows = [layer for layer in layers if layer]
    for sweep in range(_SWEEPS):
        neighbours, order = (above, rows) if sweep % 2 == 0 else (below, rows[::-1])
        places = _places(rows)
        for row in order:
            row.sort(key=lambda node: _middle(node, neighbours[node], places))
            places.update(_places([row]))
    rows.append([node for node in nodes if not above[node] and not below[node]])
    return [row[i : i + columns] for row in rows for i in range(0, len(row), columns)]


def _places(rows: Iterable[Sequence[str]]) -> dict[str, float]:
    """Return where each node stands across its row, from 0 to 1."""
    return {node: (i + 0.5) / len(row) for row in rows for i, node in enumerate(row)}


def _middle(node: str, neighbours: Sequence[str], places: Mapping[str, float]) -> float:
    if not neighbours:
        return places[node]
    return sum(places[name] for name in neighbours) / len(neighbours)
