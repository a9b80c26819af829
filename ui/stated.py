"""Read what a person states on the command line into a profile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import NameIndex, Profile, UsageError

if TYPE_CHECKING:  # LangChain comes with it
    from assistant import Assistant

LEAST_HOURS = 0.1
"""Hours a week below which nothing can be planned: the dates would lie beyond the calendar."""


def stated_profile(assistant: Assistant, know: str, goal: str | None) -> Profile:
    """Return the profile of somebody who knows and wants what is named, separated by commas.

    What we hold no topic for counts as another skill; raises UsageError for an unknown goal.
    """
    base = assistant.base
    names = NameIndex.of(base)
    known: list[str] = []
    other: list[str] = []
    for name in (part.strip() for part in know.split(",")):
        if name:
            found = names.find_topic(name)
            (known if found else other).append(found or name)
    goals = [names.goal(part.strip()) for part in (goal or "").split(",") if part.strip()]
    assumed = base.graph.order(base.graph.ancestors(known) - set(known))
    return Profile(
        known=tuple(dict.fromkeys(known)),
        assumed_known=tuple(assumed),
        other_skills=tuple(other),
        goal=tuple(dict.fromkeys(goals)),
        start=assistant.today(),
    )


def with_time(
    profile: Profile, *, hours: float | None, weeks: float | None, by: str | None, start: str | None
) -> Profile:
    """Return the profile with the stated time; raises UsageError where it makes no sense."""
    if weeks is not None and by is not None:
        raise UsageError("Give --weeks or --by, not both.")
    if hours is not None and not LEAST_HOURS <= hours <= 168:
        raise UsageError(
            f"--hours {hours:g} is not a number of hours a week between {LEAST_HOURS:g} and 168."
        )
    if weeks is not None and not 0 < weeks <= 1040:
        raise UsageError(f"--weeks {weeks:g} is not a number of weeks between 0 and 1040.")
    first = _date(start, "--start") if start else profile.start
    deadline = _date(by, "--by") if by else None
    if weeks is not None:
        days = min(round(weeks * 7), (dt.date.max - first).days)
        deadline = first + dt.timedelta(days=days)
    if deadline is not None and deadline <= first:
        raise UsageError(
            f"The deadline {deadline} is not after the start {first}; name a later one."
        )
    return profile.model_copy(
        update={"hours_per_week": hours, "start": first, "deadline": deadline}
    )


def export_format(format_: str | None, output: Path | None, *, json_output: bool) -> str | None:
    """Return the format to export a plan in, None where the answer is to be printed.

    A file's name says its format where no other is stated. Raises UsageError where it says none,
    and where something else than JSON would go to stdout beside `--json`.
    """
    from assistant.exports import PLAN_FORMATS

    if output is not None and format_ is None:
        format_ = output.suffix.lower().removeprefix(".")
        if format_ not in PLAN_FORMATS:
            raise UsageError(f"Say which --format {output} is to have: {', '.join(PLAN_FORMATS)}.")
    if json_output and format_ not in (None, "json"):
        raise UsageError(f"Give --json or --format {format_}, not both.")
    return format_


def _date(text: str, option: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text} is not a date; write it as YYYY-MM-DD.") from error
