"""Read lines of text: labels, bold names, statements, reasons and links."""

from __future__ import annotations

import re

from knowledge.importing.inline import Line
from knowledge.importing.place import BOLD, ITALIC, LABEL, Place
from knowledge.importing.shapes import COLON, lead
from knowledge.importing.stating import state
from knowledge.importing.titles import clean_title, is_generic, without_period
from knowledge.importing.verdict import Kind, is_name, is_too_long, judge

_SENTENCE = re.compile(r"(?<=[.!?。])\s+")


class LineReader:
    """Reads the lines of paragraphs, and those of an item below its first."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def read_line(self, line: Line) -> None:
        """Read one line of a paragraph, or of an item below its first."""
        words = line.text.strip()
        if not words and not line.links:
            self.place.offer_links(line)
            return
        if not line.links:
            self._read_words(line, words)
        else:
            self._read_linked_line(line)
        self.place.previous = words if not line.links else ""

    def _read_words(self, line: Line, words: str) -> None:
        is_bold = bool(line.bold) and len(clean_title(words)) <= len(clean_title(line.bold)) + 2
        if self.place.topic and self.states(line, words):
            return
        is_title = is_name(words) or without_period(clean_title(words)).was_there
        if is_bold and (is_title or COLON.search(words)):
            self.place.pop(BOLD)
            self.place.enter(BOLD, words, line)
            return
        is_italic = bool(line.italic) and len(words) <= len(line.italic) + 12
        if is_italic and self.place.findings.is_known_topic(clean_title(line.italic)):
            self.place.pop(ITALIC)
            self.place.enter(ITALIC, line.italic, line)
            return
        if line.bold and self._is_described_topic(line, words):
            self.place.pop(BOLD)
            self.place.enter(BOLD, line.bold, line)
            words = words[len(line.bold) :].strip(" :：-–—")
        elif line.bold and judge(line.bold, is_label=True).kind is Kind.RESOURCES:
            named = words.partition(line.bold)[2].strip(" :：-–—")
            if named and not self.place.noise:
                self.place.findings.name_without_address(
                    clean_title(named), line.line, self.place.file
                )
                return
        elif COLON.search(words):
            self._read_label(words, line.line)
        self.note_prose(words)

    def _read_label(self, words: str, number: int) -> None:
        last = _SENTENCE.split(words)[-1]
        verdict = judge(last, is_label=True)
        if verdict.kind is Kind.TOPIC and not self.place.findings.is_known_topic(verdict.title):
            return
        self.place.pop(LABEL)
        if verdict.kind is Kind.TOPIC:
            topic = self.place.findings.topic(
                verdict.title, number, self.place.file, self.place.topic
            )
            self.place.push(LABEL, Kind.TOPIC, topic, verdict.title)
        else:
            self.place.push(LABEL, verdict.kind, None, clean_title(last))

    def _is_described_topic(self, line: Line, words: str) -> bool:
        """Tell whether a line is "**Name**: what it is", a topic among lines of text."""
        rest = words.partition(line.bold)[2]
        return (
            self.place.kind is not Kind.ABOUT
            and bool(re.match(r"^\s*[:：–—-]", rest) or line.bold.endswith(":"))
            and is_name(line.bold)
            and judge(line.bold, is_label=True).kind is Kind.TOPIC
        )

    def note_prose(self, words: str) -> None:
        """Take words that describe the topic around as its summary, or as its reasons."""
        topic = self.place.topic
        if topic is None or (len(words.split()) < 4 and len(words) < 20):
            return
        topic.prose_words += len(words.split())
        if self.place.kind is Kind.WHY:
            topic.why = f"{topic.why} {words}".strip() if len(topic.why) < 600 else topic.why
        elif self.place.kind is Kind.TOPIC and len(topic.summary) < 400 and not topic.resources:
            topic.summary = f"{topic.summary} {words}".strip()

    def states(self, line: Line, words: str) -> bool:
        """Read "Difficulty: hard" or "**Prerequisites**: SQL" as a statement about the topic."""
        name, colon, value = words.partition(":" if ":" in words else "：")
        if not colon or not value.strip() or len(name) > 40 or self.place.topic is None:
            return False
        return state(self.place.topic, name, value, line=line.line)

    def _read_linked_line(self, line: Line) -> None:
        before = lead(line)
        if before and COLON.search(line.text[: line.links[0].start] or ""):
            verdict = judge(before, is_label=True)
            if verdict.kind is Kind.NOISE:
                for link in line.links:
                    self.place.findings.leave_out(link, f"under “{verdict.title}”", self.place.file)
                return
        if self.place.is_topic_with_links(line, before):
            self.place.pop(BOLD)
            self.place.enter(BOLD, before, line)
        self.place.offer_links(line, fallback=self._fallback(line))

    def _fallback(self, line: Line) -> str:
        """Return what a bare address is called: the line above it, else its topic."""
        if not all(link.is_bare or is_generic(link.text) for link in line.links):
            return ""
        innermost = self.place.scopes[-1] if self.place.scopes else None
        topic = innermost.topic if innermost else None
        above = clean_title(self.place.previous)
        if above and not is_too_long(above):
            return above
        return topic.title if topic else ""
