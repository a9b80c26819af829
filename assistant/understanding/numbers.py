"""Write numbers and units of time in one way: "ten hrs" and "zehn Stunden" become "10 h"."""

from __future__ import annotations

import re
from functools import cache

_WORDS = {
    1: "one uno una un ein eine einen einer um uma une ek एक 一",
    2: "two dos zwei dois duas deux do दो 两 二",
    3: "three tres drei três trois teen तीन 三",
    4: "four cuatro vier quatro quatre char चार 四",
    5: "five cinco fünf cinq paanch panch पांच पाँच 五",
    6: "six seis sechs chhe chhah छह 六",
    7: "seven siete sieben sete sept saat सात 七",
    8: "eight ocho acht oito huit aath आठ 八",
    9: "nine nueve neun nove neuf 九",
    10: "ten diez zehn dez dix das दस 十",
    11: "eleven",
    12: "twelve doce zwölf doze douze बारह",
    15: "fifteen quince fünfzehn quinze",
    18: "eighteen",
    20: "twenty veinte zwanzig vinte vingt bees बीस",
    25: "twenty-five",
    30: "thirty treinta dreißig trinta trente",
    40: "forty fourty cuarenta vierzig quarenta quarante",
    45: "forty-five",
    50: "fifty",
    60: "sixty",
    90: "ninety",
    100: "hundred",
}
_UNITS = {
    "h": "hours hour hrs hr hs h horas hora stunden stunde std heures heure ghante ghanta ghanto घंटे घंटा घण्टे 小时 个小时 个钟头",
    "min": "minutes minute mins min minutos minuto minuten मिनट 分钟",
    "day": "days day día días dias dia tage tag tagen jour jours din दिन 天",
    "week": "weeks week wks wk semanas semana wochen woche semaines semaine hafte hafta haftey हफ्ते हफ़्ते हफ्ता सप्ताह 周 星期 个星期",
    "month": "months month mths mos meses mes mês monate monat monaten mois mahine mahina महीने महीना 个月",
    "year": "years year yrs yr años año anos ano jahre jahr jahren ans année années saal साल 年",
}


@cache
def _tables() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str]]:
    numbers = {word: str(n) for n, group in _WORDS.items() for word in group.split()}
    units = {word: unit for unit, group in _UNITS.items() for word in group.split()}
    longest = sorted(numbers, key=len, reverse=True)
    unit_words = sorted(units, key=len, reverse=True)
    unit_pattern = "|".join(unit_words)
    # A number word counts only before a unit or a word that can be counted ("three evenings").
    countable = (
        r"evenings?|nights?|mornings?|afternoons?|times|weekends?|saturdays?|sundays?|sessions?"
        r"|weekdays|work ?days|noches|tardes|abende?|noites|soirs?|full|more|lessons?"
    )
    number = re.compile(
        rf"(?<![a-zà-ÿ0-9_.])(?:{'|'.join(longest)})(?=[\s-]*(?:to|or|bis|a|à|o|ou|oder|-|–)?[\s-]*"
        rf"(?:\d+|{'|'.join(longest)})?[\s-]*(?:{unit_pattern}|{countable})(?![a-zà-ÿ]))"
    )
    unit = re.compile(rf"(?<![^\W\d_])(?:{unit_pattern})(?![a-zà-ÿ])")
    return number, numbers, unit, units


_COUNT = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight)"
_REWRITES = (
    (re.compile(r"\b(?:an?|one|1) hour and a half\b|\b(?:one|1) and a half hours?\b"), "1.5 h"),
    (re.compile(r"\b(\d+) and a half\b|\b(\d+) ?½"), r"\1\2.5"),
    (re.compile(r"\b(?:half an? hour|half hour|1/2 hour|media hora|eine halbe stunde|halbe stunde"
                r"|meia hora|une demi-?heure|demi-?heure|aadha ghanta|आधा घंटा)\b"), "0.5 h"),
    (re.compile(r"\b(?:half an? year|half year|medio año|ein halbes jahr|meio ano|une demi-année)\b"), "6 month"),
    (re.compile(r"\b(?:a|the) fortnight\b"), "2 week"),
    (re.compile(r"\b(?:a |one )?couple(?: of)?(?= (?:hours|hrs|h|evenings|weeks|months|days|nights|mins)\b)"), "2"),
    (re.compile(r"\b(?:three|3) quarters of an hour\b"), "0.75 h"),
    (re.compile(r"\b(?:an|a)(?=[\s-]+(?:hour|hr|week|month|year|minute|day)\b)"), "1"),
    # "4 hours on Saturdays and 2 on Sundays", "30 minutes in the morning and 30 in the evening"
    (re.compile(rf"\b(and|,)\s*({_COUNT})(?= (?:on|each|every) (?:mon|tues|wednes|thurs|fri|satur|sun|week)\w*)"), r"\1 \2 h"),
    (re.compile(rf"\b({_COUNT}) (min\w*|h\w*)( in the \w+ (?:and|plus)) ({_COUNT})(?= in the)"), r"\1 \2\3 \4 \2"),
    (re.compile(r"\b(\d{1,2})h(\d{2})\b"), lambda m: f"{int(m[1]) + int(m[2]) / 60:g} h"),
)


def normalise(text: str) -> str:
    """Return the text in small letters with numbers as digits and time units as h, min, day … year."""
    number, numbers, unit, units = _tables()
    text = re.sub(r"(?<=\d),(?=\d\b)", ".", text.casefold())
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    text = number.sub(lambda found: numbers[found.group()], text)
    text = re.sub(r"(\d)(?=[^\W\d_])", r"\1 ", text)
    return unit.sub(lambda found: units[found.group()], text)
