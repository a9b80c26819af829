"""Clean titles: without emoji, numbering, week counts, trailing times and empty words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from knowledge.importing.amounts import without_effort
from knowledge.importing.inline import Line, Link, address_words
from knowledge.importing.vocabulary import fold, starts_with, vocabulary

_NUMBER = re.compile(
    r"^(?:"
    r"\(?\d{1,3}[.)、]\)?(?=\D|$)|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s|$)|"  # 1. 1) 1.2
    # "1 Deep Learning", but not "5 Days of Deep Learning"
    r"\d{1,2}\s+(?!(?:Day|Week|Month|Year|Hour|Minute|Step|Way|Tip|Thing)s?\b)"
    r"(?=[A-Z\u4e00-\u9fff])|"
    r"\d{2}[-_](?=[A-Z])|"  # the name of a folder
    r"\d+\u20e3|#\d{1,3}\b|[ivxIVX]{1,4}[.)](?=\s)|[a-zA-Z][.)]\s|[①-⑳㈠-㉃]|"
    r"[一二三四五六七八九十]{1,3}[、.．]|\[\d{1,3}\]"
    r")\s*[-:.–]?\s*"
)
_WIDE_COUNT = r"[\d一二三四五六七八九十]+"
_COUNT = (
    r"(?:#?\d{1,3}(?:\.\d+)?|[०-९]{1,3}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"um|uma|uno|una)\b"
)
_RANGE = rf"{_COUNT}(?:\s*(?:-|–|—|~|to|a|à|&|and|e|y|,|/|से)\s*{_COUNT})*"
_PERIOD_AFTER = re.compile(
    r"\s*[|｜(（–-]\s*(?:第\s*\d+\s*天|day\s*\d+(?:\s*(?:-|to)\s*(?:day\s*)?\d+)?)[)）]?\s*$",
    re.IGNORECASE,
)
_DECORATION = re.compile(
    r"^[^\w\"“'‘(（\[《「.@#$]+|[^\w\u0900-\u0dff\"”'’)）\]》」.!?？！+#%*$]+$"
)
_AT_TYPE = re.compile(r"^@(\w+)@\s*")
_BRACKETS = re.compile(r"^\[([^\[\]]+)\]$")
_IN_BRACKETS = re.compile(r"^[(（]([^()（）]+)[)）]$")
_QUOTED = re.compile(r"[\"“«]([^\"”»]{6,200})[\"”»]")
_LIST_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]*[,，、;/][^()（）]*)[)）]?\s*$")
_AND_SO_ON = re.compile(r"[,\s]*(?:\band\b\s*)?(?:\betc\b|\bmore\b|…)[.\s]*$")
_SEPARATED = re.compile(r"\s*(?:[,;，、；|]|\s/\s|\band\b(?=[^,]*$)|&(?=[^,]*$))\s*")
_PRICE = re.compile(r"`*[$€£₹]\s?\d+(?:[.,]\d+)?`*")
_LONGEST_AFTER = 8  # words after a link that still may be its title and not a remark
_EDGES = " \t-–—:：|,;.•·>→»/\\&+*_~"


class Period(NamedTuple):
    """What is left of a title after its "Week 3:", and whether it had one."""

    rest: str
    was_there: bool


@lru_cache(maxsize=65_536)
def clean_title(text: str) -> str:
    """Return a heading's or item's words as a title, "" where nothing but marks is left."""
    title = _stripped(text)
    for _ in range(3):
        shorter = _stripped(_NUMBER.sub("", title, count=1))
        if shorter == title or not shorter:
            break
        title = shorter
    return title if len(title) <= 200 else f"{title[:197].rsplit(' ', 1)[0]}…"


@lru_cache(maxsize=65_536)
def without_period(title: str) -> Period:
    """Split off "Week 3:", "Phase 2 –", "第1天" at the beginning or "| Day 4" at the end."""
    before, in_brackets = _periods()
    rest = in_brackets.sub("", _PERIOD_AFTER.sub("", title))
    rest = before.sub("", f"{rest} ", count=1).strip()
    if rest == title:
        return Period(title, False)
    return Period(clean_title(rest), True)


@lru_cache(maxsize=1)
def _periods() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of "Week 3:" before a title and of "(Day 1 - Day 5)" after it."""
    words = vocabulary().periods
    before = re.compile(
        rf"^[\W_]*(?:(?:{words})\s*[-–:#]?\s*{_RANGE}|"
        rf"第\s*{_WIDE_COUNT}\s*(?:天|周|週|章|节|阶段|部分|课|讲|月|步|个月)|"
        rf"(?:阶段|步骤|周|模块)\s*{_WIDE_COUNT}|"
        r"(?:beginner|intermediate|advanced|basic)(?:\s+level)?\s*(?=[:–—-]))"
        r"\s*(?:[:.\-–—|)\]，、：]|\s|$)+",
        re.IGNORECASE,
    )
    in_brackets = re.compile(
        rf"\s*[-–—]?\s*[(\[（](?:\s*(?:{words})\s*#?\d|[^()\[\]]{{0,20}}\b20\d\d\b)"
        r"[^()\[\]]{0,40}[)\]）]\s*:?\s*$",
        re.IGNORECASE,
    )
    return before, in_brackets


