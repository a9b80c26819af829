"""Read list items: topics, resources, or topics with items below them."""

from __future__ import annotations

from knowledge.importing.addresses import is_chapter
from knowledge.importing.blocks import Block
from knowledge.importing.inline import Line
from knowledge.importing.lines import LineReader
from knowledge.importing.place import ITEM, Place
from knowledge.importing.shapes import heads, lead, name_and_description, with_address_below
from knowledge.importing.stating import state_title
from knowledge.importing.titles import (
    clean_title,
    is_generic,
    split_list_in_brackets,
    split_names,
    topic_title,
    without_period,
)
from knowledge.importing.verdict import Kind, is_name, judge

_LONGEST_TOPIC = 6  # words of a link that is itself a topic; longer ones are titles of material


class ItemReader:
    """Reads the items of lists; further lines of an item go to `lines`."""

    def __init__(self, place: Place, lines: LineReader) -> None:
        self.place = place
        self.lines = lines

    def read_item(self, block: Block, following: Block | None) -> None:
        """Read one item; the block after it tells whether there are items below it."""
        is_item = following is not None and following.kind == "item"
        has_children = is_item and following is not None and following.level > block.level
        is_heading_of_siblings = is_item and following is not None and heads(block, following)
        level = ITEM + 2 * block.level
        lines = with_address_below(block.lines)
        if not lines:
            return
        first, *rest = lines
        if is_heading_of_siblings:
            level -= 1
        self.place.pop(level)
        if first.links:
            self._read_linked_item(first, level)
        else:
            self._read_named_item(block, first, level, has_children or is_heading_of_siblings)
        for line in rest:
            self.lines.read_line(line)
        self.place.previous = ""

    def _read_linked_item(self, line: Line, level: int) -> None:
        before = lead(line)
        if self.place.is_topic_with_links(line, before):
            self.place.enter(level, before, line)
        elif not before and self._links_a_topic(line):
            self.place.enter(level, line.links[0].text, line)
        elif before and judge(before, is_label=True).kind is Kind.NOISE:
            self.place.push(level, Kind.NOISE, None, clean_title(before))
        self.place.offer_links(line, fallback=clean_title(before))

    def _links_a_topic(self, line: Line) -> bool:
        """Tell whether an item is one link called like a topic: a chapter, or one of "Topics"."""
        link = line.links[0]
        kind = self.place.kind
        if len(line.links) > 1 or not (kind is Kind.TOPICS or is_chapter(link.url)):
            return False
        if kind in (Kind.RESOURCES, Kind.ABOUT, Kind.NOISE, Kind.WHY):
            return False
        if is_generic(link.text) or not is_name(link.text):
            return False
        if judge(link.text).kind is not Kind.TOPIC:
            return False
        if kind is Kind.TOPICS:
            return len(link.text.split()) <= _LONGEST_TOPIC
        return not link.text[0].islower() and self.place.findings.is_of_the_field(link.text)

    def _read_named_item(self, block: Block, line: Line, level: int, has_children: bool) -> None:
        words = line.text.strip()
        if not words:
            self.place.offer_links(line)
            return
        if self.place.topic and self.lines.states(line, words):
            return
        kind = self.place.kind
        if has_children:
            if is_name(words) and kind not in (Kind.ABOUT, Kind.NOISE, Kind.WHY):
                self.place.enter(level, words, line)
            return
        if kind in (Kind.ABOUT, Kind.NOISE, Kind.WHY):
            return
        if kind is Kind.RESOURCES:
            self.place.findings.name_without_address(clean_title(words), line.line, self.place.file)
            return
        self._read_plain_item(block, line, words)

    def _read_plain_item(self, block: Block, line: Line, words: str) -> None:
        name, description = name_and_description(line, words)
        if not is_name(name):
            self.lines.note_prose(words)
            return
        verdict = judge(name)
        if verdict.kind is not Kind.TOPIC:
            self.lines.note_prose(words)
            return
        is_strong = (
            bool(line.bold) or block.is_task or self.place.kind in (Kind.TOPICS, Kind.GROUP, None)
        )
        if not is_strong and self.place.topic is not None:
            self.place.topic.candidates.append((words, line.line))
            return
        self._add_item_topic(name, description, line, block.is_numbered)

    def _add_item_topic(self, name: str, description: str, line: Line, is_numbered: bool) -> None:
        title, names = split_list_in_brackets(topic_title(name))
        topic = self.place.findings.topic(title, line.line, self.place.file, self.place.topic)
        topic.subtopics.extend(names)
        topic.is_ordered |= is_numbered or without_period(clean_title(name)).was_there
        state_title(topic, name)
        parts = description.split(",")
        if len(parts) >= 2 and all(len(part.split()) <= 6 for part in parts):
            topic.subtopics.extend(split_names(description))
        elif len(description.split()) >= 4:
            topic.summary = topic.summary or description
