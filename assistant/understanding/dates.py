"""Find when a person starts, must be done, and cannot study.

A date needs a word that says what it is for ("by", "exam on", "starting", "no time in"). A stretch
of weeks or months counts as the time until the deadline unless it speaks of the past, of a course's
length or of experience. "By March" is its first day, "before March" the day before, "end of March"
its last.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.profile import Pause
from assistant.understanding.data import read_list
from assistant.understanding.days import Span, add_months, date_pattern, find_span
from assistant.understanding.numbers import normalise, one_of

_LONGEST_DAYS = 40_000
_DAYS_A_MONTH = 30
_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\S)[^.!?;\n]*)*")
_CLAUSE = re.compile(r",\s|\bbut\b|\baber\b|\bpero\b")
_STILL = re.compile(r"\s*(?:left|from|to go|until|before)\b")


@dataclass(frozen=True)
class Dates:
    """What a message says about time on the calendar; None where it says nothing."""

    start: dt.date | None = None
    deadline: dt.date | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True)
class _Patterns:
    """The compiled phrases of `dates.yaml`; those named `…_before` end where a date begins."""

    date: re.Pattern[str]
    hint: re.Pattern[str]
    duration: re.Pattern[str]
    busy: re.Pattern[str]
    between: re.Pattern[str]
    edge: re.Pattern[str]
    during: re.Pattern[str]
    start_before: re.Pattern[str]
    other_start_before: re.Pattern[str]
    end_before: re.Pattern[str]
    excluding_before: re.Pattern[str]
    ahead_before: re.Pattern[str]
    behind_before: re.Pattern[str]
    rate_before: re.Pattern[str]
    study_before: re.Pattern[str]
    not_deadline: re.Pattern[str]


def read_dates(text: str, today: dt.date) -> Dates:
    """Return start, deadline and pauses that the message states."""
    normalised = normalise(text)
    if not _patterns().hint.search(normalised):
        return Dates()
    start: dt.date | None = None
    deadline: dt.date | None = None
    pauses: list[Pause] = []
    for clause in _clauses(normalised):
        pause = _pause(clause, today)
        if pause:
            pauses.append(pause)
            continue
        began, ended = _absolute(clause, today)
        later_start, later_end = _durations(clause, today, began or start)
        start = began or later_start or start
        deadline = ended or later_end or deadline
    return Dates(start, deadline, tuple(pauses))


@cache
def _patterns() -> _Patterns:
    lists = read_list("dates")
    phrases = {name: one_of(value) for name, value in lists.items() if isinstance(value, list)}
    date = date_pattern()
    vague = (
        r"(?:the\s+)?(?:about\s+|around\s+|roughly\s+|almost\s+|only\s+|just\s+|maybe\s+|next\s+)?"
    )
    verb = r"(?:start(?:s|ing)?|begins?)"
    preposition = r"(?:on|in|from|de|le|el|am|im|at|the|with|of)?"
    return _Patterns(
        date=re.compile(date),
        hint=re.compile(rf"{date}|\d+[\s-]*(?:day|week|month|year)"),
        duration=re.compile(
            r"(?P<count>\d+(?:\.\d+)?)(?:\s*(?:-|–|to|or)\s*(?P<upper>\d+))?[\s-]*"
            r"(?P<unit>day|week|month|year)\b"
        ),
        busy=re.compile(rf"\b{phrases['busy']}\b"),
        between=re.compile(
            rf"(?:from|between|vom|del|entre|de|du)\s+({date}|\d{{1,2}})\s*"
            rf"(?:to|until|till|and|-|–|bis|al|y|e|au|et|a)\s*({date})"
        ),
        edge=re.compile(
            rf"(?P<edge>first|last)\s+(?:(?P<n>\d+)\s+week|week)\s+(?:of|in)\s+({date})"
        ),
        during=re.compile(
            r"(?:\b(?:in|during|over|around|through|all|whole|im|en|em|on|at|do|make|manage|study)\s+"
            rf"(?:all of\s+|the whole of\s+)?|^\s*)({date})"
        ),
        start_before=re.compile(
            rf"{phrases['begins']}\s*(?:only\s+)?(?:learning\s+|studying\s+|again\s+|with it\s+)?"
            rf"{preposition}\s*(?:the\s+)?$"
        ),
        other_start_before=re.compile(
            rf"(?:\b{phrases['other_begins']}\s+(?:[\w']+\s+){{0,5}}|school\s+|uni\s+){verb}"
            r"\s*(?:on|in|at)?\s*(?:the\s+)?$"
        ),
        end_before=re.compile(
            rf"{phrases['ends']}\s*(?:\w+\s+)?(?:is\s+|due\s+|the\s+)?"
            r"(?:on|in|at|by|for|the|el|la|en|em|le|am|im|zu|zum|around|about|latest)?\s*(?:the\s+)?$"
            # "my interview as a data scientist is on …"
            rf"|{phrases['ends']}\s+(?:[\w']+\s+){{0,4}}(?:is|are)\s+on\s*(?:the\s+)?$"
        ),
        excluding_before=re.compile(rf"\b{phrases['excludes']}\s*(?:the\s+)?$"),
        ahead_before=re.compile(rf"{phrases['ahead']}\s*{vague}$"),
        behind_before=re.compile(rf"\b{phrases['behind']}\s*{vague}$"),
        # "5 h 1 week" is how "5 hours a week" reads once units are written alike.
        rate_before=re.compile(rf"(?:\b{phrases['rates']}|/)\s*(?:only\s+)?$"),
        study_before=re.compile(rf"{phrases['study_for']}\s+for\s*(?:about\s+)?$"),
        not_deadline=re.compile(rf"^\s*{phrases['not_deadline']}"),
    )


def _clauses(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        yield from _CLAUSE.split(sentence)


def _pause(clause: str, today: dt.date) -> Pause | None:
    patterns = _patterns()
    if not patterns.busy.search(clause):
        return None
    if between := patterns.between.search(clause):
        return _between(between[1], between[2], today)
    if edge := patterns.edge.search(clause):
        span = find_span(edge[3], today)
        weeks = dt.timedelta(7 * int(edge["n"] or 1) - 1)
        if span is None:
            return None
        if edge["edge"] == "first":
            return Pause(from_=span.first, to=span.first + weeks)
        return Pause(from_=span.last - weeks, to=span.last)
    single = patterns.during.search(clause)
    span = find_span(single[1], today) if single else None
    if span is None or span.first == span.last:
        return None
    return Pause(from_=span.first, to=span.last)


def _between(first: str, last: str, today: dt.date) -> Pause | None:
    end = find_span(last, today)
    if end is None:
        return None
    if first.strip().isdigit():
        day = int(first)
        return Pause(from_=end.last.replace(day=day), to=end.last) if 0 < day <= 28 else None
    begin = find_span(first, today)
    if begin is None or begin.first > end.last:
        return None
    return Pause(from_=begin.first, to=end.last)


def _absolute(clause: str, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    patterns = _patterns()
    start: dt.date | None = None
    deadline: dt.date | None = None
    for found in patterns.date.finditer(clause):
        before = clause[max(0, found.start() - 60) : found.start()]
        is_start = patterns.start_before.search(before)
        if is_start and not patterns.other_start_before.search(before):
            span = find_span(found.group(), today)
            start = span.first if span else start
        elif patterns.end_before.search(before):
            span = find_span(found.group(), today)
            deadline = _last_day(span, found.group(), before) if span else deadline
    return start, deadline


def _last_day(span: Span, words: str, before: str) -> dt.date:
    """Return the deadline that a span names: a month's first day, a year's or week's last."""
    is_excluded = _patterns().excluding_before.search(before) and span.first != span.last
    if is_excluded:
        return span.first - dt.timedelta(1)
    is_period = re.search(rf"\b(?:week|{one_of(read_list('dates')['year'])})$", words)
    return span.last if is_period else span.first


