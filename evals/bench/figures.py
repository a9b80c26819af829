"""Hold what the benchmark measured: medians, spreads, ratios, and what they should reach."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True)
class Spread:
    """The median of repeated measurements with the quartiles around it."""

    median: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Row:
    """One figure: ours, what it is compared with, and the limit that the ratio or value must keep.

    `ratio` is ours / other. `limit` is on the ratio where there is one, else on ours; `at_least`
    turns it from the most to the least.
    """

    issue: str
    name: str
    unit: str
    ours: Spread
    other: Spread | None = None
    compared_with: str = ""
    limit: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Return ours / other, or None without another."""
        return None if self.other is None else self.ours.median / self.other.median

    @property
    def reached(self) -> bool | None:
        """Tell whether the limit is kept, None without a limit."""
        if self.limit is None:
            return None
        value = self.ours.median if self.ratio is None else self.ratio
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True)
class BenchReport:
    """The rows of one run, and the machine and content that they were measured on."""

    rows: tuple[Row, ...]
    cores: int
    python: str
    machine: str
    content: dict[str, int]
    quick: bool
    seconds: float

    def table(self) -> Table:
        """Return the rows as a table for a terminal."""
        from evals.bench.tables import render_bench

        return render_bench(self)

    def to_json(self) -> str:
        """Return everything as JSON, ratios and verdicts included."""
        rows = [{**asdict(row), "ratio": row.ratio, "reached": row.reached} for row in self.rows]
        data: dict[str, Any] = {**asdict(self), "rows": rows}
        return json.dumps(data, indent=1)

    def write(self, directory: Path) -> tuple[Path, Path]:
        """Write bench.json and a self-contained bench.html; return where they are."""
        from evals.bench.tables import render_bench_page

        directory.mkdir(parents=True, exist_ok=True)
        data, page = directory / "bench.json", directory / "bench.html"
        data.write_text(self.to_json() + "\n", encoding="utf-8")
        page.write_text(render_bench_page(self), encoding="utf-8")
        return data, page


def spread(values: Sequence[float]) -> Spread:
    """Return the median and the quartiles."""
    low, median, high = np.quantile(np.asarray(values, dtype=float), (0.25, 0.5, 0.75))
    return Spread(float(median), float(low), float(high), len(values))


def milliseconds(act: Callable[[], object]) -> float:
    """Return the milliseconds that one call takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
