"""Work out the hours a week a person says they have.

What is vague is read as people mean it: an evening is 2 hours, full-time study 40 hours a week, a
range is its middle. "Weekends only" names no hours, so it gives none: hours are never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, zip_longest

from assistant.understanding.data import read_list
from assistant.understanding.numbers import normalise, one_of

EVENING_HOURS = 2.0
FULL_TIME_HOURS = 40.0
_WEEKS_A_MONTH = 52 / 12
_MOST = 112.0  # hours awake in a week; more is a slip or a joke
_BESIDE = 4  # characters between two pieces that speak of the same hours: " of ", ", "
_NUMBER = r"\d+(?:\.\d+)?"


@dataclass(frozen=True)
class _Patterns:
    """The compiled phrases of `time.yaml`."""

    amount: re.Pattern[str]
    piece: re.Pattern[str]
    kinds: tuple[str, ...]
    not_study: re.Pattern[str]
    job_after: re.Pattern[str]
    job_before: re.Pattern[str]
    day: re.Pattern[str]


@dataclass(frozen=True)
class _Piece:
    """One amount or frequency: `times` a week, `hours` long, None where not said."""

    kind: str
    hours: float | None = None
    times: float | None = None
    start: int = 0
    end: int = 0


@dataclass
class _Group:
    """An amount with what says how often: found behind it (`times`) or before it (`leading`)."""

    amount: float | None = None
    excluded: bool = False
    times: float | None = None
    leading: float | None = None
    doubled: bool = False
    evenings: float | None = None

    @property
    def total(self) -> float:
        """Return the hours a week, 0 where the amount or its frequency is missing."""
        if self.evenings is not None:
            return self.evenings * EVENING_HOURS
        daily = read_list("time")["times"]["daily"]
        # "Only weekends, 4 hours each day": the days are those of the weekend.
        if self.times == daily and self.leading == read_list("time")["times"]["weekend"]:
            return 0.0 if self.excluded or self.amount is None else self.amount * 2
        times = self.leading if self.times is None else self.times
        if self.excluded or self.amount is None or times is None:
            return 0.0
        return self.amount * times * (2 if self.doubled else 1)


def hours_per_week(text: str) -> float | None:
    """Return the hours a week that a message states, or None where it gives no clear number."""
    pieces = list(_pieces(normalise(text)))
    if any(piece.kind == "full" for piece in pieces):
        return FULL_TIME_HOURS
    groups = list(_groups(pieces))
    for group, following in pairwise(groups):
        # "30 minutes in the morning and 30 in the evening each day": one frequency for both.
        if group.amount and group.times is None and group.leading is None and following.amount:
            group.times = following.times
    total = sum(group.total for group in groups)
    return round(total, 2) if 0 < total <= _MOST else None


def bare_hours(text: str) -> tuple[float, bool] | None:
    """Return an amount that names no period ("make that 3 hours") and whether it is meant a day."""
    spoken = normalise(text)
    found = _patterns().amount.search(spoken)
    if found is None:
        return None
    return _hours(found), bool(re.search(r"\bday\b|\bdaily\b", spoken[found.end() :]))


@cache
def _patterns() -> _Patterns:
    lists = read_list("time")
    parts = {name: one_of(lists[name]) for name in ("every", "evening", "day")}
    parts["number"] = _NUMBER
    reach = one_of(lists["range"])
    amount = (
        rf"(?P<low>{_NUMBER})(?:\s*{reach}\s*(?P<high>{_NUMBER}))?\+?[\s-]*(?P<unit>h|min)\b"
        rf"(?:\s*(?:and|y|und|e|et)?\s*(?P<minutes>\d+)\s*min\b)?"
    )
    kinds = {"amount": [amount], **lists["kinds"]}
    pattern = "|".join(f"(?P<{kind}>{'|'.join(phrases)})" for kind, phrases in kinds.items())
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    same_clause = rf"(?:(?!\b{one_of(lists['new_clause'])}\b)[^.!?;,])"
    return _Patterns(
        amount=re.compile(amount),
        piece=re.compile(pattern),
        kinds=tuple(kinds),
        not_study=re.compile(rf"\b{one_of(lists['not_study'])}\b{same_clause}{{0,24}}$"),
        job_after=re.compile(rf"^\s*{one_of(lists['job_after'])}\b"),
        job_before=re.compile(rf"\b{one_of(lists['job_before'])}\s*$"),
        day=re.compile(parts["day"]),
    )


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _patterns().piece.finditer(text):
        piece = _piece(found, text)
        if piece:
            yield replace(piece, start=found.start(), end=found.end())


def _piece(found: re.Match[str], text: str) -> _Piece | None:
    patterns = _patterns()
    kind = next(kind for kind in patterns.kinds if found[kind])
    before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() :]
    match kind:
        case "amount":
            is_study = not patterns.not_study.search(before)
            return _Piece("amount" if is_study else "excluded", hours=_hours(found))
        case "full":
            is_job = patterns.job_after.match(after) or patterns.job_before.search(before)
            return None if is_job else _Piece("full")
        case "count":
            counted = re.split(r"x|times|day|session|lesson", found.group())[0]
            numbers = [float(number) for number in re.findall(_NUMBER, counted)]
            return _Piece("frequency", times=sum(numbers) / len(numbers))
        case "evenings":
            every = 5.0 if found["every_evening"] == "most" else 7.0
            return _Piece("evenings", times=float(found["evening_count"] or every))
        case "named_days":
            return _Piece("frequency", times=float(len(patterns.day.findall(found.group()))))
        case "stop" | "both":
            return _Piece(kind)
        case "monthly":
            return _Piece("frequency", times=1 / _WEEKS_A_MONTH)
        case _:
            return _Piece("frequency", times=float(read_list("time")["times"][kind]))


def _hours(found: re.Match[str]) -> float:
    low, high = float(found["low"]), float(found["high"] or found["low"])
    hours = (low + high) / 2 / (60 if found["unit"] == "min" else 1)
    return hours + float(found["minutes"] or 0) / 60


def _groups(pieces: list[_Piece]) -> Iterator[_Group]:
    """Join each amount with the frequencies that follow it, or else with those that lead to it."""
    leading: float | None = None
    group: _Group | None = None
    end = 0
    for piece, following in zip_longest(pieces, pieces[1:]):
        if group and group.evenings and piece.kind == "amount" and piece.start - end <= _BESIDE:
            # "Two evenings of 90 minutes": the amount says how long they are.
            leading = group.evenings
            group = None
        end = piece.end
        begun = _begin(piece, group, leading)
        if begun or piece.kind == "stop":
            if group:
                yield group
            group, leading = begun, None
        elif group is None or (group.leading and following and _leads_to(piece, following)):
            leading = piece.times
        else:
            _join(group, piece)
    if group:
        yield group


def _begin(piece: _Piece, group: _Group | None, leading: float | None) -> _Group | None:
    """Return the group that the piece begins, or None where it belongs to the present one."""
    if piece.kind in ("amount", "excluded"):
        return _Group(piece.hours, excluded=piece.kind == "excluded", leading=leading)
    counts_amount = group and group.times is None and not group.excluded
    if piece.kind == "evenings" and not counts_amount:
        return _Group(evenings=piece.times)
    return None


def _join(group: _Group, piece: _Piece) -> None:
    if piece.kind == "both":
        group.doubled = True
    elif group.evenings is None:
        group.times = _narrower(group.times, piece.times)


def _leads_to(piece: _Piece, following: _Piece) -> bool:
    """Tell whether a second day names the amount right after it: "Saturday 4 h, Sunday 2 h"."""
    return following.kind == "amount" and following.start - piece.end < _BESIDE


def _narrower(present: float | None, further: float | None) -> float | None:
    """Return how often, when two frequencies describe one amount ("a day" … "five days a week")."""
    if present is None or (present == read_list("time")["times"]["daily"] and further != 1.0):
        return further
    return present
