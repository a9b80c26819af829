"""Tell what shape a line or an item has: a name, a name with links, a name with a description."""

from __future__ import annotations

import re

from knowledge.importing.blocks import Block
from knowledge.importing.inline import Line
from knowledge.importing.titles import is_generic

COLON = re.compile(r"[:：]\W*$")
LEAD_END = re.compile(r"\s*(?:[:：|→➔>]|\s[-–—]|[-–—]\s)\W*$")
_DESCRIBED = re.compile(r"^([^:：]{2,60}?)\s*(?:[:：]\s+|[:：](?=[^\W\d])|\s[–—-]\s)(.+)$")


def heads(block: Block, following: Block) -> bool:
    """Tell whether a bold item without links stands above linked ones that should be nested."""
    first, after = block.lines[:1], following.lines[:1]
    if not first or not after or block.level != following.level:
        return False
    is_bold = bool(first[0].bold) and len(first[0].text.strip()) <= len(first[0].bold) + 2
    return is_bold and not first[0].links and bool(after[0].links) and not after[0].bold


def with_address_below(lines: list[Line]) -> list[Line]:
    """Join a name and the bare address on the line below it."""
    if len(lines) < 2 or lines[0].links or not lines[1].links:
        return lines
    if not all(link.is_bare for link in lines[1].links) or lines[1].without_links().strip():
        return lines
    first, second = lines[:2]
    shift = len(first.text) + 1
    for link in second.links:
        link.start, link.end = link.start + shift, link.end + shift
    joined = Line(f"{first.text} {second.text}", first.line, second.links, second.images)
    joined.bold = first.bold
    return [joined, *lines[2:]]


def lead(line: Line) -> str:
    """Return the words before a line's first link."""
    return line.text[: line.links[0].start].strip(" :：|-–—→>*") if line.links else ""


def words_of_heading(line: Line) -> str:
    """Return a heading's words without links that name nothing, such as a badge's."""
    if all(is_generic(link.text) for link in line.links):
        return line.without_links().strip() or line.text.strip()
    return line.text.strip()


def name_and_description(line: Line, words: str) -> tuple[str, str]:
    """Split "**Name**: what it is" or "Name: a, b, c"; the description may be empty."""
    if line.bold and len(line.bold) < len(words):
        rest = words.partition(line.bold)[2]
        if re.match(r"^\s*[:：–—-]", rest) or line.bold.rstrip().endswith((":", "：")):
            return line.bold, rest.strip(" :：-–—")
        return words, ""
    found = _DESCRIBED.match(words)
    return (found.group(1), found.group(2)) if found else (words, "")
