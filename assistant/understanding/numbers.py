"""Write numbers and units of time in one way: "ten hrs" and "zehn Stunden" become "10 h"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.understanding.data import read_list

_COUNT = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun|week)\w*"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![a-zà-ÿ0-9_.])", r"(?![a-zà-ÿ])"


@dataclass(frozen=True)
class _Spellings:
    """The patterns of number words and units, and what each is written as."""

    number: re.Pattern[str]
    numbers: dict[str, str]
    unit: re.Pattern[str]
    units: dict[str, str]
    half_hour: re.Pattern[str]
    half_year: re.Pattern[str]


# Where one unit serves two amounts it is repeated; "a week" becomes "1 week", like "2 weeks".
_REWRITES = (
    (r"\b(?:an?|one|1) hour and a half\b|\b(?:one|1) and a half hours?\b", "1.5 h"),
    (r"\b(\d+) and a half\b", r"\1.5"),
    (r"\b(\d+) ?½", r"\1.5"),
    (r"\b(?:a|the) fortnight\b", "2 week"),
    (
        rf"\b({_COUNT} ?(?:weeks?|wks?)),? (?:with |at )?({_COUNT}) ?h\w* each\b(?! \w*day)",
        r"\1, \2 h a week",
    ),
    (
        rf"\b({_COUNT} ?(?:weeks?|wks?|wochen|semanas))(?: ?[x×*@]| of| at| with| mal| por) ?"
        rf"({_COUNT}) ?h\w*\b(?! ?(?:a|an|per|each|/|every|pro|por)\b)",
        r"\1, \2 h a week",
    ),
    (r"\bthe first of (?=[a-z]+\b)", "1 "),
    (r"\b(?:a |one )?couple(?: of)?(?= (?:h|hrs|hours|evenings|weeks|months|days|nights)\b)", "2"),
    (r"\b(?:three|3) quarters of an hour\b", "0.75 h"),
    (r"\b(?:an|a)(?=[\s-]+(?:hour|hr|week|month|year|minute|day)\b)", "1"),
    (rf"\b(and|,)\s*({_COUNT})(?= (?:on|each|every) {_WEEKDAY})", r"\1 \2 h"),
    (rf"\b({_COUNT} )(min\w*|h\w*)( in the \w+ (?:and|plus) {_COUNT})(?= in the)", r"\1\2\3 \2"),
)


@lru_cache(maxsize=16)  # hours, dates and lengths of courses are read from the same message
def normalise(text: str) -> str:
    """Return the text small, with numbers as digits and time units as h, min, day … year."""
    spellings = _spellings()
    text = re.sub(r"(?<=\d),(?=\d\b)", ".", text.casefold())
    text = spellings.half_year.sub("6 month", spellings.half_hour.sub("0.5 h", text))
    for pattern, replacement in _REWRITES:
        text = re.sub(pattern, replacement, text)
    text = re.sub(r"\b(\d{1,2})h(\d{2})\b", lambda m: f"{int(m[1]) + int(m[2]) / 60:g} h", text)
    text = spellings.number.sub(lambda found: spellings.numbers[found.group()], text)
    text = re.sub(r"(\d)(?=[^\W\d_])", r"\1 ", text)
    return spellings.unit.sub(lambda found: spellings.units[found.group()], text)


@cache
def _spellings() -> _Spellings:
    lists = read_list("numbers")
    numbers = {word: str(n) for n, words in lists["numbers"].items() for word in words}
    units = {word: unit for unit, words in lists["units"].items() for word in words}
    number, unit = one_of(numbers), one_of(units)
    counted = f"(?:{unit}|{one_of(lists['countable'])}){_NO_LETTER_AFTER}"
    joint = r"[\s-]*(?:to|or|bis|a|à|o|ou|oder|-|–)?[\s-]*"
    return _Spellings(
        re.compile(rf"{_NO_LETTER_BEFORE}{number}(?={joint}(?:\d+|{number})?[\s-]*{counted})"),
        numbers,
        re.compile(rf"(?<![^\W\d_]){unit}{_NO_LETTER_AFTER}"),
        units,
        re.compile(rf"\b{one_of(lists['half_hour'])}\b"),
        re.compile(rf"\b{one_of(lists['half_year'])}\b"),
    )


def one_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first."""
    return f"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})"
