"""Draw the map of topics as SVG."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from assistant import KnowledgeBase
from ui.graph_layout import Layout, Measures, lay_out
from ui.render import render
from ui.standing import WORDS, Standings

LINE = 20
"""Characters that fit on a node's line."""


def map_svg(base: KnowledgeBase, standings: Standings, shown: Collection[str] | None = None) -> str:
    """Return the map of the shown topics (None: all), each a button named by title and standing."""
    measures = Measures()
    layout = layout_of(base, shown)
    nodes = [
        {
            "id": topic,
            "title": base.topics[topic].title,
            "lines": _lines(base.topics[topic].title),
            "standing": standings.of[topic],
            "words": WORDS[standings.of[topic]],
            "number": standings.number.get(topic),
            "x": x,
            "y": y,
        }
        for topic, (x, y) in layout.places.items()
    ]
    return render(
        "map_picture.html",
        layout=layout,
        nodes=nodes,
        edges=_edges(base, layout, measures),
        areas=base.areas,
        measures=measures,
    )


def layout_of(base: KnowledgeBase, shown: Collection[str] | None = None) -> Layout:
    """Return the cached layout of the shown topics (None: all), areas in the content's order."""
    chosen = base.topics.keys() if shown is None else set(shown)
    rank = {area: position for position, area in enumerate(base.areas)}
    topics = sorted(
        ((topic.id, topic.area) for topic in base.topics.values() if topic.id in chosen),
        key=lambda pair: rank[pair[1]],
    )
    edges = frozenset((b, a) for a, required in base.graph.required.items() for b in required)
    return lay_out(tuple(topics), edges)


def _edges(base: KnowledgeBase, layout: Layout, measures: Measures) -> list[dict[str, str]]:
    edges = []
    for after, (x, y) in layout.places.items():
        for before in base.graph.required[after]:
            if before in layout.places:
                start_x, start_y = layout.places[before]
                path = _curve(
                    start_x + measures.width,
                    start_y + measures.height // 2,
                    x,
                    y + measures.height // 2,
                )
                edges.append({"before": before, "after": after, "path": path})
    return edges


def _curve(start_x: int, start_y: int, end_x: int, end_y: int) -> str:
    bend = max(26, (end_x - start_x) // 2)
    return f"M{start_x} {start_y}C{start_x + bend} {start_y} {end_x - bend} {end_y} {end_x} {end_y}"


def _lines(title: str) -> list[str]:
    return textwrap.wrap(title, LINE, max_lines=2, placeholder=" …")
