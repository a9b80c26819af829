"""Decide whether a report is good enough: limits, and no significant fall below the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.comparing import compare
from evals.report import Figure, Report, read_report
from knowledge import UsageError

GATES = Path(__file__).parent / "gates.yaml"
BASELINES = Path(__file__).parent

Limits = dict[str, dict[str, float]]


class Gates(BaseModel):
    """The least that shares may be and the most that counts may be, by group and figure."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least: Annotated[Limits, Field(default_factory=dict)]
    most: Annotated[Limits, Field(default_factory=dict)]


def gate(report: Report, baseline: Report | None = None, gates: Path = GATES) -> list[str]:
    """Return one sentence for each limit that is missed; an empty list means good enough.

    `baseline` (None: the stored one of the split, where there is one) is compared question by
    question, on the same split only.
    """
    baseline = baseline or read_baseline(report.split)
    limits = read_gates(gates)
    failures = [
        f"{group}: {name} is {figure.value:g}, at least {limit:g} is needed."
        for group, name, limit, figure in _limited(report, limits.least)
        if figure.value < limit
    ]
    failures += [
        f"{group}: {name} is {figure.value:g}, at most {limit:g} is allowed."
        for group, name, limit, figure in _limited(report, limits.most)
        if figure.value > limit
    ]
    if baseline is not None and baseline.split == report.split:
        failures += _falls(report, baseline)
    return failures


def read_gates(path: Path = GATES) -> Gates:
    """Return the limits. Raises UsageError where the file is not what it should be."""
    try:
        return Gates.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise UsageError(f"{path} must hold `least` and `most`, by group and figure.") from error


def read_baseline(split: str = "main", directory: Path = BASELINES) -> Report | None:
    """Return the stored baseline of a split, or None where none has been stored."""
    path = directory / _baseline_name(split)
    return read_report(path) if path.exists() else None


def store_baseline(report: Report, directory: Path = BASELINES) -> Path:
    """Make a report the baseline of its split, without the answers' texts; return where it is."""
    path = directory / _baseline_name(report.split)
    path.write_text(report.without_answers().to_json() + "\n", encoding="utf-8")
    return path


def _baseline_name(split: str) -> str:
    return f"baseline-{split}.json"


def _limited(report: Report, limits: Limits) -> list[tuple[str, str, float, Figure]]:
    """Return group, name, limit and figure for the limits whose figures the report holds."""
    groups = {
        **report.figures,
        "messages": report.understanding,
        **{f"retrieval {mode}": figures for mode, figures in report.retrieval.items()},
    }
    return [
        (group, name, limit, groups[group][name])
        for group, members in limits.items()
        for name, limit in members.items()
        if name in groups.get(group, {})
    ]


def _falls(report: Report, baseline: Report) -> list[str]:
    comparison = compare(report, baseline)
    return [
        f"{name} moved by {change.value:+.3f} against the baseline "
        f"(95 % interval {change.low:+.3f} to {change.high:+.3f})."
        for name, change in comparison.changes.items()
        if comparison.verdict(name) == "worse"
    ]
