"""Walk through a document's blocks and decide what belongs to which topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.amounts import without_effort
from knowledge.importing.blocks import Block
from knowledge.importing.findings import Findings, FoundTopic
from knowledge.importing.inline import Line
from knowledge.importing.stating import state
from knowledge.importing.tables import read_table
from knowledge.importing.titles import (
    clean_title,
    is_generic,
    split_list_in_brackets,
    split_names,
    topic_title,
    without_period,
)
from knowledge.importing.verdict import (
    Kind,
    Verdict,
    is_list_of_contents,
    is_name,
    judge,
    starts_like_sentence,
    topic_words,
)
from knowledge.importing.vocabulary import fold

# How deep a scope is: headings 10 to 60, then bold lines, labels with a colon, list items.
_BOLD, _ITALIC, _LABEL, _ITEM = 70, 80, 90, 100
_COLON = re.compile(r"[:：]\W*$")
_LEAD_END = re.compile(r"\s*(?:[:：|→➔>]|\s[-–—]|[-–—]\s)\W*$")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")
_HAS_NUMBER = re.compile(r"^\W*\d{1,2}[.)\ufe0f\u20e3]")


@dataclass(slots=True)
class Scope:
    """A heading, label or item with what stands below it."""

    level: int
    kind: Kind
    topic: FoundTopic | None
    title: str


class Walker:
    """Reads one document; `title` is what it calls itself, for links outside of any topic."""

    def __init__(self, findings: Findings, file: str, title: str) -> None:
        self.findings = findings
        self.file = file
        self.title = title
        self.scopes: list[Scope] = []
        self.previous = ""  # the last line of plain words: the title of a bare address below it

    def read(self, block: Block, following: Block | None) -> None:
        """Read one block; the following one tells whether an item has items below it."""
        if block.kind == "heading":
            self._read_heading(block)
        elif block.kind == "table":
            self._pop(_ITEM - 1)
            read_table(block, self)
        elif block.kind == "item":
            self._read_item(block, following)
        else:
            if block.level < 0:
                self._pop(_ITEM - 1)
            for line in block.lines:
                self._read_line(line)

    # What is around

    @property
    def topic(self) -> FoundTopic | None:
        """Return the topic to which links here belong."""
        return next((scope.topic for scope in reversed(self.scopes) if scope.topic), None)

    @property
    def kind(self) -> Kind | None:
        """Return what the innermost scope is, None at the top of a document."""
        return self.scopes[-1].kind if self.scopes else None

    @property
    def noise(self) -> str:
        """Return the title of the section about people and repository that we are in, or ""."""
        return next((scope.title for scope in self.scopes if scope.kind is Kind.NOISE), "")

    @property
    def context(self) -> str:
        """Return the titles around, for words such as "free" or "advanced"."""
        return " / ".join(scope.title for scope in self.scopes if scope.level)

    def topic_for_links(self) -> FoundTopic:
        """Return the topic around, or one for the document itself."""
        return self.topic or self.findings.topic(
            clean_title(self.title) or self.title, 1, self.file, None, is_heading=True
        )

    def _pop(self, level: int) -> None:
        while self.scopes and self.scopes[-1].level >= level:
            self.scopes.pop()

    def _push(self, level: int, kind: Kind, topic: FoundTopic | None, title: str) -> None:
        self.scopes.append(Scope(level, kind, topic, title))

    # Headings and labels

    def _read_heading(self, block: Block) -> None:
        line = block.lines[0]
        text = " ".join(one.text.strip() for one in block.lines)
        self._pop(block.level * 10)
        words = _words(line) if len(block.lines) == 1 else text
        if starts_like_sentence(words):
            self._push(block.level * 10, Kind.ABOUT, None, clean_title(text))
        else:
            self._enter(block.level * 10, words or text, line, is_heading=True)
        for one in block.lines:
            self._offer_links(one, fallback=clean_title(words))
        self.previous = ""

    def _enter(self, level: int, text: str, line: Line, *, is_heading: bool = False) -> None:
        verdict = self._judge(text, is_heading)
        if is_heading and verdict.kind is Kind.TOPIC and self.noise:
            self._leave_noise(verdict.title)
        if verdict.kind is not Kind.TOPIC:
            self._push(level, verdict.kind, None, verdict.title or clean_title(text))
            return
        title, names = split_list_in_brackets(verdict.title)
        topic = self.findings.topic(title, line.line, self.file, self.topic, is_heading=is_heading)
        topic.subtopics.extend(names)
        topic.is_ordered |= (
            bool(_HAS_NUMBER.match(text)) or without_period(clean_title(text)).was_there
        )
        _state_title(topic, text)
        self._push(level, Kind.TOPIC, topic, title)

    def _leave_noise(self, title: str) -> None:
        """End a section about the repository where a heading below it names something to learn."""
        about = next(scope for scope in self.scopes if scope.kind is Kind.NOISE)
        if is_list_of_contents(about.title) or self.findings.is_of_the_field(title):
            self.scopes = [scope for scope in self.scopes if scope is not about]

    def _judge(self, text: str, is_heading: bool) -> Verdict:
        has_colon = bool(_COLON.search(text))
        verdict = judge(text, is_label=has_colon and (not is_heading or self.topic is not None))
        if verdict.kind is Kind.RESOURCES and self.findings.is_known_topic(clean_title(text)):
            return Verdict(Kind.TOPIC, topic_title(text))
        if verdict.kind is Kind.RESOURCES and has_colon and is_heading and topic_words(text):
            verdict = judge(text)
        if verdict.kind is Kind.TOPIC and self.topic is not None:
            if has_colon and is_heading and topic_words(text) <= topic_words(self.topic.title):
                return Verdict(Kind.GROUP, verdict.title)
            around = topic_words(" ".join(scope.title for scope in self.scopes))
            shortened = verdict.title != topic_title(text)
            if shortened and topic_words(verdict.title) <= around:
                return Verdict(Kind.RESOURCES, verdict.title)
        return verdict

    # Lines of text

    def _read_line(self, line: Line) -> None:
        words = line.text.strip()
        if not words and not line.links:
            self._offer_links(line)
            return
        if not line.links:
            self._read_words(line, words)
        else:
            self._read_linked_line(line)
        self.previous = words if not line.links else ""

    def _read_words(self, line: Line, words: str) -> None:
        is_bold = bool(line.bold) and len(clean_title(words)) <= len(clean_title(line.bold)) + 2
        if self.topic and self._states(line, words):
            return
        if is_bold and (is_name(words) or _COLON.search(words)):
            self._pop(_BOLD)
            self._enter(_BOLD, words, line)
            return
        if line.italic and self.findings.is_known_topic(clean_title(line.italic)):
            if len(words) <= len(line.italic) + 12:
                self._pop(_ITALIC)
                self._enter(_ITALIC, line.italic, line)
                return
        if line.bold and self._is_described_topic(line, words):
            self._pop(_BOLD)
            self._enter(_BOLD, line.bold, line)
            words = words[len(line.bold) :].strip(" :：-–—")
        elif line.bold and judge(line.bold, is_label=True).kind is Kind.RESOURCES:
            named = words.partition(line.bold)[2].strip(" :：-–—")
            if named and not self.noise:
                self.findings.name_without_address(clean_title(named), line.line, self.file)
                return
        elif _COLON.search(words):
            self._read_label(words)
        self._note_prose(words)

    def _read_label(self, words: str) -> None:
        last = _SENTENCE.split(words)[-1]
        verdict = judge(last, is_label=True)
        if verdict.kind is Kind.TOPIC and not self.findings.is_known_topic(verdict.title):
            return
        self._pop(_LABEL)
        if verdict.kind is Kind.TOPIC:
            topic = self.findings.topic(verdict.title, 0, self.file, self.topic)
            self._push(_LABEL, Kind.TOPIC, topic, verdict.title)
        else:
            self._push(_LABEL, verdict.kind, None, clean_title(last))

    def _is_described_topic(self, line: Line, words: str) -> bool:
        """Tell whether a line is "**Name**: what it is", a topic among lines of text."""
        rest = words.partition(line.bold)[2]
        return (
            self.kind is not Kind.ABOUT
            and bool(re.match(r"^\s*[:：–—-]", rest) or line.bold.endswith(":"))
            and is_name(line.bold)
            and judge(line.bold, is_label=True).kind is Kind.TOPIC
        )

    def _note_prose(self, words: str) -> None:
        topic = self.topic
        if topic is None or (len(words.split()) < 4 and len(words) < 20):
            return
        topic.prose_words += len(words.split())
        if self.kind is Kind.WHY:
            topic.why = f"{topic.why} {words}".strip() if len(topic.why) < 600 else topic.why
        elif self.kind is Kind.TOPIC and len(topic.summary) < 400 and not topic.resources:
            topic.summary = f"{topic.summary} {words}".strip()

    def _states(self, line: Line, words: str) -> bool:
        """Read "Difficulty: hard" or "**Prerequisites**: SQL" as a statement about the topic."""
        name, colon, value = words.partition(":" if ":" in words else "：")
        if not colon or not value.strip() or len(name) > 40 or self.topic is None:
            return False
        return state(self.topic, name, value, line=line.line)

    def _read_linked_line(self, line: Line) -> None:
        lead = _lead(line)
        if lead and _COLON.search(line.text[: line.links[0].start] or ""):
            verdict = judge(lead, is_label=True)
            if verdict.kind is Kind.NOISE:
                for link in line.links:
                    self.findings.leave_out(link, f"under “{verdict.title}”", self.file)
                return
        if self._is_topic_with_links(line, lead):
            self._pop(_BOLD)
            self._enter(_BOLD, lead, line)
        self._offer_links(line, fallback=self._fallback(line))

    def _fallback(self, line: Line) -> str:
        """Return what a bare address is called: the line above it, else its topic."""
        if not all(link.is_bare or is_generic(link.text) for link in line.links):
            return ""
        innermost = self.scopes[-1] if self.scopes else None
        topic = innermost.topic if innermost else None
        return clean_title(self.previous) or (topic.title if topic else "")

    # List items

    def _read_item(self, block: Block, following: Block | None) -> None:
        is_item = following is not None and following.kind == "item"
        has_children = is_item and following is not None and following.level > block.level
        is_heading_of_siblings = is_item and following is not None and _heads(block, following)
        level = _ITEM + 2 * block.level
        lines = _with_address_below(block.lines)
        if not lines:
            return
        first, *rest = lines
        if is_heading_of_siblings:
            level -= 1
        self._pop(level)
        if first.links:
            self._read_linked_item(first, level)
        else:
            self._read_named_item(block, first, level, has_children or is_heading_of_siblings)
        for line in rest:
            self._read_line(line)
        self.previous = ""

    def _read_linked_item(self, line: Line, level: int) -> None:
        lead = _lead(line)
        if self._is_topic_with_links(line, lead):
            self._enter(level, lead, line)
        elif lead and judge(lead, is_label=True).kind is Kind.NOISE:
            self._push(level, Kind.NOISE, None, clean_title(lead))
        self._offer_links(line, fallback=clean_title(lead))

    def _read_named_item(self, block: Block, line: Line, level: int, has_children: bool) -> None:
        words = line.text.strip()
        if not words:
            self._offer_links(line)
            return
        if self.topic and self._states(line, words):
            return
        kind = self.kind
        if has_children:
            if is_name(words) and kind not in (Kind.ABOUT, Kind.NOISE, Kind.WHY):
                self._enter(level, words, line)
            return
        if kind in (Kind.ABOUT, Kind.NOISE, Kind.WHY):
            return
        if kind is Kind.RESOURCES:
            self.findings.name_without_address(clean_title(words), line.line, self.file)
            return
        self._read_plain_item(block, line, words)

    def _read_plain_item(self, block: Block, line: Line, words: str) -> None:
        name, description = _name_and_description(line, words)
        if not is_name(name):
            self._note_prose(words)
            return
        verdict = judge(name)
        if verdict.kind is not Kind.TOPIC:
            self._note_prose(words)
            return
        is_strong = bool(line.bold) or block.is_task or self.kind in (Kind.TOPICS, Kind.GROUP, None)
        if not is_strong and self.topic is not None:
            self.topic.candidates.append((words, line.line))
            return
        self._add_item_topic(name, description, line, block.is_numbered)

    def _add_item_topic(self, name: str, description: str, line: Line, is_numbered: bool) -> None:
        title, names = split_list_in_brackets(topic_title(name))
        topic = self.findings.topic(title, line.line, self.file, self.topic)
        topic.subtopics.extend(names)
        topic.is_ordered |= is_numbered or without_period(clean_title(name)).was_there
        _state_title(topic, name)
        parts = description.split(",")
        if len(parts) >= 2 and all(len(part.split()) <= 6 for part in parts):
            topic.subtopics.extend(split_names(description))
        elif len(description.split()) >= 4:
            topic.summary = topic.summary or description

    # Links

    def _is_topic_with_links(self, line: Line, lead: str) -> bool:
        """Tell whether a line is a topic followed by its links: "**pandas**: [A](…), [B](…)"."""
        if not lead or not is_name(lead) or len(lead.split()) > 8:
            return False
        if self.kind in (Kind.RESOURCES, Kind.ABOUT, Kind.NOISE, Kind.WHY):
            return False
        if judge(lead, is_label=True).kind is not Kind.TOPIC:
            return False
        before = line.text[: line.links[0].start]
        names_nothing = all(is_generic(link.text) or link.is_bare for link in line.links)
        is_apart = bool(_LEAD_END.search(before)) or names_nothing
        is_bold = bool(line.bold) and fold(lead).startswith(fold(line.bold)[:20])
        if not is_apart:
            return False
        if self.findings.is_known_topic(topic_title(lead)) or without_period(lead).was_there:
            return True
        if names_nothing:
            return False
        return is_bold or (len(line.links) > 1 and len(lead.split()) <= 5)

    def offer_links(self, block: Block) -> None:
        """Take the links of a heading that is no topic."""
        for line in block.lines:
            self._offer_links(line)

    def _offer_links(self, line: Line, fallback: str = "") -> None:
        noise = self.noise
        for link in line.links:
            if noise:
                self.findings.leave_out(link, f"under “{noise}”", self.file)
            else:
                taken = self.findings.offer(
                    link, line, None, self.file, fallback=fallback, context=self.context
                )
                if taken is not None:
                    topic = self.topic_for_links()
                    if taken not in topic.resources:
                        topic.resources.append(taken)
        for image in line.images:
            self.findings.leave_out(image, "an image", self.file)


def _state_title(topic: FoundTopic, title: str) -> None:
    """Take the time and the stars that stand at a title's end: "Python ⭐⭐ - 1 Month"."""
    if without_effort(clean_title(title)) != clean_title(title):
        state(topic, "hours", title, needs_unit=True)
    if "⭐" in title or "★" in title:
        state(topic, "difficulty", title)


