"""Read a table: a topic a row, or a resource a row, whatever its columns are called."""

from __future__ import annotations

import re

from knowledge.importing.addresses import is_chapter
from knowledge.importing.blocks import Block
from knowledge.importing.findings import FoundTopic
from knowledge.importing.inline import Line
from knowledge.importing.place import Place
from knowledge.importing.stating import state
from knowledge.importing.titles import (
    clean_title,
    is_generic,
    link_words,
    split_list_in_brackets,
    topic_title,
)
from knowledge.importing.verdict import Kind, is_name, judge
from knowledge.importing.vocabulary import fold, vocabulary

_LINKING = ("resources", "title", "topic", "", "summary", "type", "provider", "cost", "order")


def read_table(block: Block, place: Place) -> None:
    """Take a table's topics and links; cells of people ("Author") are left out."""
    if not block.rows:
        return
    header, *rows = block.rows
    columns = [_column(cell) for cell in header]
    table = _Table(place, columns, [_text(cell) for cell in header])
    if "topic" not in columns and not _is_header(columns):
        table.guess(rows)
    for cell in header:  # tables of contents have links in the first row
        for line in cell:
            place.offer_links(line)
    for row in rows:
        table.read_row(row)


def _is_header(columns: list[str]) -> bool:
    return any(column in ("title", "resources") for column in columns)


class _Table:
    def __init__(self, place: Place, columns: list[str], names: list[str]) -> None:
        self.place = place
        self.columns = columns
        self.names = names

    def guess(self, rows: list[list[list[Line]]]) -> None:
        """Name the columns of a table whose header says nothing, by what is in them."""
        width = max((len(row) for row in rows), default=0)
        self.columns += [""] * (width - len(self.columns))
        self.names += [""] * (width - len(self.names))
        linked = [
            sum(
                bool(cell and any(line.links for line in cell))
                for row in rows
                for cell in row[i : i + 1]
            )
            for i in range(width)
        ]
        half = max(1, len(rows) // 2)
        if not any(count >= half for count in linked):
            return
        for position, count in enumerate(linked):
            if count >= half and self.columns[position] in ("", "type"):
                self.columns[position] = "resources"
        for position, column in enumerate(self.columns):
            named = sum(_is_topic_name(row[position]) for row in rows if len(row) > position)
            if column == "" and named >= half:
                is_material = self.place.kind is Kind.RESOURCES or self._links_say_nothing(rows)
                self.columns[position] = "title" if is_material else "topic"
                return

    def _links_say_nothing(self, rows: list[list[list[Line]]]) -> bool:
        links = [link for row in rows for cell in row for line in cell for link in line.links]
        return sum(is_generic(link.text) for link in links) * 2 > len(links)

    def read_row(self, row: list[list[Line]]) -> None:
        """Take one row: its topic, what the other cells state about it, its links."""
        cells = dict(zip(range(len(row)), row, strict=True))
        topic = self._topic(cells)
        name = self._name(cells)
        for position, cell in cells.items():
            column = self.columns[position] if position < len(self.columns) else ""
            if topic is not None and column not in _LINKING:
                self._state(topic, position, cell)
            for line in cell:
                self._take_links(line, column, topic, name)
        is_material = "title" in self.columns or self.place.kind is Kind.RESOURCES
        lines = [line for cell in row for line in cell]
        if topic is None and name and is_material and not any(line.links for line in lines):
            self.place.findings.name_without_address(name, lines[0].line, self.place.file)

    def _topic(self, cells: dict[int, list[Line]]) -> FoundTopic | None:
        position = self.columns.index("topic") if "topic" in self.columns else -1
        cell = cells.get(position) or self._chapter(cells)
        if not cell or (self.place.kind is Kind.NOISE):
            return None
        words = _text(cell)
        verdict = judge(words)
        if verdict.kind is not Kind.TOPIC and verdict.kind not in (Kind.RESOURCES, Kind.ABOUT):
            return None
        title, names = split_list_in_brackets(topic_title(words))
        if not title or not any(character.isalpha() for character in title):
            return None
        place = self.place
        topic = place.findings.topic(title, cell[0].line, place.file, place.topic)
        topic.subtopics.extend(names)
        topic.is_ordered |= "order" in self.columns
        return topic

    def _chapter(self, cells: dict[int, list[Line]]) -> list[Line] | None:
        """Return the cell that links a page of the same repository by the name of a topic."""
        if "topic" in self.columns or "title" in self.columns:
            return None
        for cell in cells.values():
            links = [link for line in cell for link in line.links]
            if len(links) == 1 and is_chapter(links[0].url) and not is_generic(links[0].text):
                return cell if self.place.findings.is_of_the_field(links[0].text) else None
        return None

    def _name(self, cells: dict[int, list[Line]]) -> str:
        for wanted in ("title", "topic"):
            if wanted in self.columns:
                return clean_title(_text(cells.get(self.columns.index(wanted), [])))
        first = cells.get(0, [])
        named = [link for line in first for link in line.links if not is_generic(link.text)]
        return link_words(named[0]) if named else clean_title(_text(first))

    def _state(self, topic: FoundTopic, position: int, cell: list[Line]) -> None:
        value = "\n".join(line.text for line in cell)
        if not value.strip():
            return
        name = self.names[position]
        if self.columns[position] in ("why", "summary"):
            value = " ".join(value.split())
        state(topic, name, value, line=cell[0].line)

    def _take_links(self, line: Line, column: str, topic: FoundTopic | None, name: str) -> None:
        place = self.place
        for image in line.images:
            place.findings.leave_out(image, "an image", place.file)
        for link in line.links:
            if column == "person":
                place.findings.leave_out(link, "names a person, not material", place.file)
                continue
            if place.noise:
                place.findings.leave_out(link, f"under “{place.noise}”", place.file)
                continue
            heading = " ".join(self.names)
            taken = place.findings.offer(
                link,
                line,
                topic,
                place.file,
                fallback=name,
                context=f"{place.context} / {heading}",
            )
            if taken is None:
                continue
            if column != "title" and "title" in self.columns and taken.line == link.line:
                taken.title = self._title_with(name, taken.title)
            taken.is_certification |= column == "certification"
            if topic is None and taken not in (around := place.topic_for_links()).resources:
                around.resources.append(taken)

    @staticmethod
    def _title_with(name: str, title: str) -> str:
        """Return a row's name, with the link's words where they add something."""
        if not name or fold(name) in fold(title):
            return title
        return name if is_generic(title) else f"{name} ({title})"


def _column(cell: list[Line]) -> str:
    words = fold(_text(cell))
    known = vocabulary().columns
    if words in known:
        return known[words]
    for part in re.split(r" (?:and|or|e|y|with|para|for|to) |\s*/\s*", words):
        if part in known:
            return known[part]
    found = [known[word] for word in words.split() if word in known]
    if "title" in found:
        return "title"
    return found[-1] if len(set(found)) == 1 else ""


def _text(cell: list[Line]) -> str:
    return " ".join(line.text.strip() for line in cell).strip()


def _is_topic_name(cell: list[Line]) -> bool:
    words = _text(cell)
    return bool(words) and is_name(words) and any(c.isalpha() for c in words)
