"""Cut a document into headings, list items, lines of text and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from knowledge.importing.html import flatten
from knowledge.importing.inline import InlineReader, Line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_PART = 400  # lines parsed at once; markdown-it slows down with the number of living tokens
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_TIGHT_HEADING = re.compile(r"^( {0,3}#{1,6})(?=[^#\s!])")
_HASHTAGS = re.compile(r"^\s*#[\w-]+(\s+#[\w-]+)+\s*$")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]{1,100})\]:\s+<?(\S+?)>?(?:\s|$)")
_BULLET = re.compile(
    r"^(?P<indent>\s*)(?:[-*+•◦▪▫●○‣⁃➤➔→👉🔸🔹🔺▶✔✅☑]\ufe0f?|\d{1,3}[.)])\s+(?=\S)"
)
_TASK = re.compile(r"^\[([ xX✓✔])?\]\s*(?!\()")


@dataclass(slots=True)
class Block:
    """One piece of the document in reading order.

    `level` is a heading's 1 to 6, or how deep an item is nested, from 0; a table has `rows` of
    cells, each cell the lines in it, the header first.
    """

    kind: Literal["heading", "item", "text", "table"]
    level: int
    line: int
    lines: list[Line] = field(default_factory=list)
    rows: list[list[list[Line]]] = field(default_factory=list)
    is_task: bool = False
    is_numbered: bool = False


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown document; code and front matter are passed over."""
    flat = flatten(text)
    lines = _without_front_matter(flat.lines)
    references = {
        found.group(1).strip().lower(): found.group(2)
        for line in lines
        if "]:" in line and (found := _DEFINITION.match(line))
    }
    reader = _BlockReader(InlineReader(references))
    for start, part in _parts(lines):
        yield from reader.read(part, [*flat.origins[start : start + len(part)], flat.origins[-1]])


def _without_front_matter(lines: Sequence[str]) -> list[str]:
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:60], start=1):
            if line.strip() in ("---", "..."):
                return [""] * (number + 1) + list(lines[number + 1 :])
    return list(lines)


def _parts(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield pieces that begin at a heading, with the number of their first line from 0."""
    part: list[str] = []
    start, fence = 0, ""
    for number, line in enumerate(lines):
        if found := _FENCE.match(line):
            fence = "" if fence == found.group(1) else fence or found.group(1)
        if not fence:
            if line.lstrip().startswith("#") and not _HASHTAGS.match(line):
                line = _TIGHT_HEADING.sub(r"\1 ", line)
            if len(part) >= _PART and _HEADING.match(line):
                yield start, part
                part, start = [], number
        part.append(line)
    yield start, part


class _BlockReader:
    """Walks markdown-it's tokens and keeps how deep in lists they stand."""

    def __init__(self, inline: InlineReader) -> None:
        self.inline = inline
        self.markdown = _parser()

    def read(self, lines: list[str], origins: Sequence[int]) -> Iterator[Block]:
        depth = -1
        item: Block | None = None
        numbered: list[bool] = []
        tokens = iter(self.markdown.parse("\n".join(lines)))
        for token in tokens:
            line = origins[token.map[0]] if token.map else 1
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth += 1
                numbered.append(token.type == "ordered_list_open")
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
                numbered.pop()
            elif token.type == "list_item_open":
                item = Block("item", depth, line, is_numbered=numbered[-1])
            elif token.type == "heading_open":
                yield from self._heading(token, next(tokens), line)
            elif token.type == "table_open":
                yield self._table(tokens, depth, line, origins)
            elif token.type == "inline":
                yield from self._paragraph(token.content, line, depth, item)
                item = None

    def _heading(self, token: Token, content: Token, line: int) -> Iterator[Block]:
        lines = self.inline.read(content.content, line)
        # Text above a row of dashes is a heading to Markdown; people mean a rule below a paragraph.
        is_underlined = token.markup in ("-", "=")
        if is_underlined and (len(lines) != 1 or len(lines[0].text.split()) > 12):
            yield Block("text", -1, line, lines)
        elif lines:
            yield Block("heading", int(token.tag[1]), line, lines)

    def _table(
        self, tokens: Iterator[Token], depth: int, line: int, origins: Sequence[int]
    ) -> Block:
        rows: list[list[list[Line]]] = []
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
                line = origins[token.map[0]] if token.map else line
            elif token.type == "inline":
                rows[-1].append(self.inline.read(token.content, line))
        return Block("table", depth, line, rows=rows)

    def _paragraph(
        self, content: str, line: int, depth: int, item: Block | None
    ) -> Iterator[Block]:
        if item is not None:
            found = _TASK.match(content)
            item.is_task = found is not None
            own, *further = _cut_at_bullets(content[found.end() :] if found else content)
            item.lines = self.inline.read(own[1], line)
            yield item
        else:
            further = _cut_at_bullets(content)
        for bullet, words, passed in further:
            here = line + passed
            lines = self.inline.read(words, here)
            if bullet is None:
                yield Block("text", depth, here, lines)
            else:
                nested = depth + 1 + len(bullet.group("indent").expandtabs(4)) // 2
                yield Block("item", nested, here, lines, is_numbered=bullet.group()[-2] in ".)")


def _cut_at_bullets(content: str) -> list[tuple[re.Match[str] | None, str, int]]:
    """Split a paragraph before lines that begin like a list item but are none to Markdown."""
    pieces: list[tuple[re.Match[str] | None, list[str], int]] = [(None, [], 0)]
    for number, line in enumerate(content.split("\n")):
        found = _BULLET.match(line)
        if found and (number or not pieces[0][1]):
            pieces.append((found, [line[found.end() :]], number))
        else:
            pieces[-1][1].append(line)
    joined = [(found, "\n".join(lines), number) for found, lines, number in pieces]
    return joined if joined[0][1] or len(joined) == 1 else joined[1:]


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Words are read by InlineReader; HTML is gone; indented text is text, hardly ever code.
    parser = MarkdownIt("commonmark").enable("table")
    return parser.disable(["inline", "code", "html_block", "reference"])
