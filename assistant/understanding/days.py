"""Turn words for a day ("end of March", "14 May", "Christmas", "next Friday") into dates."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache

from assistant.understanding.data import read_list

_PART = r"(?:(?:the end of|end of|end|late|mid|the middle of|middle of|beginning of|the beginning of|start of|the start of|early|fin de|finales de|final de|fim de|final do|fim do|ende|anfang|mitte|début|debut|inicio de|início de|comienzos de|principios de|mediados de|meados de|mi|fin)[\s-]+(?:of\s+|de\s+|the\s+)?)?"


@dataclass(frozen=True)
class Span:
    """A day or a stretch of days; a month is its first to its last day."""

    first: dt.date
    last: dt.date


@cache
def date_pattern() -> str:
    """Return the regular expression of every date that `find_span` understands, without anchors."""
    words = read_list("dates")
    month = "|".join(sorted((n for names in words["months"].values() for n in names), key=len, reverse=True))
    season = "|".join(words["seasons"])
    weekday = "|".join(words["weekdays"])
    return (
        r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|"
        rf"(?:the\s+|el\s+|am\s+|dem\s+|le\s+)?\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?\s*(?:of\s+|de\s+)?(?:{month})\b\.?(?:,?\s*(?:de\s+|of\s+)?\d{{4}})?|"
        rf"(?:{month})\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:h|min|day|week|month|year)\b)(?:,?\s*\d{{4}})?|"
        rf"{_PART}(?:next\s+|this\s+|coming\s+)?(?:{month})\b(?:\s*(?:de\s+|of\s+)?\d{{4}})?|"
        rf"{_PART}(?:the |this |next |dieses |nächstes |del |de |do |ce |l'|der |des )?(?:year|month|week|quarter|año|jahr|jahres|ano|année|semester|mes|monats|mês|mois)\b|"
        rf"{_PART}(?:the\s+|next\s+|this\s+)?(?:{season})\b(?:\s+\d{{4}})?|"
        rf"(?:next\s+|this\s+|coming\s+)?(?:{weekday})\b|"
        r"tomorrow|q[1-4]\b(?:\s+\d{4})?|(?:the\s+)?new year(?:'s)?(?: eve| day)?|christmas(?: eve| day)?|xmas|navidad|weihnachten|natal|noël|easter|ostern|semana santa|pâques|silvester)(?:\s+\d{4}\b)?"
    )


def find_span(text: str, today: dt.date) -> Span | None:
    """Return the days that a date expression names; the next such days where no year is given."""
    text = text.strip().casefold()
    return _named(text, today) or _relative(text, today) or _month(text, today) or _exact(text, today)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _named(text: str, today: dt.date) -> Span | None:
    year = today.year
    fixed = {
        r"christmas|xmas|navidad|weihnachten|natal|noël": (12, 25),
        r"silvester|new year'?s eve": (12, 31),
        r"new year": (1, 1),
    }
    for pattern, (month, day) in fixed.items():
        if re.search(pattern, text):
            stated = re.search(r"\d{4}$", text)
            date = dt.date(int(stated[0]) if stated else year, month, day)
            date = date if stated or date >= today else dt.date(year + 1, month, day)
            return Span(date, date)
    if re.search(r"easter|ostern|semana santa|pâques", text):
        date = _easter(year)
        date = date if date >= today else _easter(year + 1)
        return Span(date, date)
    if text == "tomorrow":
        return Span(today + dt.timedelta(1), today + dt.timedelta(1))
    return None


def _relative(text: str, today: dt.date) -> Span | None:
    words = read_list("dates")
    for number, weekday in enumerate(words["weekdays"]):
        if re.search(rf"\b{weekday}$", text):
            date = today + dt.timedelta((number - today.weekday() - 1) % 7 + 1)
            return Span(date, date)
    ahead = 1 if re.search(r"next|nächst|próxim|prochain", text) else 0
    if re.search(r"\b(?:year|año|jahre?s?|ano|année)$", text):
        span = Span(dt.date(today.year + ahead, 1, 1), dt.date(today.year + ahead, 12, 31))
        return _part_of(text, span)
    if re.search(r"\b(?:month|mes|monats|mês|mois)$", text):
        first = add_months(today.replace(day=1), ahead)
        return _part_of(text, Span(first, add_months(first, 1) - dt.timedelta(1)))
    if re.search(r"\bweek$", text):
        monday = today - dt.timedelta(today.weekday()) + dt.timedelta(7 * ahead)
        return _part_of(text, Span(monday, monday + dt.timedelta(6)))
    if found := re.search(r"q([1-4])(?:\s+(\d{4}))?$", text):
        return _from_month(today, 3 * int(found[1]) - 2, found[2], length=3)
    for season, month in words["seasons"].items():
        if found := re.search(rf"\b{season}(?:\s+(\d{{4}}))?$", text):
            return _part_of(text, _from_month(today, month, found[1], length=3))
    return None


def _month(text: str, today: dt.date) -> Span | None:
    for number, names in read_list("dates")["months"].items():
        for name in names:
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
    third = (span.last - span.first).days // 3
    if re.match(r"(?:the )?end|late|fin|ende|fim", text):
        return Span(span.last, span.last)
    if re.match(r"(?:the )?mid|mitte|mediados|meados|mi\b", text):
        half = (span.last - span.first).days // 2
        middle = span.first + dt.timedelta(14 if half in (13, 14, 15) else half)
        return Span(middle, middle)
    if re.match(r"(?:the )?(?:begin|start)|early|anfang|d[ée]but|in[ií]cio|comienzos|principios", text):
        return Span(span.first, span.first + dt.timedelta(third))
    return span


def _exact(text: str, today: dt.date) -> Span | None:
    import dateparser  # 0.4 s: only a message that names a day pays for it

    settings = {
        "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
        "STRICT_PARSING": False,
    }
    cleaned = re.sub(r"(?<=\d)(?:st|nd|rd|th|er|º)\b|\bof\b|^(?:the|el|am|dem|le)\b", " ", text)
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", cleaned.strip()):
        settings["DATE_ORDER"] = "YMD"
    parsed = dateparser.parse(
        cleaned.strip(), languages=["en", "es", "de", "pt", "fr"], settings=settings
    )
    return Span(parsed.date(), parsed.date()) if parsed else None


def _easter(year: int) -> dt.date:
    """Return Easter Sunday (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)
