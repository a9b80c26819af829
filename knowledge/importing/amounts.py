"""Read difficulty, hours and level as people write them: stars, words, numbers, weeks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.vocabulary import fold, vocabulary

HOURS_A_WEEK = 10
HOURS_A_DAY = 2
WEEKS_A_MONTH = 4.345

_STARS = re.compile("[⭐★🌟✭✮]")
_DIGIT = re.compile(r"\d")
_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|de|sur)\s*(5|10|100)\b")
_NUMBER = re.compile(r"^\D{0,3}([1-5])(?:\.0)?\D{0,3}$")
_MOST_WORDS = 6  # in a statement about difficulty; a longer text is about something else
_CIRCLES = {"🟢": 2, "🟡": 3, "🟠": 4, "🔴": 5, "⚫": 5}
_UNIT = (
    r"(?P<unit>hours?|hrs?|h|days?|weeks?|wks?|months?|minutes?|mins?|min|"
    r"horas?|dias?|días?|semanas?|mes(?:es)?|mês|heures?|jours?|semaines?|mois|"
    r"stunden?|tage?|wochen?|monate?|"
    r"小时|天|周|星期|个月|月|घंटे|घंटा|दिन|सप्ताह|हफ्ते|महीने|महीना)"
)
_AMOUNT = re.compile(
    r"(?<![第\d.,])(?P<low>\d+(?:[.,]\d+)?)\s*\+?\s*"
    r"(?:(?:-|–|—|~|to|a|até|hasta|到|至|से)\s*(?P<high>\d+(?:[.,]\d+)?))?\s*\+?\s*-?"
    + _UNIT
    + r"(?![a-z])",
    re.IGNORECASE,
)
_PER = re.compile(
    r"^\s*(?:/|per|a|por|al?|每)\s*(?:week|wk|semana|周|day|dia|día|天)", re.IGNORECASE
)


@dataclass(frozen=True)
class Effort:
    """Hours of study as stated, and the words that state them."""

    low: float
    high: float
    words: str
    is_converted: bool


def read_difficulty(text: str) -> int | None:
    """Return a difficulty from 1 to 5 read from stars, circles, "4/5", words or a bare number."""
    if stars := len(_STARS.findall(text)):
        return min(stars, 5)
    if circle := next((circle for circle in _CIRCLES if circle in text), None):
        return _CIRCLES[circle]
    if found := _OF.search(text):
        share = float(found.group(1).replace(",", ".")) / float(found.group(2))
        return min(max(round(5 * share), 1), 5)
    if found := _NUMBER.match(text.strip()):
        return int(found.group(1))
    return _by_words(text)


def read_level(text: str) -> str | None:
    """Return beginner, intermediate or advanced where the words say so."""
    words = fold(text)
    names = vocabulary().level_names
    if words in names:
        return names[words]
    found = {names[word] for word in words.split() if word in names}
    return found.pop() if len(found) == 1 else None


def read_effort(text: str, unit: str = "") -> Effort | None:
    """Return the hours that a text states ("~20h", "3 weeks", "6-8 hours/week" is none).

    Weeks, days and months count 10, 2 and about 43 hours. A bare number needs `unit`.
    """
    found = _AMOUNT.search(text)
    if found is None:
        bare = re.fullmatch(
            r"\D{0,3}(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+(?:[.,]\d+)?))?\D{0,3}", text
        )
        return _effort(bare.group(1), bare.group(2), unit, bare.group()) if bare and unit else None
    if _PER.match(text[found.end() :]):
        return None
    return _effort(found.group("low"), found.group("high"), found.group("unit"), found.group())


def without_effort(title: str) -> str:
    """Return a title without the time stated at its end: "Python - 1 Month" is "Python"."""
    if not _DIGIT.search(title):
        return title
    found = None
    for found in _AMOUNT.finditer(title):  # noqa: B007 - the last one is wanted
        pass
    if found is None or not re.fullmatch(r"\W*", title[found.end() :]):
        return title
    before = re.sub(r"[\s(\[{~≈:|–—-]+$", "", title[: found.start()])
    return before if len(before) > 1 else title


def _effort(low: str, high: str | None, unit: str, words: str) -> Effort | None:
    factor = _hours_in(unit)
    first = float(low.replace(",", ".")) * factor
    last = float((high or low).replace(",", ".")) * factor
    if not 0 < first <= last or first > 400:
        return None
    converted = not fold(unit).startswith(("h", "小时", "घंट", "stunde"))
    return Effort(round(first, 2), round(min(last, 600), 2), words.strip(), converted)


def _hours_in(unit: str) -> float:
    name = fold(unit)
    if name.startswith(("mi",)):
        return 1 / 60
    if name.startswith(("h", "小时", "घंट", "stunde")):
        return 1
    if name.startswith(("d", "天", "दिन", "jour", "tag")):
        return HOURS_A_DAY
    if name.startswith(("w", "s", "周", "星期", "सप्ताह", "हफ")):
        return HOURS_A_WEEK
    return HOURS_A_WEEK * WEEKS_A_MONTH


def _by_words(text: str) -> int | None:
    words = fold(text)
    known = vocabulary().difficulty
    if words in known:
        return known[words]
    found = {known[word] for word in words.split() if word in known}
    if not found or len(words.split()) > _MOST_WORDS:
        return None
    return round(sum(found) / len(found))
