"""Report what an import took, what it linked and what it left out, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.importing.findings import LeftOut


@dataclass(frozen=True)
class ImportedTopic:
    """A topic of the document. Two that name the same thing have the same id."""

    id: str
    title: str
    line: int
    file: str
    resources: tuple[str, ...]


@dataclass(frozen=True)
class ImportedResource:
    """A link that was taken, its address as the document writes it."""

    id: str
    title: str
    url: str
    line: int
    file: str


@dataclass(frozen=True)
class TopicLink:
    """Words of the document that mean a topic, and how surely, from 0 to 1."""

    words: str
    line: int
    topic: str
    confidence: float
    is_dependency: bool


@dataclass(frozen=True)
class ImportReport:
    """The outcome of an import; `str()` gives it in words, `to_json` in the published form."""

    out: Path
    topics: tuple[ImportedTopic, ...]
    resources: tuple[ImportedResource, ...]
    left_out: tuple[LeftOut, ...]
    links: tuple[TopicLink, ...]
    files: tuple[str, ...]
    written: tuple[str, ...]
    kept_edits: tuple[str, ...]
    is_dry_run: bool

    def to_json(self) -> dict[str, Any]:
        """Return what `roadmap import --json` prints; lines count from 1."""
        several = len(self.files) > 1
        return {
            "topics": [
                {
                    "id": topic.id,
                    "title": topic.title,
                    "line": topic.line,
                    "resources": list(topic.resources),
                }
                for topic in self.topics
            ],
            "resources": [
                {
                    "id": resource.id,
                    "title": resource.title,
                    "url": resource.url,
                    "line": resource.line,
                }
                for resource in self.resources
            ],
            "left_out": [
                {
                    "line": one.line,
                    "text": one.text,
                    "url": one.url,
                    "reason": f"{one.reason} ({one.file})" if several else one.reason,
                }
                for one in self.left_out
            ],
        }

    def __str__(self) -> str:
        known = sorted({link.topic for link in self.links if not link.is_dependency})
        lines = [
            f"Taken: {len(self.topics)} topics ({len(known)} of them linked to ours) and "
            f"{len(self.resources)} resources from {len(self.files)} file(s)."
        ]
        lines.extend(self._links_in_words())
        if self.left_out:
            lines.append(f"Left out: {len(self.left_out)}.")
            reasons = Counter(one.reason for one in self.left_out)
            for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
                lines.append(f"  {count} x {reason}:")
                lines.extend(
                    f"    {one.file}:{one.line}: {one.text or one.url}"
                    + (f" <{one.url}>" if one.text and one.url else "")
                    for one in self.left_out
                    if one.reason == reason
                )
        lines.extend(f"Kept your edit: {edit}" for edit in self.kept_edits)
        lines.append(self._outcome())
        return "\n".join(lines)

    def _links_in_words(self) -> list[str]:
        unsure = [link for link in self.links if link.confidence < 1 or link.is_dependency]
        return [
            f"  line {link.line}: {'prerequisite ' if link.is_dependency else ''}“{link.words}” "
            f"is {link.topic} ({link.confidence:.0%} sure)"
            for link in unsure
        ]

    def _outcome(self) -> str:
        if self.is_dry_run:
            return "Nothing was written (dry run)."
        if not self.written:
            return f"{self.out} is up to date already."
        return (
            f"Written to {self.out}: {', '.join(self.written)}. "
            f"See what is still to fill in: roadmap check {self.out} --draft"
        )
