"""Turn the HTML inside a Markdown document into Markdown, remembering every line's origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

BREAK = "\x1e"
"""Stands for <br>: a new line inside a paragraph or a table cell."""

_NEW_LINE = "\x1f"  # a line that the document does not have
_AT_LINE = "\x1d"  # \x1d12\x1d at the beginning of a line: it stands on line 12 of the document
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:\s[^<>]*+)?)/?>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)""")
_HEADING = re.compile(r"(?is)<h([1-6])\b[^<>]*+>(.{0,2000}?)</h\1\s*>")
_TABLE_CELL = re.compile(r"(?is)<t[dh]\b[^<>]*+>(.*?)(?=</?t[dhr]\b|\Z)")
_SUMMARY = re.compile(r"(?is)<summary\b[^<>]*+>(.{0,2000}?)</summary\s*>")
_SPACE = re.compile(r"\s+")
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em"}
_BLOCK = {"p", "div", "details", "center", "ul", "ol", "section", "article", "dl", "dd", "dt"}


@dataclass(frozen=True)
class Flat:
    """A document without HTML: its lines and, for each, the line (from 1) it comes from."""

    lines: Sequence[str]
    origins: Sequence[int]


def flatten(text: str) -> Flat:
    """Return `text` with its headings, links, lists, tables and emphasis in Markdown's form."""
    if "<" not in text:
        lines = text.split("\n")
        return Flat(lines, range(1, len(lines) + 1))
    text = _without_comments(text)
    text = _tables(text)
    text = _HEADING.sub(_heading, text)
    text = _SUMMARY.sub(_summary, text)
    text = _Tags(text).replaced()
    return _numbered(text)


def _numbered(text: str) -> Flat:
    lines: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for part in line.split(_NEW_LINE):
            origin = number
            if part.startswith(_AT_LINE):
                _, stated, part = part.split(_AT_LINE, 2)
                origin = int(stated)
            lines.append(part)
            origins.append(origin)
    return Flat(lines, origins)


def _without_comments(text: str) -> str:
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        parts.append(text[position:start])
        parts.append("\n" * text.count("\n", start, end))
        position = end + 3
    parts.append(text[position:])
    return "".join(parts)


def _tables(text: str) -> str:
    parts, position = [], 0
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose lower case is longer would shift every place
        lowered = text
    while (start := lowered.find("<table", position)) >= 0:
        end = lowered.find("</table", start)
        if end < 0:
            break
        end += len("</table>")
        parts.append(text[position:start])
        parts.append(_table(text[start:end], text.count("\n", 0, start) + 1))
        parts.append("\n" * text.count("\n", start, end))
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _table(html: str, first_line: int) -> str:
    rows = []
    line = first_line
    for row in re.split(r"(?i)(?=<tr\b)", html):
        cells = [
            _SPACE.sub(" ", cell).replace("|", "\\|").strip() for cell in _TABLE_CELL.findall(row)
        ]
        if cells:
            rows.append(f"{_AT_LINE}{line}{_AT_LINE}| {' | '.join(cells)} |")
            if len(rows) == 1:
                rows.append(f"{_AT_LINE}{line}{_AT_LINE}|{'---|' * len(cells)}")
        line += row.count("\n")
    return _NEW_LINE * 2 + _NEW_LINE.join(rows) + _NEW_LINE * 2


def _heading(match: re.Match[str]) -> str:
    content = _SPACE.sub(" ", match.group(2)).strip()
    if _stands_in_table(match.string, match.start()):
        return content
    lines = "\n" * match.group(0).count("\n")
    return f"{_NEW_LINE}{_NEW_LINE}{'#' * int(match.group(1))} {content}{_NEW_LINE}{lines}"


def _summary(match: re.Match[str]) -> str:
    content = _SPACE.sub(" ", match.group(1).replace(_NEW_LINE, " ")).strip()
    if not content.startswith("#"):
        content = f"**{re.sub(r'</?(b|strong)>|[*]{2}', '', content)}**"
    lines = "\n" * match.group(0).count("\n")
    return f"{_NEW_LINE}{_NEW_LINE}{content}{_NEW_LINE}{_NEW_LINE}{lines}"


class _Tags:
    """Replaces tag by tag; a link's address is kept from <a> until </a>."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.addresses: list[str | None] = []

    def replaced(self) -> str:
        return _TAG.sub(self._replace, self.text)

    def _replace(self, match: re.Match[str]) -> str:
        closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        if name == "a":
            written = self._link(closing, attributes)
        elif name == "img":
            given = _attributes(attributes)
            written = f"![{given.get('alt', '')}](<{given.get('src', '')}>)"
        elif name in _BOLD:
            written = "**"
        elif name in _ITALIC:
            written = "*"
        else:
            written = self._block(match, closing, name)
        return written + "\n" * match.group(0).count("\n")

    def _link(self, closing: str, attributes: str) -> str:
        if closing:
            address = self.addresses.pop() if self.addresses else None
            return "" if address is None else f"](<{address}>)"
        address = _attributes(attributes).get("href")
        self.addresses.append(address)
        return "" if address is None else "["

    def _block(self, match: re.Match[str], closing: str, name: str) -> str:
        if name in ("br", "hr"):
            return BREAK
        inside_table = _stands_in_table(self.text, match.start())
        if name == "li" and not closing:
            return BREAK if inside_table else f"{_NEW_LINE}- "
        if name in _BLOCK:
            return " " if inside_table else _NEW_LINE * 2
        return ""


def _stands_in_table(text: str, position: int) -> bool:
    start = text.rfind("\n", max(0, position - 2000), position) + 1
    return "|" in text[start:position]


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): unescape(value.strip("\"'")).strip().replace("<", "%3C").replace(">", "%3E")
        for name, value in _ATTRIBUTE.findall(text)
    }
