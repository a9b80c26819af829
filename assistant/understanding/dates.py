"""Find when a person starts, must be done, and cannot study.

A date needs a word that says what it is for ("by", "exam on", "starting", "no time in"); a stretch of
weeks or months counts as the time until the deadline unless it speaks of the past, of a course's length or
of experience. "By March" is its first day, "before March" the day before, "end of March" its last.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from assistant.profile import Pause
from assistant.understanding.days import Span, add_months, date_pattern, find_span
from assistant.understanding.numbers import normalise

_DURATION = r"(?P<count>\d+(?:\.\d+)?)(?:\s*(?:-|–|to|or)\s*(?P<upper>\d+))?[\s-]*(?P<unit>day|week|month|year)\b"
_NOT_AHEAD = re.compile(
    r"(?:\bfor|\bfor over|\bfor about|since|last|past|previous|after|took|takes|take|taken|every|each|per|of|hace|seit|vor|há|depuis|il y a|than|about the last|missed|missing|was ill|sick|lasts?|with|over)\s*(?:the\s+)?(?:about\s+|around\s+|almost\s+|only\s+)?$"
)
_AHEAD = re.compile(
    r"(?:\bin|within|over the next|next|for the next|in the next|have|got|only|give myself|give me|left|in about|en|dentro de|em|innerhalb von|innerhalb|dans|plan for|study for|spend|coming|takes me|me in|done in|par|unter|under|less than|up to|max|tengo|tenho|habe|hab|j'ai|budget of|plan of|out of|timeline:?|time:?|deadline:?|needs to take|half|की|next)\s*(?:the\s+)?(?:about\s+|around\s+|roughly\s+|only\s+|just\s+|maybe\s+|next\s+)?$"
)
_NOT_A_DEADLINE_AFTER = re.compile(
    r"^\s*(?:ago|of experience|of work|experience|exp\b|old|-?\s*course|-?\s*bootcamp|break|off\b|of (?:python|java|sql|r\b)|working|as an?\b|behind|late|vacation|holiday|in (?:a row|the field|industry|finance|sales)|of (?:it|coding|programming|uni|university|study|studies|school)|bootcamp|specialization|nursing|teaching|in\b(?! total))"
)
_START_BEFORE = re.compile(
    r"(?:\bstart(?:ing|s)?|\bbegin(?:ning)?|\bfree|\bfrom|empiezo|empezando|comenzando|starte|beginne|beginnend|começo|começando|commence|à partir|a partir|ab|available)\s*(?:only\s+)?(?:learning\s+|studying\s+|again\s+|with it\s+)?(?:on|in|from|de|le|el|am|im|at|the|with|of)?\s*(?:the\s+)?$"
)
_BY_BEFORE = re.compile(
    r"(?P<word>\bby|before|until|till|til|deadline:?|due|exam|interview|test|starts?|job|finish(?:ed)?|done|ready|course starts|semester|presentation|antes de|antes del|antes do|hasta|para|até|bis|bis zum|bis zur|vor|avant|jusqu'à|jusqu'en|jusqu’à|d'ici|examen|prüfung|klausur|prova|tak|तक|thesis|defen[cs]e|master'?s?|phd|hackathon|competition|school|university|uni)\s*(?:\w+\s+)?(?:is\s+|due\s+|the\s+)?(?:on|in|at|by|for|the|el|la|en|em|le|am|im|zu|zum|around|about|latest)?\s*(?:the\s+)?$"
)
# "My thesis starts on …" is when something else begins: a deadline.
_OTHER_STARTS = re.compile(
    r"(?:\b(?:my|the|our|a|new|it|which|that|le|la|el|die|der|das|o)\s+(?:[\w']+\s+){0,2}|school\s+|uni\s+)(?:start(?:s|ing)?|begins?)\s*(?:on|in|at)?\s*(?:the\s+)?$"
)
_BEFORE = re.compile(r"\b(?:before|antes d[eo]l?|avant|vor)\s*(?:the\s+)?$")
_BUSY = re.compile(
    r"\b(?:no time|busy|away|holidays?|vacation|on leave|pause|pausing|break|off|can't|cannot|cant|can not|won't|wont|unavailable|not available|travel(?:l?ing)?|nothing|no study|no studying|sin tiempo|vacaciones|keine zeit|urlaub|sem tempo|férias|pas de temps|vacances|exams?|except|no hours|not study|zero time|skip)\b"
)
_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\S)[^.!?;\n]*)*")
# "5 h 1 week" is how "5 hours a week" reads once units are written alike.
_RATE_BEFORE = re.compile(r"(?:\b(?:h|min|day|a|the|per|each|every|x|times?|evenings?|nights?|once|twice|pro|por|par|al|am)|/)\s*(?:only\s+)?$")
_LEFT = re.compile(r"^\s*(?:left|from now|to go|from today|ahead|plan|time|until|till|before|remaining|max|total|and\b|\)|$|[,.!?;:])")


@dataclass(frozen=True)
class Dates:
    """What a message says about time on the calendar; None where it says nothing."""

    start: dt.date | None = None
    deadline: dt.date | None = None
    pauses: tuple[Pause, ...] = ()


def read_dates(text: str, today: dt.date) -> Dates:
    """Return start, deadline and pauses that the message states."""
    if not _may_hold_a_date(text):
        return Dates()
    start: dt.date | None = None
    deadline: dt.date | None = None
    pauses: list[Pause] = []
    for sentence in _SENTENCE.findall(normalise(text)):
        for clause in re.split(r",\s|\bbut\b|\baber\b|\bpero\b", sentence):
            pause = _pause(clause, today)
            if pause:
                pauses.append(pause)
                continue
            began, ended = _absolute(clause, today)
            later_start, later_end = _durations(clause, today, began or start)
            start = began or later_start or start
            deadline = ended or later_end or deadline
    return Dates(start, deadline, tuple(pauses))


def _may_hold_a_date(text: str) -> bool:
    return bool(re.search(rf"\d|{date_pattern()}|week|month|year|semana|mes|woch|monat|semaine|mois|jahr|mahin|haft|महीन|हफ|周|月|día|tag", text.casefold()))


def _pause(clause: str, today: dt.date) -> Pause | None:
    busy = _BUSY.search(clause)
    if not busy:
        return None
    date = date_pattern()
    between = re.search(rf"(?:from|between|vom|del|entre|de|du)\s+({date}|\d{{1,2}})\s*(?:to|until|till|and|-|–|bis|al|y|e|au|et|a)\s*({date})", clause)
    if between:
        return _between(between[1], between[2], today)
    edge = re.search(rf"(?P<edge>first|last)\s+(?:(?P<n>\d+)\s+week|week)\s+(?:of|in)\s+({date})", clause)
    if edge:
        span = find_span(edge[3], today)
        days = 7 * int(edge["n"] or 1)
        return span and _pause_of_days(span, edge["edge"] == "first", days)
    single = re.search(rf"(?:\b(?:in|during|over|around|through|all|whole|im|en|em|on|at)\s+(?:all of\s+|the whole of\s+)?|^\s*)({date})", clause)
    span = find_span(single[1], today) if single else None
    if span is None or (span.last - span.first).days < 1:
        return None
    return Pause(from_=span.first, to=span.last)


def _pause_of_days(span: Span, at_start: bool, days: int) -> Pause:
    if at_start:
        return Pause(from_=span.first, to=span.first + dt.timedelta(days - 1))
    return Pause(from_=span.last - dt.timedelta(days - 1), to=span.last)


def _between(first: str, last: str, today: dt.date) -> Pause | None:
    end = find_span(last, today)
    if end is None:
        return None
    if first.strip().isdigit():
        return Pause(from_=end.last.replace(day=int(first)), to=end.last) if 0 < int(first) <= 28 else None
    begin = find_span(first, today)
    if begin is None or begin.first > end.last:
        return None
    return Pause(from_=begin.first, to=end.last)


def _absolute(clause: str, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    start: dt.date | None = None
    deadline: dt.date | None = None
    for found in re.finditer(date_pattern(), clause):
        before = clause[max(0, found.start() - 60) : found.start()]
        span = find_span(found.group(), today)
        if span is None:
            continue
        if _START_BEFORE.search(before) and not _OTHER_STARTS.search(before):
            start = span.first
        elif _BY_BEFORE.search(before):
            is_before = bool(_BEFORE.search(before))
            # "By the end of March" and "in summer" name a day or a month's first day; "before" excludes it.
            whole = re.search(r"\b(?:year|week|month|año|jahr|ano|année)$", found.group())
            day = span.last if whole and not is_before else span.first
            deadline = day - dt.timedelta(1) if is_before and span.first != span.last else day
    return start, deadline


def _durations(
    clause: str, today: dt.date, start: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    began: dt.date | None = None
    deadline: dt.date | None = None
    for found in re.finditer(_DURATION, clause):
        before, after = clause[max(0, found.start() - 40) : found.start()], clause[found.end() :]
        if re.search(r"(?:full[ -]?time|stud\w+|learn\w*|plan)\s+for\s*(?:about\s+)?$", before):
            deadline = _later(start or began or today, found)
            continue
        if _NOT_A_DEADLINE_AFTER.match(after) or _RATE_BEFORE.search(before):
            continue
        if re.search(r"(?:\bstart(?:ing)?|begin)\s+in\s*$", before):
            began = _later(today, found)
        elif _AHEAD.search(before) or (
            found["unit"] != "day" and not _NOT_AHEAD.search(before)
        ) or (_LEFT.match(after) and re.match(r"\s*(?:left|from|to go|until|before)", after)):
            deadline = _later(start or began or today, found)
    return began, deadline


def _later(day: dt.date, found: re.Match[str]) -> dt.date:
    count = float(found["upper"] or found["count"])
    match found["unit"]:
        case "day":
            days = count
        case "week":
            days = 7 * count
        case "month":
            return _months_later(day, count)
        case _:
            return _months_later(day, 12 * count)
    return day + dt.timedelta(round(min(days, 40_000)))


def _months_later(day: dt.date, months: float) -> dt.date:
    whole = int(min(months, 1200))
    return add_months(day, whole) + dt.timedelta(round((months - int(months)) * 30))
