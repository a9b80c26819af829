"""Turn records into words: names inside sentences, resources, hours, dates, lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from knowledge import KnowledgeBase, Resource, Topic

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“'(])")
_KINDS = {
    "course": "course",
    "book": "book",
    "docs": "documentation",
    "tutorial": "tutorial",
    "video": "video series",
    "practice": "practice site",
    "paper": "paper",
    "project": "project",
    "newsletter": "newsletter",
    "certification": "certification",
}
_COSTS = {"free": "free", "free-audit": "free-to-audit", "freemium": "partly free", "paid": "paid"}
_COUNTED = (
    *("no", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten", "eleven"),
)
_WEEKS_SPOKEN = 10  # from here people speak of months
_WEEKS_A_MONTH = 52.18 / 12
_WEEKS_A_YEAR = 52.18
_FAMILIAR_DAYS = 330  # up to here the name of a month needs no year
_OPENER = re.compile(
    r"(a|about|after|all|an|another|any|as|at|before|both|by|code|each|every|for|half|if|in|it|its|"
    r"loss|many|most|nearly|no|on|one|only|over|scripts|somebody|that|the|their|there|these|this|"
    r"those|under|when|with|within|you|your|two|three|four|five|six|seven|eight|nine|ten|\w+ing)$"
)
"""First words that are no names, so that they lose their capital inside a sentence."""
_STATUS = {
    "active": "",
    "unknown": "not confirmed lately",
    "moved": "moved",
    "retired": "retired",
}


def sentences(text: str) -> list[str]:
    """Split a text into its sentences."""
    return _SENTENCE_END.split(" ".join(text.split()))


def first_sentences(text: str, count: int = 1) -> str:
    """Return the first `count` sentences of a text."""
    return " ".join(sentences(text)[:count])


def name(base: KnowledgeBase, topic: Topic | str) -> str:
    """Return a topic's title as it is written inside a sentence: "deep learning", but "SQL"."""
    return base.names_in_sentences[topic.id if isinstance(topic, Topic) else topic]


def names(base: KnowledgeBase, topics: Sequence[str], limit: int = 4) -> str:
    """Return several topics as a list in words: "a, b and c"; past the limit "and 3 more"."""
    shown = [name(base, topic) for topic in topics[:limit]]
    if len(topics) > limit:
        shown.append(f"{len(topics) - limit} more")
    return join(shown)