@lru_cache(maxsize=65_536)
def topic_title(text: str) -> str:
    """Return a topic's title: clean, without a period or a time at its end."""
    cleaned = clean_title(text.replace("\ufe0f", "").replace("\u20e3", ""))
    title = without_effort(without_period(cleaned).rest)
    if found := _IN_BRACKETS.match(title):
        title = found.group(1)
    return _stripped(title) or cleaned


def split_list_in_brackets(title: str) -> tuple[str, list[str]]:
    """Split "Deployment (Flask, FastAPI)" into the title and the names in the brackets."""
    found = _LIST_IN_BRACKETS.search(title)
    if not found or found.start() == 0:
        return title, []
    return title[: found.start()].strip(), split_names(found.group(1))


def split_names(text: str) -> list[str]:
    """Return the names in an enumeration, without "etc." and empty ones."""
    names = (clean_title(part).strip(".") for part in _SEPARATED.split(_AND_SO_ON.sub("", text)))
    empty = {"etc", "and more", "more", "e.g", "and", "others", "等", "similar"}
    return [name for name in names if name and name.lower() not in empty and len(name) < 80]


@lru_cache(maxsize=65_536)
def is_generic(text: str) -> bool:
    """Tell whether a link's words name nothing: "Link", "pdf", "视频", an address or nothing."""
    words = fold(_PRICE.sub("", text))
    known = vocabulary()
    if not words or words in known.generic_links or re.match(r"^(https?://|www\.)", text):
        return True
    if all(word in known.generic_links or word in known.fillers for word in words.split()):
        return True
    if re.fullmatch(rf"第 ?{_WIDE_COUNT} ?[天周章节课]", words):
        return True
    numbered = r"(video|part|link|lecture|article|notebook|tutorial|course|day|week)? ?\d{1,3}"
    return re.fullmatch(numbered, words) is not None


def resource_title(link: Link, line: Line, fallback: str) -> str:
    """Return what a link is called: its own words, else those beside it, else `fallback`."""
    own = link_words(link)
    if not link.is_bare and not is_generic(own):
        return own
    beside = _words_beside(link, line)
    is_pointing = starts_with(fold(beside), vocabulary().about_starts)  # "where to find it: [link]"
    if beside and not is_generic(beside) and not is_pointing:
        kind = own if len(line.links) > 1 and _says_its_kind(own, link) else ""
        return f"{beside} ({kind})" if kind and fold(kind) not in fold(beside) else beside
    if fallback:
        return f"{fallback} ({own})" if _says_its_kind(own, link) else fallback
    return own if own and not link.is_bare else address_words(link.url)


def _says_its_kind(words: str, link: Link) -> bool:
    """Tell "video" from "here": whether words that name nothing say at least what it is."""
    return bool(words) and not link.is_bare and fold(words) not in vocabulary().pointers


def link_words(link: Link) -> str:
    """Return a link's words as a title: without decoration, brackets and "@video@"."""
    text = _AT_TYPE.sub("", link.text.strip())
    if found := _BRACKETS.match(text):
        text = found.group(1)
    return clean_title(text) if not link.is_bare else text


def marked_type(link: Link) -> str:
    """Return "video" for a link written "[@video@Title](address)", else ""."""
    found = _AT_TYPE.match(link.text.strip())
    return found.group(1).lower() if found else ""


def _words_beside(link: Link, line: Line) -> str:
    before = line.text[_end_of_previous(link, line) : link.start]
    if not any(one.isalnum() for one in before) and len(line.links) > 1:
        # A second link of the same thing: "MLflow [docs] [video]" are both called MLflow.
        before = line.text[: line.links[0].start]
    words = _sentence_end(before)
    if words:
        return words
    after = line.text[link.end : _start_of_next(link, line)]
    words = _sentence_end(after)
    return words if len(words.split()) <= _LONGEST_AFTER else ""


def _sentence_end(text: str) -> str:
    if quoted := _QUOTED.search(text):
        return clean_title(quoted.group(1)).rstrip(".")
    words = clean_title(text.strip(_EDGES)).strip(_EDGES)
    return words if len(words) <= 120 else f"{words[:117].rsplit(' ', 1)[0]}…"


def _end_of_previous(link: Link, line: Line) -> int:
    return max(
        (one.end for one in line.links if one.end <= link.start and one is not link), default=0
    )


def _start_of_next(link: Link, line: Line) -> int:
    return min(
        (one.start for one in line.links if one.start >= link.end and one is not link),
        default=len(line.text),
    )


def _stripped(text: str) -> str:
    previous = None
    text = text.replace("\ufe0f", "").strip()
    while previous != text:
        previous = text
        text = _DECORATION.sub("", text).strip()
    return text
