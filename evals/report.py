"""Hold the result of one run, as data that can be stored and read again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge import UsageError

if TYPE_CHECKING:
    from rich.console import Group

    from evals.comparing import Comparison


class Stored(BaseModel):
    """A frozen part of a stored report."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(Stored):
    """A figure with its 95 % confidence interval over `n` cases; low and high equal if none."""

    value: float
    low: float
    high: float
    n: int


class QuestionResult(Stored):
    """One question: what it scored on each metric, and what was wrong.

    `answers` are the texts of all turns; `opinion` is the judge's score, where one was asked.
    """

    id: str
    category: str
    areas: tuple[str, ...]
    turns: tuple[str, ...]
    answers: tuple[str, ...]
    behaviour: str
    intent: str
    expected_intent: tuple[str, ...]
    values: dict[str, float]
    wrong: dict[str, tuple[str, ...]]
    passed: bool
    milliseconds: float
    opinion: float | None = None


class Report(Stored):
    """Everything one run found; figures by group and name, overall and by category.

    `retrieval` maps each mode to its ranking figures, `understanding` holds those of the labelled
    messages, `confusion` counts expected -> understood intents of both. Times are milliseconds.
    """

    split: str
    engine: str
    made: dt.datetime
    cores: int
    content: dict[str, int]
    seconds: float
    figures: dict[str, dict[str, Figure]]
    by_category: dict[str, dict[str, Figure]]
    by_area: dict[str, dict[str, Figure]] = Field(default_factory=dict)
    retrieval: dict[str, dict[str, Figure]] = Field(default_factory=dict)
    understanding: dict[str, Figure] = Field(default_factory=dict)
    confusion: dict[str, dict[str, int]] = Field(default_factory=dict)
    latency: dict[str, float]
    questions: tuple[QuestionResult, ...]

    @property
    def passed(self) -> float:
        """Return the share of questions without any fault."""
        return sum(result.passed for result in self.questions) / len(self.questions)

    def without_answers(self) -> Report:
        """Return the report without the answers' texts: small enough to keep as a baseline."""
        bare = [q.model_copy(update={"answers": ()}) for q in self.questions]
        return self.model_copy(update={"questions": tuple(bare)})

    def table(self) -> Group:
        """Return the report as tables for a terminal."""
        from evals.tables import render_report

        return render_report(self)

    def to_json(self) -> str:
        """Return the whole report as JSON; `read_report` reads it back."""
        return self.model_dump_json(indent=1)

    def write(self, directory: Path, comparison: Comparison | None = None) -> tuple[Path, Path]:
        """Write report.json and a self-contained report.html; return where they are."""
        from evals.page import render_page

        directory.mkdir(parents=True, exist_ok=True)
        data, page = directory / "report.json", directory / "report.html"
        data.write_text(self.to_json() + "\n", encoding="utf-8")
        page.write_text(render_page(self, comparison), encoding="utf-8")
        return data, page


def read_report(path: Path) -> Report:
    """Return a stored report. Raises UsageError where the file is missing or another format."""
    try:
        return Report.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        raise UsageError(
            f"{path} is not a report of `roadmap eval` ({error.error_count()} fields differ); "
            "make a new one with `roadmap eval`."
        ) from error
