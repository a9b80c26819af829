"""Keep where in a document we are: the sections, labels and items around, and their topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.importing.findings import Findings, FoundTopic
from knowledge.importing.inline import Line
from knowledge.importing.shapes import COLON, LEAD_END
from knowledge.importing.stating import state_title
from knowledge.importing.titles import (
    clean_title,
    is_generic,
    split_list_in_brackets,
    topic_title,
    without_period,
)
from knowledge.importing.verdict import (
    Kind,
    Verdict,
    is_list_of_contents,
    is_name,
    judge,
    topic_words,
)
from knowledge.importing.vocabulary import fold

# How deep a scope is: headings 10 to 60, then bold and italic lines, labels, list items.
BOLD, ITALIC, LABEL, ITEM = 70, 80, 90, 100
_HAS_NUMBER = re.compile(r"^\W*\d{1,2}[.)\ufe0f\u20e3]")


@dataclass(slots=True)
class Scope:
    """A heading, label or item with what stands below it."""

    level: int
    kind: Kind
    topic: FoundTopic | None
    title: str


class Place:
    """Where we are in one document; `title` is what it calls itself, for links out of topics."""

    def __init__(self, findings: Findings, file: str, title: str) -> None:
        self.findings = findings
        self.file = file
        self.title = title
        self.scopes: list[Scope] = []
        self.previous = ""  # the last line of plain words: the title of a bare address below it

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

    def pop(self, level: int) -> None:
        """End all scopes as deep as `level` or deeper."""
        while self.scopes and self.scopes[-1].level >= level:
            self.scopes.pop()

    def push(self, level: int, kind: Kind, topic: FoundTopic | None, title: str) -> None:
        """Begin a scope; without a topic of its own, links in it belong to the topic around."""
        self.scopes.append(Scope(level, kind, topic, title))

    def enter(self, level: int, text: str, line: Line, *, is_heading: bool = False) -> None:
        """Begin the scope of a heading, label or item, as a topic if its words name one."""
        verdict = self._judge(text, is_heading)
        if is_heading and verdict.kind is Kind.TOPIC and self.noise:
            verdict = self._judge_in_noise(verdict)
        if verdict.kind is not Kind.TOPIC:
            self.push(level, verdict.kind, None, verdict.title or clean_title(text))
            return
        title, names = split_list_in_brackets(verdict.title)
        topic = self.findings.topic(title, line.line, self.file, self.topic, is_heading=is_heading)
        topic.subtopics.extend(names)
        topic.is_ordered |= (
            bool(_HAS_NUMBER.match(text)) or without_period(clean_title(text)).was_there
        )
        state_title(topic, text)
        self.push(level, Kind.TOPIC, topic, title)

    def _judge_in_noise(self, verdict: Verdict) -> Verdict:
        """End a section about the repository where a heading below it names something to learn."""
        about = next(scope for scope in self.scopes if scope.kind is Kind.NOISE)
        if is_list_of_contents(about.title) or self.findings.is_of_the_field(verdict.title):
            self.scopes = [scope for scope in self.scopes if scope is not about]
            return verdict
        return Verdict(Kind.ABOUT, verdict.title)

    def _judge(self, text: str, is_heading: bool) -> Verdict:
        has_colon = bool(COLON.search(text))
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

    def is_topic_with_links(self, line: Line, lead: str) -> bool:
        """Tell whether a line is a topic followed by its links: "**pandas**: [A](…), [B](…)"."""
        if not lead or not is_name(lead) or len(lead.split()) > 8:
            return False
        if self.kind in (Kind.RESOURCES, Kind.ABOUT, Kind.NOISE, Kind.WHY):
            return False
        if judge(lead, is_label=True).kind is not Kind.TOPIC:
            return False
        before = line.text[: line.links[0].start]
        names_nothing = all(is_generic(link.text) or link.is_bare for link in line.links)
        is_apart = bool(LEAD_END.search(before)) or names_nothing
        is_bold = bool(line.bold) and fold(lead).startswith(fold(line.bold)[:20])
        if not is_apart:
            return False
        if self.findings.is_known_topic(topic_title(lead)) or without_period(lead).was_there:
            return True
        if names_nothing:
            return False
        return is_bold or (len(line.links) > 1 and len(lead.split()) <= 5)

    def offer_links(self, line: Line, fallback: str = "") -> None:
        """Take a line's links for the topic around; `fallback` is the title of nameless ones."""
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
