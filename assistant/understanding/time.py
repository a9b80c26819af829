"""Work out the hours a week a person says they have.

What is vague is read as people mean it: an evening is 2 hours, full-time study is 40 hours a week, a
range is its middle. "Weekends only" names no hours, so it gives none: hours are never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from assistant.understanding.numbers import normalise

EVENING_HOURS = 2.0
FULL_TIME_HOURS = 40.0
_WEEKS_A_MONTH = 52 / 12
_MOST = 112.0  # hours awake in a week; more is a slip or a joke

_NUMBER = r"\d+(?:\.\d+)?"
_AMOUNT = rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|to|or|bis|a|à|o|ou|oder|se)\s*(?P<high>{_NUMBER}))?\+?[\s-]*(?P<unit>h|min)\b(?:\s*(?:and|y|und|e|et)?\s*(?P<minutes>\d+)\s*min\b)?"
_DAY_NAME = r"(?:mon|tues|tue|wednes|wed|thurs|thur|thu|fri|satur|sat|sun)(?:day)?s?"
_EVERY = r"(?:a|an|per|each|every|/|al|por|pro|am|jeden|jede|a la|ao|à|par|chaque|cada|todos los|todos os|tous les|har|roz|हर|每|my|1)"
_EVENING = r"(?:evenings?|nights?|noches?|abende?|noites?|soirs?)"
_PATTERN = re.compile(
    rf"(?P<amount>{_AMOUNT})"
    rf"|(?P<full>\bfull[\s-]?time\b|\btiempo completo\b|\bvollzeit\b|\btempo integral\b|\bà temps plein\b)"
    rf"|(?P<both>\beach way\b|\bboth ways\b|\bthere and back\b|\bin each direction\b)"
    rf"|(?P<other_day>\bevery (?:other|second) day\b|\balternate days\b)"
    rf"|(?P<count>\b(?:{_NUMBER})(?:\s*(?:-|to)\s*{_NUMBER})?\s*(?:x|times|days?|sessions?|lessons?)\s*(?:{_EVERY})\s*week\b|\b{_NUMBER}x/week\b)"
    rf"|(?P<evenings>\b(?:(?P<evening_count>{_NUMBER})|(?P<every_evening>every|each|most))\s*(?:free\s+)?{_EVENING}(?:\s*(?:{_EVERY}|in the|during the)\s*week\b)?)"
    rf"|(?P<weekdays>\bweekdays?\b|\bweeknights?\b|\bweekday evenings?\b|\bwork(?:ing)?[\s-]?days?\b|\bmon(?:day)?s?\s*(?:-|–|to|through|till|thru)\s*fri(?:day)?s?\b|\blunes a viernes\b|\bmontag(?:s)? bis freitag(?:s)?\b|\bsegunda a sexta\b|\blundi au vendredi\b|\bin the week\b|\bduring the week\b)"
    rf"|(?P<weekend_days>\b(?:each|every|per|a|on each)\s+weekend\s+day\b|\bon (?:both|each) weekend days?\b|\bsat(?:urday)?s?\s*(?:and|&|\+|/|-)\s*sun(?:day)?s?\b|\beach day (?:of|on) the weekend\b)"
    rf"|(?P<weekend>\bweekends?\b(?! (?:off|free|are off))|\bfines? de semana\b|\bwochenenden?\b|\bfins? de semana\b|\bweek-?end\b)"
    rf"|(?P<named_days>\b{_DAY_NAME}\b(?:(?:\s*(?:,|and|&|\+|/)\s*)+{_DAY_NAME}\b)*)"
    rf"|(?P<daily>\b(?:{_EVERY})\s*(?:single\s+)?(?:day|night|morning|afternoon|lunch|lunch ?break)\b|/\s*day\b|/\s*d\b|\bdaily\b|\bdiario[s]?\b|\bdiari[ao]s?\b|\btäglich\b|\bpor día\b|\bpar jour\b|\bday (?:mein|me|में)\b|\bper diem\b|\broz\b|\brozana\b|रोज़|रोज|\bday\b(?=\s*(?:mein|me|में))|每天|\ba day\b|/\s*day)"
    rf"|(?P<weekly>\b(?:{_EVERY})\s*week\b|/\s*(?:week|wk|w)\b|\bp/?w\b|\bweekly\b|\bsemanales\b|\bsemanais\b|\bwöchentlich\b|\bin (?:der|a|1|one) week\b|\bweek (?:mein|me|में)\b|\bprowoche\b|每周|/\s*semana|\bhebdomadaires?\b|\bthis week\b(?!\w)|\bin 1 week\b)"
    rf"|(?P<monthly>\b(?:{_EVERY})\s*month\b|/\s*month\b|\bmonthly\b)"
    rf"|(?P<stop>[.!?;\n])"
)
_NOT_STUDY = re.compile(
    r"\b(?:work|works|working|worked|sleep|sleeping|job|shifts?|office|takes?|requires?|lasts?|course is|said|says"
    r"|recommends?|listed at)\b(?:(?!\b(?:and|but|so|have|can|get|with|at|for|y|und|mais|e)\b)[^.!?;,]){0,24}$"
)
_JOB = re.compile(r"^\s*(?:job|work|worker|employed|employee|position|role|developer|nurse|engineer|analyst|parent|mom|mum|dad|contract|data|software)\b")
_JOB_BEFORE = re.compile(r"\b(?:work|working|job|employed|works|worked|am a|trabajo|arbeite|trabalho|travaille|have a|having a|with a|my|a)\s*$")


@dataclass
class _Piece:
    """One amount or frequency; `times` is how often a week, `hours` how long, None where not said."""

    kind: str
    hours: float | None = None
    times: float | None = None
    start: int = 0
    end: int = 0


def hours_per_week(text: str) -> float | None:
    """Return the hours a week stated in a message, or None where none or no clear number is given."""
    if not re.search(r"\d|hour|hora|stunde|heure|evening|full|tiempo|vollzeit|tempo|temps|night|घ|小时|abend|noche|noite|soir", text.casefold()):
        return None
    pieces = list(_pieces(normalise(text)))
    if any(piece.kind == "full" for piece in pieces):
        return FULL_TIME_HOURS
    groups = list(_groups(pieces))
    for group, following in pairwise(groups):
        # "30 minutes in the morning and 30 in the evening each day": one frequency for both.
        if group.amount and group.times is None and group.leading is None and following.amount:
            group.times = following.times
    total = sum(_total(group) for group in groups)
    return round(total, 2) if 0 < total <= _MOST else None


def bare_hours(text: str) -> tuple[float, bool] | None:
    """Return an amount that names no period ("make that 3 hours") and whether it is meant a day."""
    spoken = normalise(text)
    found = re.search(_AMOUNT, spoken)
    if found is None:
        return None
    return _hours(found), bool(re.search(r"\bday\b|\bdaily\b", spoken[found.end() :]))


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _PATTERN.finditer(text):
        piece = _piece(found, text)
        if piece:
            yield replace(piece, start=found.start(), end=found.end())


def _piece(found: re.Match[str], text: str) -> _Piece | None:
    kind = _kind(found)
    before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() :]
    if kind == "amount":
        is_study = not _NOT_STUDY.search(before)
        return _Piece("amount" if is_study else "excluded", hours=_hours(found))
    if kind == "full":
        is_study = not _JOB.match(after) and not _JOB_BEFORE.search(before)
        return _Piece("full") if is_study else None
    if kind == "count":
        counted = re.split(r"x|times|day|session|lesson", found.group())[0]
        numbers = [float(number) for number in re.findall(_NUMBER, counted)]
        return _Piece("frequency", times=sum(numbers) / len(numbers))
    if kind == "evenings":
        every = 5.0 if found["every_evening"] == "most" else 7.0
        return _Piece("evenings", times=float(found["evening_count"] or every))
    if kind == "named_days":
        return _Piece("frequency", times=float(len(re.findall(_DAY_NAME, found.group()))))
    if kind in ("stop", "both"):
        return _Piece(kind)
    return _Piece("frequency", times=_TIMES[kind])


_TIMES = {
    "other_day": 3.5,
    "weekdays": 5.0,
    "weekend_days": 2.0,
    "weekend": 1.0,
    "daily": 7.0,
    "weekly": 1.0,
    "monthly": 1 / _WEEKS_A_MONTH,
}


def _kind(found: re.Match[str]) -> str:
    kinds = ("amount", "full", "both", "count", "evenings", "named_days", "stop", *_TIMES)
    return next(kind for kind in kinds if found[kind])


def _hours(found: re.Match[str]) -> float:
    low, high = float(found["low"]), float(found["high"] or found["low"])
    hours = (low + high) / 2 / (60 if found["unit"] == "min" else 1)
    return hours + float(found["minutes"] or 0) / 60


@dataclass
class _Group:
    """An amount with what says how often, both as found around it."""

    amount: float | None = None
    excluded: bool = False
    times: float | None = None
    leading: float | None = None
    doubled: bool = False
    evenings: float | None = None


def _groups(pieces: list[_Piece]) -> Iterator[_Group]:
    """Join each amount with the frequencies that follow it, or else with those that lead to it."""
    leading: float | None = None
    group: _Group | None = None
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.kind in ("amount", "excluded"):
            if group:
                yield group
            group = _Group(
                amount=piece.hours, excluded=piece.kind == "excluded", leading=leading
            )
            leading = None
        elif piece.kind == "evenings":
            if group and group.times is None and not group.excluded:
                group.times = piece.times
            else:
                if group:
                    yield group
                group = _Group(evenings=piece.times)
        elif piece.kind == "both" and group:
            group.doubled = True
        elif piece.kind == "frequency":
            if group is None:
                leading = piece.times
            elif group.leading and following and _leads_to(piece, following):
                leading = piece.times
            elif group.evenings is None:
                group.times = _narrower(group.times, piece.times)
        elif piece.kind == "stop":
            if group:
                yield group
            group, leading = None, None
    if group:
        yield group


def _leads_to(piece: _Piece, following: _Piece) -> bool:
    """Tell whether a second day names the amount right after it: "Saturday 4 h, Sunday 2 h"."""
    return following.kind == "amount" and following.start - piece.end <= 3


def _narrower(present: float | None, further: float | None) -> float | None:
    """Return how often, when two frequencies describe one amount ("a day" … "five days a week")."""
    if present == _TIMES["daily"] and further != 1.0:
        return further
    if present is None:
        return further
    return present


def _total(group: _Group) -> float:
    if group.excluded:
        return 0.0
    if group.evenings is not None:
        return group.evenings * EVENING_HOURS
    times = group.leading if group.times is None else group.times
    if group.amount is None or times is None:
        return 0.0
    return group.amount * times * (2 if group.doubled else 1)
