"""Turn words for a day ("end of March", "14 May", "Christmas", "next Friday") into dates."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache
from itertools import chain

from assistant.understanding.data import read_list
from assistant.understanding.numbers import one_of

_MIDDLE_OF_MONTH = 14  # days after the first: "mid February" is the 15th


@dataclass(frozen=True)
class Span:
    """A day or a stretch of days; a month is its first to its last day."""

    first: dt.date
    last: dt.date


@cache
def date_pattern() -> str:
    """Return the regular expression of every date that `find_span` understands, without anchors."""
    words = read_list("dates")
    month = one_of(chain.from_iterable(words["months"].values()))
    season, weekday = one_of(words["seasons"]), one_of(words["weekdays"])
    parts = one_of([*words["start_of"], *words["middle_of"], *words["end_of"]])
    part = rf"(?:{parts}[\s-]+(?:of\s+|de\s+|the\s+)?)"
    period = one_of([*words["year"], *words["month"], "week", "quarter", "semester"])
    which = r"(?:the |this |next |dieses |nächstes |del |de |do |ce |l'|der |des )"
    feast = one_of([*words["christmas"], *words["easter"], "new year", "silvester"])
    forms = (
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"\d{1,2}[./]\d{1,2}[./]\d{2,4}",
        r"(?:the\s+|el\s+|am\s+|dem\s+|le\s+)?\d{1,2}(?:st|nd|rd|th|\.|er|º)?\s*(?:of\s+|de\s+)?"
        rf"{month}\b\.?(?:,?\s*(?:de\s+|of\s+)?\d{{4}})?",
        rf"{month}\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b"
        r"(?!\s*(?:h|min|day|week|month|year)\b)(?:,?\s*\d{4})?",
        # "may I" is no month.
        rf"{part}?(?:next\s+|this\s+|coming\s+)?(?!may (?:i|we|be|you|not|have)\b){month}\b"
        r"(?:\s*(?:de\s+|of\s+)?\d{4})?",
        rf"(?:{part}{which}?|{which}){period}\b",
        rf"{part}?(?:the\s+|next\s+|this\s+)?{season}\b(?:\s+\d{{4}})?",
        rf"(?:next\s+|this\s+|coming\s+)?{weekday}\b",
        rf"(?:the\s+)?{feast}(?:'s)?(?: eve| day)?(?:\s+\d{{4}}\b)?",
        r"tomorrow",
        r"q[1-4]\b(?:\s+\d{4})?",
    )
    return f"(?:{'|'.join(forms)})"


def find_span(text: str, today: dt.date) -> Span | None:
    """Return the days that a date expression names; the next such days where no year is given."""
    text = text.strip().casefold()
    for read in (_feast, _near, _period, _season, _month, _exact):
        span = read(text, today)
        if span:
            return span
    return None


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _feast(text: str, today: dt.date) -> Span | None:
    words = read_list("dates")
    stated = re.search(r"\d{4}$", text)
    years = [int(stated[0])] if stated else [today.year, today.year + 1]
    if re.search(one_of(words["christmas"]), text):
        days = [dt.date(year, 12, 25) for year in years]
    elif re.search(r"silvester|new year'?s eve", text):
        days = [dt.date(year, 12, 31) for year in years]
    elif "new year" in text:
        days = [dt.date(year, 1, 1) for year in years]
    elif re.search(one_of(words["easter"]), text):
        days = [_easter(year) for year in years]
    else:
        return None
    day = next((day for day in days if day >= today), days[-1])
    return Span(day, day)


def _near(text: str, today: dt.date) -> Span | None:
    if text == "tomorrow":
        return Span(today + dt.timedelta(1), today + dt.timedelta(1))
    for number, weekday in enumerate(read_list("dates")["weekdays"]):
        if re.search(rf"\b{weekday}$", text):
            day = today + dt.timedelta((number - today.weekday() - 1) % 7 + 1)
            return Span(day, day)
    return None


def _period(text: str, today: dt.date) -> Span | None:
    words = read_list("dates")
    ahead = 1 if re.search(one_of(words["next"]), text) else 0
    if re.search(rf"\b{one_of(words['year'])}$", text):
        year = today.year + ahead
        return _part_of(text, Span(dt.date(year, 1, 1), dt.date(year, 12, 31)))
    if re.search(rf"\b{one_of(words['month'])}$", text):
        first = add_months(today.replace(day=1), ahead)
        return _part_of(text, Span(first, add_months(first, 1) - dt.timedelta(1)))
    if text.endswith("week"):
        monday = today + dt.timedelta(7 * ahead - today.weekday())
        return _part_of(text, Span(monday, monday + dt.timedelta(6)))
    return None


def _season(text: str, today: dt.date) -> Span | None:
    if quarter := re.search(r"q([1-4])(?:\s+(\d{4}))?$", text):
        return _from_month(today, 3 * int(quarter[1]) - 2, quarter[2], length=3)
    for season, month in read_list("dates")["seasons"].items():
        if found := re.search(rf"\b{season}(?:\s+(\d{{4}}))?$", text):
            return _part_of(text, _from_month(today, month, found[1], length=3))
    return None


def _month(text: str, today: dt.date) -> Span | None:
    for number, names in read_list("dates")["months"].items():
        name = one_of(names)
        found = re.search(rf"(?:^|\s|-){name}(?:\s*(?:de\s+|of\s+)?(\d{{4}}))?$", text)
        if found and not re.search(rf"\d\S*\s*(?:of\s+|de\s+)?{name}", text):
            return _part_of(text, _from_month(today, number, found[1], length=1))
    return None


def _from_month(today: dt.date, month: int, year: str | None, *, length: int) -> Span:
    first = dt.date(int(year) if year else today.year, month, 1)
    if not year and add_months(first, length) <= today:
        first = first.replace(year=first.year + 1)
    return Span(first, add_months(first, length) - dt.timedelta(1))


def _part_of(text: str, span: Span) -> Span:
    words = read_list("dates")
    days = (span.last - span.first).days
    if re.match(one_of(words["end_of"]), text):
        return Span(span.last, span.last)
    if re.match(one_of(words["middle_of"]), text):
        is_month = 27 <= days <= 30
        middle = span.first + dt.timedelta(_MIDDLE_OF_MONTH if is_month else days // 2)
        return Span(middle, middle)
    if re.match(one_of(words["start_of"]), text):
        return Span(span.first, span.first + dt.timedelta(days // 3))
    return span


def _exact(text: str, today: dt.date) -> Span | None:
    import dateparser  # 0.4 s: only a message that names a day pays for it

    cleaned = re.sub(r"(?<=\d)(?:st|nd|rd|th|er|º)\b|\bof\b|^(?:the|el|am|dem|le)\b", " ", text)
    is_iso = re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", cleaned.strip())
    parsed = dateparser.parse(
        cleaned.strip(),
        languages=["en", "es", "de", "pt", "fr"],
        settings={
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "YMD" if is_iso else "DMY",
        },
    )
    return Span(parsed.date(), parsed.date()) if parsed else None


def _easter(year: int) -> dt.date:
    """Return Easter Sunday (Gregorian computus: Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