def _durations(
    clause: str, today: dt.date, start: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    began: dt.date | None = None
    deadline: dt.date | None = None
    for found in _patterns().duration.finditer(clause):
        before, after = clause[max(0, found.start() - 40) : found.start()], clause[found.end() :]
        if re.search(r"(?:\bstart(?:ing)?|begin)\s+in\s*$", before):
            began = _later(today, found)
        elif _lies_ahead(before, after, found["unit"]):
            deadline = _later(start or began or today, found)
    return began, deadline


def _lies_ahead(before: str, after: str, unit: str) -> bool:
    patterns = _patterns()
    if patterns.study_before.search(before):
        return True
    if patterns.not_deadline.match(after) or patterns.rate_before.search(before):
        return False
    if patterns.ahead_before.search(before) or _STILL.match(after):
        return True
    return unit in ("week", "month") and not patterns.behind_before.search(before)


def _later(day: dt.date, found: re.Match[str]) -> dt.date:
    count = min(float(found["upper"] or found["count"]), _LONGEST_DAYS)
    match found["unit"]:
        case "day":
            return day + dt.timedelta(round(count))
        case "week":
            return day + dt.timedelta(round(min(7 * count, _LONGEST_DAYS)))
        case "month":
            return _months_later(day, count)
        case _:
            return _months_later(day, 12 * count)


def _months_later(day: dt.date, months: float) -> dt.date:
    whole = int(min(months, _LONGEST_DAYS / _DAYS_A_MONTH))
    rest = (months - whole) * _DAYS_A_MONTH if whole < months < whole + 1 else 0.0
    return add_months(day, whole) + dt.timedelta(round(rest))
