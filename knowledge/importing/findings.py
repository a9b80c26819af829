"""Collect what is found in documents: topics, resources, and what is left out and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from knowledge.importing.addresses import judge_address, normalise_address
from knowledge.importing.amounts import Effort
from knowledge.importing.inline import Line, Link
from knowledge.importing.titles import link_words, marked_type, resource_title
from knowledge.importing.vocabulary import fold, starts_with, vocabulary


@dataclass(slots=True, eq=False)
class FoundResource:
    """A link that is kept. `context` is the words around it: headings, labels, its own line."""

    title: str
    url: str
    line: int
    file: str
    context: str
    marked: str = ""
    is_certification: bool = False


@dataclass(slots=True, eq=False)
class FoundTopic:
    """A topic as the document states it; what it does not state is empty."""

    title: str
    line: int
    file: str
    parent: FoundTopic | None = None
    is_heading: bool = False
    is_ordered: bool = False
    resources: list[FoundResource] = field(default_factory=list)
    subtopics: list[str] = field(default_factory=list)
    candidates: list[tuple[str, int]] = field(default_factory=list)
    dependencies: list[tuple[str, int]] = field(default_factory=list)
    certifications: list[tuple[str, str]] = field(default_factory=list)
    summary: str = ""
    why: str = ""
    difficulty: int | None = None
    level: str | None = None
    effort: Effort | None = None
    prose_words: int = 0
    has_children: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken: where it stands, its words, its address and the reason."""

    line: int
    text: str
    url: str
    reason: str
    file: str


@dataclass
class Findings:
    """Everything found in all documents of one import; resources are unique by address."""

    base_url: str | None
    is_known_topic: Callable[[str], bool]
    is_of_the_field: Callable[[str], bool]
    topics: list[FoundTopic] = field(default_factory=list)
    resources: dict[str, FoundResource] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)

    def leave_out(self, link: Link, reason: str, file: str) -> None:
        """Note that a link was not taken."""
        self.addresses.add(link.url)
        if not link.url and not link.text:
            return
        own = (
            "" if reason == "an image" else judge_address(link.url, link.text, self.base_url).reason
        )
        self.left_out.append(LeftOut(link.line, link_words(link), link.url, own or reason, file))

    def offer(
        self,
        link: Link,
        line: Line,
        topic: FoundTopic | None,
        file: str,
        *,
        fallback: str,
        context: str,
    ) -> FoundResource | None:
        """Take a link as a resource of `topic`, or note why not; return the resource taken."""
        self.addresses.add(link.url)
        title = resource_title(link, line, fallback)
        words = link.text if starts_with(fold(link.text), vocabulary().promo) else title
        judged = judge_address(link.url, words, self.base_url)
        if judged.reason:
            self.left_out.append(LeftOut(link.line, title, link.url, judged.reason, file))
            return None
        key = normalise_address(judged.url)
        found = self.resources.get(key)
        if found is None:
            around = f"{context} {line.text}" if len(line.text) < 400 else f"{context} {title}"
            found = FoundResource(title, judged.url, link.line, file, around, marked_type(link))
            self.resources[key] = found
        if topic is not None and found not in topic.resources:
            topic.resources.append(found)
        return found

    def name_without_address(self, text: str, line: int, file: str) -> None:
        """Note a resource that is named but not linked."""
        self.left_out.append(LeftOut(line, text, "", "a resource named without an address", file))

    def topic(
        self,
        title: str,
        line: int,
        file: str,
        parent: FoundTopic | None,
        *,
        is_heading: bool = False,
    ) -> FoundTopic:
        """Return a new topic, or the one of the same name that stands at the same place."""
        folded = fold(title)
        if parent is not None and fold(parent.title) == folded:
            return parent
        at_top, here = (file, folded, 0), (file, folded, id(parent) if parent else 0)
        known = self._places.get(here) or self._places.get(at_top)
        if known is None and parent is None:
            known = self._first.get((file, folded))
        if known is not None:
            return known
        found = FoundTopic(title, line, file, parent, is_heading)
        self._places[here] = found
        self._first.setdefault((file, folded), found)
        self.topics.append(found)
        if parent is not None:
            parent.has_children = True
        return found

    _places: dict[tuple[str, str, int], FoundTopic] = field(default_factory=dict)
    _first: dict[tuple[str, str], FoundTopic] = field(default_factory=dict)
