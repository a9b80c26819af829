"""Add prerequisites: what the document names, and the order in which it numbers its topics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from knowledge.base import KnowledgeBase
from knowledge.importing.findings import Findings, FoundTopic, LeftOut
from knowledge.importing.known import KnownTopics, Match, spellings
from knowledge.importing.report import TopicLink
from knowledge.importing.topic_records import stub_record

if TYPE_CHECKING:
    from knowledge.importing.records import Records


class Edges:
    """Adds edges to the records so that the graph never gets a cycle."""

    def __init__(
        self,
        records: Records,
        findings: Findings,
        base: KnowledgeBase,
        known: KnownTopics,
        topic_ids: dict[int, str],
        our_resources: Callable[[str], list[str]],
    ) -> None:
        self.records = records
        self.findings = findings
        self.base = base
        self.known = known
        self.topic_ids = topic_ids
        self.our_resources = our_resources
        self.before: dict[str, set[str]] = {}
        self.own: dict[str, str] = {}
        for topic in findings.topics:
            for name, _ in spellings(topic.title):
                self.own.setdefault(name, topic_ids[id(topic)])

    def add(self) -> None:
        """Add all edges; what cannot be resolved or would close a circle is reported."""
        for topic in self.findings.topics:
            for words, line in topic.dependencies:
                self._add_dependency(topic, words, line)
        self._add_order()

    def _add_dependency(self, topic: FoundTopic, words: str, line: int) -> None:
        identifier = self.topic_ids[id(topic)]
        match = self._resolve(words)
        if match is None:
            reason = "a prerequisite that names no topic of the document or of ours"
            self.findings.left_out.append(LeftOut(line, words, "", reason, topic.file))
            return
        self.records.links.append(TopicLink(words, line, match.topic, match.confidence, True))
        if match.topic == identifier:
            return
        if self._leads_to(identifier, match.topic):
            reason = f"a prerequisite that would close a circle with {match.topic}"
            self.findings.left_out.append(LeftOut(line, words, "", reason, topic.file))
            return
        reason = f"The imported document names “{words}” as needed first ({topic.file}:{line})."
        self._add(identifier, match.topic, "required", reason)

    def _resolve(self, words: str) -> Match | None:
        for name, confidence in spellings(words):
            if name in self.own:
                return Match(self.own[name], confidence)
        return self.known.find_also_within(words)

    def _add_order(self) -> None:
        """Let each numbered topic follow the one before it: helpful, since no more is stated."""
        latest: dict[int, FoundTopic] = {}
        for topic in self.findings.topics:
            if not topic.is_ordered:
                continue
            place = id(topic.parent)
            earlier = latest.get(place)
            latest[place] = topic
            if earlier is None or earlier.file != topic.file:
                continue
            first, second = self.topic_ids[id(earlier)], self.topic_ids[id(topic)]
            if first != second and not self._leads_to(second, first):
                reason = f"The imported document places it before ({topic.file}:{topic.line})."
                self._add(second, first, "helpful", reason)

    def _leads_to(self, start: str, goal: str) -> bool:
        """Tell whether `goal` already needs `start`."""
        seen, stack = set(), [goal]
        while stack:
            current = stack.pop()
            if current == start:
                return True
            if current not in seen:
                seen.add(current)
                stack.extend(self.before.get(current, ()))
        return False

    def _add(self, topic: str, prerequisite: str, strength: str, reason: str) -> None:
        known = self.before.setdefault(topic, set())
        if prerequisite in known:
            return
        known.add(prerequisite)
        if prerequisite not in self.records.topics:
            ours = self.base.topics[prerequisite]
            area = next(iter(self.records.areas))
            resources = self.our_resources(prerequisite)
            source = f"our topic {prerequisite}"
            self.records.topics[prerequisite] = stub_record(ours, area, resources, source)
        edge: dict[str, Any] = {"topic": prerequisite, "strength": strength, "reason": reason}
        self.records.topics[topic]["prerequisites"].append(edge)
