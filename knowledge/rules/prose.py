"""Check the sentences: people read them in answers, composed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.base import Kind, KnowledgeBase
from knowledge.errors import Problem
from knowledge.models import Topic

_MARKUP = re.compile(r"\]\(|\[\d+\]|https?://|\*\*|`|<[a-z/]")
_TODO = re.compile(r"\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b")
_BETWEEN_SENTENCES = re.compile(r"[.!?]\s")


def careless_sentences(base: KnowledgeBase) -> Iterator[Problem]:
    """Find sentences without an end, with markup, with gaps or with a reminder to write them."""
    for kind, identifier, field_name, text in _all_sentences(base):
        for message in _faults(text):
            yield base.problem(kind, identifier, field_name, message)


def long_or_short_texts(base: KnowledgeBase) -> Iterator[Problem]:
    """Find summaries and reasons that are not two to five sentences long."""
    for topic in base.topics.values():
        for field_name, text in (("summary", topic.summary), ("why", topic.why)):
            count = len(_BETWEEN_SENTENCES.findall(text)) + 1
            if not 2 <= count <= 5:
                message = f"has {count} sentences; write two to four"
                yield base.problem("topic", topic.id, field_name, message)


def outcomes_that_promise_nothing(base: KnowledgeBase) -> Iterator[Problem]:
    """Find outcomes that do not say what the learner can do."""
    for topic in base.topics.values():
        for position, outcome in enumerate(topic.outcomes):
            if not outcome.startswith("You can "):
                message = f"begin the outcome with `You can`, not `{outcome[:20]}…`"
                yield base.problem("topic", topic.id, f"outcomes.{position}", message)


def _all_sentences(base: KnowledgeBase) -> Iterator[tuple[Kind, str, str, str]]:
    for topic in base.topics.values():
        for field_name, text in _sentences(topic):
            yield "topic", topic.id, field_name, text
    for role in base.roles.values():
        yield "role", role.id, "work", role.work
        yield "role", role.id, "employers", role.employers
    for guide in base.guides.values():
        yield "guide", guide.id, "verdict", guide.verdict
        yield "guide", guide.id, "differs", guide.differs


def _sentences(topic: Topic) -> Iterator[tuple[str, str]]:
    yield "summary", topic.summary
    yield "why", topic.why
    yield "hours.basis", topic.hours.basis
    for name, texts in (("outcomes", topic.outcomes), ("mistakes", topic.mistakes)):
        for position, text in enumerate(texts):
            yield f"{name}.{position}", text
    for position, edge in enumerate(topic.prerequisites):
        yield f"prerequisites.{position}.reason", edge.reason
    for position, project in enumerate(topic.projects):
        for part in ("brief", "deliverable", "done_when"):
            yield f"projects.{position}.{part}", getattr(project, part)
    for position, certification in enumerate(topic.certifications):
        yield f"certifications.{position}.note", certification.note


def _faults(text: str) -> Iterator[str]:
    if text[-1] not in ".!?":
        yield f"the sentence has no end (`…{text[-30:]}`); close it with a full stop"
    if found := _MARKUP.search(text):
        yield f"plain text only, but it has `{found.group()}`; name a resource by its id instead"
    if "  " in text:
        yield "two spaces in a row; keep one"
    if found := _TODO.search(text):
        yield f"`{found.group()}` is a reminder, not content; write it or remove it"
