"""Walk through a document's blocks and decide what belongs to which topic."""

from __future__ import annotations

from knowledge.importing.blocks import Block
from knowledge.importing.findings import Findings
from knowledge.importing.items import ItemReader
from knowledge.importing.lines import LineReader
from knowledge.importing.place import ITEM, Place, Scope
from knowledge.importing.shapes import words_of_heading
from knowledge.importing.tables import read_table
from knowledge.importing.titles import clean_title
from knowledge.importing.verdict import Kind, starts_like_sentence


class Walker:
    """Reads one document; `title` is what it calls itself, for links outside of any topic."""

    def __init__(self, findings: Findings, file: str, title: str) -> None:
        self.place = Place(findings, file, title)
        self.lines = LineReader(self.place)
        self.items = ItemReader(self.place, self.lines)

    def read(self, block: Block, following: Block | None) -> None:
        """Read one block; the following one tells whether an item has items below it."""
        if block.kind == "heading":
            self._read_heading(block)
        elif block.kind == "table":
            self.place.pop(ITEM - 1)
            read_table(block, self.place)
        elif block.kind == "item":
            self.items.read_item(block, following)
        else:
            if block.level < 0:
                self.place.pop(ITEM - 1)
            self.place.previous = ""
            for line in block.lines:
                self.lines.read_line(line)

    def read_title(self, block: Block, has_headings: bool) -> None:
        """Read the document's own title; a list below it is about the document if others follow."""
        kind = Kind.ABOUT if has_headings else Kind.GROUP
        text = " ".join(line.text.strip() for line in block.lines)
        self.place.scopes = [Scope(0, kind, None, text)]
        for line in block.lines:
            self.place.offer_links(line)

    def _read_heading(self, block: Block) -> None:
        line = block.lines[0]
        text = " ".join(one.text.strip() for one in block.lines)
        self.place.pop(block.level * 10)
        words = words_of_heading(line) if len(block.lines) == 1 else text
        if starts_like_sentence(words):
            self.place.push(block.level * 10, Kind.ABOUT, None, clean_title(text))
        else:
            self.place.enter(block.level * 10, words or text, line, is_heading=True)
        for one in block.lines:
            self.place.offer_links(one, fallback=clean_title(words))
        self.place.previous = ""
