"""Take an answer apart: its sentences, their links, and the markers that cover each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.citations import MARKER

LINK = re.compile(
    r"!?\[([^\[\]]*)\]\(\s*((?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
"""A Markdown link: its text and its address."""

_SENTENCE_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bcf)[.!?][\"”’)*_]*(?:\s*\[\d{1,3}\](?!\())*\s+"
    r"(?:(?=[^a-z\s])|(?<=\]\s)|(?<=\][.!?]\s))"  # a marker ends one also before "pandas"
)
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*$")
_ESCAPED_PIPE = re.compile(r"\\\|")

Kind = Literal["paragraph", "item", "row", "heading"]


@dataclass(frozen=True)
class Unit:
    """A paragraph, list item, table row or heading and where it stands in the text."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """A sentence of an answer, or a table row.

    `text` has neither links nor markers; `links` are the words and the address of each link;
    `markers` are its own; `covering` those that speak for it: its own, else the next in the unit.
    """

    text: str
    links: tuple[tuple[str, str], ...]
    markers: tuple[int, ...]
    covering: tuple[int, ...]
    kind: Kind
    start: int
    end: int


def split_statements(text: str) -> list[Statement]:
    """Return the statements of a Markdown answer in reading order."""
    return [statement for unit in split_units(text) for statement in _statements(text, unit)]


def split_units(text: str) -> list[Unit]:
    """Return the paragraphs, list items, table rows and headings of a Markdown text."""
    units: list[Unit] = []
    start = 0
    open_paragraph = False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        end = start + len(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        kind = _kind(line, following)
        if kind is None:
            open_paragraph = False
        elif kind == "paragraph" and open_paragraph:
            units[-1] = Unit(units[-1].kind, units[-1].start, end)
        else:
            item = _LIST_ITEM.match(line) if kind == "item" else None
            units.append(Unit(kind, start + (item.end() if item else 0), end))
            open_paragraph = kind in ("paragraph", "item")
        start = end + 1
    return units


def _kind(line: str, following: str) -> Kind | None:
    stripped = line.strip()
    if not stripped or _TABLE_RULE.match(line):
        return None
    if stripped.startswith("|"):
        is_header = "|" in following and _TABLE_RULE.match(following)
        return None if is_header else "row"
    if stripped.startswith("#"):
        return "heading"
    return "item" if _LIST_ITEM.match(line) else "paragraph"


def _statements(text: str, unit: Unit) -> Iterator[Statement]:
    spans = [(unit.start, unit.end)] if unit.kind == "row" else list(_sentences(text, unit))
    markers = [_markers(text[start:end]) for start, end in spans]
    for position, (start, end) in enumerate(spans):
        covering = next((found for found in markers[position:] if found), ())
        raw = text[start:end]
        words = MARKER.sub("", LINK.sub("", raw))
        if unit.kind == "row":
            words = _ESCAPED_PIPE.sub("/", words).replace("|", " ; ")
        yield Statement(
            text=" ".join(words.split()),
            links=tuple((found.group(1), found.group(2)) for found in LINK.finditer(raw)),
            markers=markers[position],
            covering=covering,
            kind=unit.kind,
            start=start,
            end=end,
        )


def _sentences(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    start = unit.start
    # The title of a linked page may hold what looks like the end of a sentence.
    masked = LINK.sub(lambda found: "x" * len(found.group()), text[: unit.end])
    for found in _SENTENCE_END.finditer(masked, unit.start, unit.end):
        yield start, found.end()
        start = found.end()
    if start < unit.end:
        yield start, unit.end


def _markers(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in MARKER.findall(text)))
