"""Name the errors that people may see.

    RoadmapError               anything a person can act on; shown as one sentence
    ├── ContentError           the knowledge base is wrong; carries every problem found
    ├── IndexUnavailableError  the index cannot be built, opened or trusted
    └── UsageError             a request that cannot be understood

Every other exception is a bug and is left to propagate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class RoadmapError(Exception):
    """A failure that a person can do something about; the message is one clear sentence."""


class UsageError(RoadmapError):
    """A request that names something unknown or contradicts itself."""


class IndexUnavailableError(RoadmapError):
    """The index cannot be built, opened or trusted."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the content: where it stands and what to do about it."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return (
            f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"
        )


class ContentError(RoadmapError):
    """The content could not be loaded; `problems` holds everything found in one run."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        found = "1 problem; mend it" if count == 1 else f"{count} problems; mend them"
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"The content has {found} and run `roadmap check`:\n{lines}")
