"""Draw plots as SVG text: no script, no font, nothing to load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from evals.report import Figure

_WIDTH = 720
_LABEL = 190
_ROW = 22
_CHART = _WIDTH - _LABEL - 60


def bars(figures: Mapping[str, Figure], title: str) -> str:
    """Return horizontal bars of shares (0 to 1) with their 95 % intervals."""
    rows = [_bar(number, name, figure) for number, (name, figure) in enumerate(figures.items())]
    return _svg(title, _ROW * len(rows) + 4, rows)


def histogram(values: Sequence[float], title: str, unit: str) -> str:
    """Return a histogram of times on twenty equal bins, with the range below it."""
    counts, edges = np.histogram(np.asarray(values, dtype=float), bins=20)
    top, height = max(int(counts.max()), 1), 120
    width = (_WIDTH - 20) / len(counts)
    parts = [
        f'<rect class="bar" x="{10 + number * width:.1f}" width="{width - 2:.1f}" '
        f'y="{height - 100 * count / top:.1f}" height="{100 * count / top:.1f}">'
        f"<title>{count} between {edges[number]:.0f} and {edges[number + 1]:.0f} {unit}</title>"
        "</rect>"
        for number, count in enumerate(counts)
    ]
    parts += [
        f'<text x="10" y="{height + 16}">{edges[0]:.0f} {unit}</text>',
        f'<text x="{_WIDTH - 10}" y="{height + 16}" text-anchor="end">'
        f"{edges[-1]:.0f} {unit}</text>",
    ]
    return _svg(title, height + 22, parts)


def ratio_bars(rows: Sequence[tuple[str, float, float]], title: str) -> str:
    """Return (name, ours, theirs) as two bars each, scaled by the larger of the two."""
    parts = []
    for number, (name, ours, theirs) in enumerate(rows):
        y = number * _ROW * 2
        largest = max(ours, theirs) or 1.0
        parts.append(f'<text x="{_LABEL - 8}" y="{y + 24}" text-anchor="end">{escape(name)}</text>')
        for offset, (kind, value) in enumerate((("bar", ours), ("other", theirs))):
            top = y + 4 + offset * 18
            length = _CHART * value / largest
            parts.append(
                f'<rect class="{kind}" x="{_LABEL}" y="{top}" width="{length:.1f}" height="14"/>'
                f'<text x="{_LABEL + length + 6:.1f}" y="{top + 12}">{value:.4g}</text>'
            )
    return _svg(title, _ROW * 2 * len(rows) + 4, parts)


def _bar(number: int, name: str, figure: Figure) -> str:
    y = number * _ROW
    low, high = (_LABEL + _CHART * value for value in (figure.low, figure.high))
    width = _CHART * figure.value
    return (
        f'<text x="{_LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="bar" x="{_LABEL}" y="{y + 4}" width="{width:.1f}" height="14"/>'
        f'<line class="interval" x1="{low:.1f}" x2="{high:.1f}" y1="{y + 11}" y2="{y + 11}"/>'
        f'<text x="{_LABEL + _CHART + 8}" y="{y + 15}">{figure.value:.2f}</text>'
    )


def _svg(title: str, height: float, parts: Sequence[str]) -> str:
    body = "".join(parts)
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><svg viewBox="0 0 {_WIDTH} {height:g}" '
        f'role="img" aria-label="{escape(title)}">{body}</svg></figure>'
    )