def join(words: Sequence[str], last: str = "and") -> str:
    """Return "a", "a and b", or "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """Return a sentence as it continues another one; one that begins with a name stays as it is."""
    first = text.split()[0].rstrip(",.;:").lower() if text else ""
    return imperative(text) if _OPENER.match(first) else text


def imperative(text: str) -> str:
    """Return an instruction as it continues a sentence: "Write a tokeniser." after a comma."""
    return f"{text[:1].lower()}{text[1:]}"


def hours(amount: float) -> str:
    """Return hours in words, rounded as one would say them: "60 hours", "1 hour"."""
    rounded = round(amount) if amount >= 3 else round(amount * 2) / 2
    return f"{rounded:g} hour" if rounded == 1 else f"{rounded:g} hours"


def weeks(amount: float) -> str:
    """Return weeks in words, as one would say them: "6 weeks", "2.5 weeks", "1 week"."""
    if amount < 0.75:
        return "less than a week"
    rounded = round(amount * 2) / 2 if amount < 4 else round(amount)
    return f"{rounded:g} week{'' if rounded == 1 else 's'}"


def span(amount: float) -> str:
    """Return a number of weeks as one would speak of it: "about seven months", "2.5 weeks"."""
    if amount < _WEEKS_SPOKEN:
        return weeks(amount)
    months = round(amount / _WEEKS_A_MONTH)
    if months < len(_COUNTED):
        return f"about {_COUNTED[months]} months"
    years, half = divmod(round(amount / _WEEKS_A_YEAR * 2), 2)
    if years == 1:
        return "about a year and a half" if half else "about a year"
    if years >= len(_COUNTED):
        return "longer than anybody plans"
    return f"about {_COUNTED[years]}{' and a half' if half else ''} years"


def part_of_month(date: dt.date, today: dt.date) -> str:
    """Return a date as one would name it in passing: "the end of May", "early June 2028"."""
    part = "early" if date.day <= 10 else "the middle of" if date.day <= 20 else "the end of"
    year = f" {date:%Y}" if (date - today).days > _FAMILIAR_DAYS else ""
    return f"{part} {date:%B}{year}"


def day(date: dt.date) -> str:
    """Return a date in words: "14 March 2027"."""
    return f"{date.day} {date:%B %Y}"


def days(start: dt.date, end: dt.date) -> str:
    """Return a stretch of days for a table: "14 Mar - 2 Apr 2027"."""
    first = f"{start.day} {start:%b}" + (f" {start:%Y}" if start.year != end.year else "")
    return f"{first} – {end.day} {end:%b %Y}"


def link(resource: Resource) -> str:
    """Return the resource as a Markdown link."""
    title = resource.title.replace("[", "(").replace("]", ")")
    return f"[{title}]({resource.url.replace('(', '%28').replace(')', '%29')})"


def has_link(text: str) -> bool:
    """Tell whether a text that was written here holds a link."""
    return "](" in text


def kind(resource: Resource) -> str:
    """Return what a resource is, without an article: "free video course"."""
    cost, noun = _COSTS[resource.cost], _KINDS[resource.type]
    if resource.type not in ("course", "tutorial"):
        return f"{cost} {noun}"
    match sorted(resource.formats):
        case ["video"]:
            return f"{cost} video {noun}"
        case ["text"]:
            return f"{cost} written {noun}"
        case ["interactive"] | ["interactive", "text"]:
            return f"{cost} hands-on {noun}"
        case ["text", "video"]:
            return f"{cost} {noun}"
        case _:
            return f"{cost} video {noun} with exercises"


def price(resource: Resource) -> str:
    """Return what a resource costs, in one or two words: "free", "free to audit", "paid"."""
    return _COSTS[resource.cost]


def described(resource: Resource) -> str:
    """Return link and kind: "[Title](url), a free hands-on course of 20 hours"."""
    what = kind(resource)
    lead = "" if what.endswith("documentation") else f"{article(what)} "
    length = f" of about {hours(resource.hours)}" if resource.hours else ""
    doubt = f" ({_STATUS[resource.status]})" if _STATUS[resource.status] else ""
    return f"{link(resource)}, {lead}{what}{length}{doubt}"


def goal(base: KnowledgeBase, identifier: str) -> str:
    """Return a goal as said after "a plan to": "become a data analyst", "learn SQL"."""
    if identifier in base.topics:
        return f"learn {name(base, identifier)}"
    title = role_name(base, identifier)
    if not title.endswith(("er", "or", "ist", "yst", "ian")):
        return f"get to “{base.roles[identifier].title}”"
    return f"become {article(title)} {title}"


def goals(base: KnowledgeBase, identifiers: Sequence[str]) -> str:
    """Return several goals after "to": "become a data analyst and learn SQL and PyTorch"."""
    topics = [name(base, item) for item in identifiers if item in base.topics]
    parts = [goal(base, item) for item in identifiers if item not in base.topics]
    return join([*parts, f"learn {join(topics)}"] if topics else parts)


def gerund(aim: str) -> str:
    """Return a goal as the subject of a sentence: "Becoming a data analyst"."""
    verb, _, rest = aim.partition(" ")
    forms = {"become": "Becoming", "learn": "Learning", "get": "Getting"}
    return f"{forms[verb]} {rest.replace(' and learn ', ' and learning ')}"


def role_name(base: KnowledgeBase, identifier: str) -> str:
    """Return a role's title inside a sentence: "data analyst", "ML engineer"."""
    title = base.roles[identifier].title
    first = title.split()[0]
    is_name = any(first in name.split() for name in base.names_in_sentences.values())
    return title if title[1:2].isupper() or is_name else imperative(title)


def article(noun: str) -> str:
    """Return "a" or "an" for a noun; letters read one by one count as they sound."""
    first = noun.split()[0].split("-")[0]
    vowel = first[0] in "AEFHILMNORSX" if first.isupper() else first[0].lower() in "aeiou"
    return "an" if vowel else "a"