def _heads(block: Block, following: Block) -> bool:
    """Tell whether a bold item without links stands above linked ones that should be nested."""
    first, after = block.lines[:1], following.lines[:1]
    if not first or not after or block.level != following.level:
        return False
    is_bold = bool(first[0].bold) and len(first[0].text.strip()) <= len(first[0].bold) + 2
    return is_bold and not first[0].links and bool(after[0].links) and not after[0].bold


def _with_address_below(lines: list[Line]) -> list[Line]:
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


def _lead(line: Line) -> str:
    """Return the words before a line's first link."""
    return line.text[: line.links[0].start].strip(" :：|-–—→>*") if line.links else ""


def _words(line: Line) -> str:
    """Return a heading's words without links that name nothing, such as a badge's."""
    if all(is_generic(link.text) for link in line.links):
        return line.without_links().strip() or line.text.strip()
    return line.text.strip()


def _name_and_description(line: Line, words: str) -> tuple[str, str]:
    """Split "**Name**: what it is" or "Name: a, b, c"; the description may be empty."""
    if line.bold and len(line.bold) < len(words):
        rest = words.partition(line.bold)[2]
        if re.match(r"^\s*[:：–—-]", rest) or line.bold.rstrip().endswith((":", "：")):
            return line.bold, rest.strip(" :：-–—")
        return words, ""
    found = re.match(r"^([^:：]{2,60}?)\s*(?:[:：]\s+|[:：](?=[^\W\d])|\s[–—-]\s)(.+)$", words)
    return (found.group(1), found.group(2)) if found else (words, "")
