"""Show on stderr how far long work has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any


class BuildBar:
    """A context whose value hears of progress: a bar in a terminal, a line a stage elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._stage = ""

    def __enter__(self) -> Callable[[Any], None]:
        return self._hear

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _hear(self, progress: Any) -> None:
        if not sys.stderr.isatty():
            if progress.stage != self._stage:
                print(f"{progress.stage} …", file=sys.stderr, flush=True)
            self._stage = progress.stage
            return
        if self._bar is None:
            self._start()
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._bar.reset(self._task)
        self._bar.update(
            self._task, description=progress.stage, completed=progress.done, total=progress.total
        )

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
        self._task = self._bar.add_task("", total=None)
        self._bar.start()


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar; the yielded function is told how many of how many are done."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
