"""Place topics on a map: layers from left to right, areas as lanes, few crossings.

A layered drawing in the manner of Sugiyama, Tagawa and Toda (1981): the layer of a topic is the
longest chain of required prerequisites before it, and inside a lane the order is found by sweeps
that put each topic near the mean of its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

SWEEPS = 6
MOST_ROWS = 4
"""A cell of a lane and a layer that holds more topics than this gets a second column."""


@dataclass(frozen=True)
class Measures:
    """Sizes in pixels: of a node, of the gaps between nodes, and of a lane's heading."""

    width: int = 204
    height: int = 46
    gap_x: int = 34
    gap_y: int = 14
    heading: int = 34


@dataclass(frozen=True)
class Lane:
    """An area's band across the map."""

    area: str
    y: int
    height: int


@dataclass(frozen=True)
class Layout:
    """Where everything stands: the top left corner of each topic, the lanes, and the whole size."""

    places: Mapping[str, tuple[int, int]]
    lanes: tuple[Lane, ...]
    width: int
    height: int


@cache
def lay_out(
    topics: tuple[tuple[str, str], ...],
    edges: frozenset[tuple[str, str]],
    measures: Measures = Measures(),
) -> Layout:
    """Return the places of topics, given as (id, area) in lane order; edges are (before, after).

    Edges to topics that are not on the map are ignored. The same input gives the same map.
    """
    area_of = dict(topics)
    kept = {edge for edge in edges if edge[0] in area_of and edge[1] in area_of}
    layers = _layers(list(area_of), kept)
    cells: dict[tuple[str, int], list[str]] = defaultdict(list)
    for topic, area in topics:
        cells[area, layers[topic]].append(topic)
    _order(cells, kept)
    return _place(cells, list(dict.fromkeys(area_of.values())), measures)


def _layers(topics: Sequence[str], edges: set[tuple[str, str]]) -> dict[str, int]:
    """Return for each topic the length of the longest chain of edges that ends in it."""
    before: dict[str, list[str]] = {topic: [] for topic in topics}
    for first, second in sorted(edges):
        before[second].append(first)
    layers: dict[str, int] = {}

    def layer(topic: str) -> int:
        if topic not in layers:
            layers[topic] = 1 + max((layer(name) for name in before[topic]), default=-1)
        return layers[topic]

    for topic in topics:
        layer(topic)
    return layers


def _order(cells: dict[tuple[str, int], list[str]], edges: set[tuple[str, str]]) -> None:
    """Order each cell by the mean position of its neighbours, sweeping to and fro."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(edges):
        neighbours[first].append(second)
        neighbours[second].append(first)
    lanes = {area: rank for rank, area in enumerate(dict.fromkeys(area for area, _ in cells))}

    def position(topic: str, row: Mapping[str, float]) -> float:
        near = [row[name] for name in neighbours[topic]]
        return sum(near) / len(near) if near else row[topic]

    for sweep in range(SWEEPS):
        row = {
            topic: lanes[area] + (rank + 0.5) / len(names)
            for (area, _), names in cells.items()
            for rank, topic in enumerate(names)
        }
        forward = sweep % 2 == 0
        for key in sorted(cells, key=lambda cell: cell[1], reverse=not forward):
            cells[key].sort(key=lambda topic: (position(topic, row), topic))
            for rank, topic in enumerate(cells[key]):
                row[topic] = lanes[key[0]] + (rank + 0.5) / len(cells[key])


def _place(
    cells: Mapping[tuple[str, int], Sequence[str]], areas: Sequence[str], measures: Measures
) -> Layout:
    columns = _columns(cells)
    step_x, step_y = measures.width + measures.gap_x, measures.height + measures.gap_y
    starts = {layer: sum(columns[:layer]) for layer in range(len(columns))}
    places: dict[str, tuple[int, int]] = {}
    lanes: list[Lane] = []
    top = 0
    for area in areas:
        rows = 1
        for (owner, layer), names in cells.items():
            if owner != area:
                continue
            for rank, topic in enumerate(names):
                row, column = divmod(rank, columns[layer])
                x = measures.gap_x + (starts[layer] + column) * step_x
                places[topic] = (x, top + measures.heading + row * step_y)
                rows = max(rows, row + 1)
        height = measures.heading + rows * step_y
        lanes.append(Lane(area, top, height))
        top += height
    return Layout(places, tuple(lanes), measures.gap_x + sum(columns) * step_x, top)


def _columns(cells: Mapping[tuple[str, int], Sequence[str]]) -> list[int]:
    """Return how many columns each layer takes: two where one would make its lane too high."""
    last = max((layer for _, layer in cells), default=-1)
    fullest = [0] * (last + 1)
    for (_, layer), names in cells.items():
        fullest[layer] = max(fullest[layer], len(names))
    return [2 if count > MOST_ROWS else 1 for count in fullest]
