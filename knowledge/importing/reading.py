"""Read documents into findings: find their title, walk through them, settle what was open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from knowledge.importing.blocks import Block, read_blocks
from knowledge.importing.findings import Findings, FoundTopic, LeftOut
from knowledge.importing.source import Source
from knowledge.importing.titles import clean_title, split_names, topic_title
from knowledge.importing.verdict import Kind, judge
from knowledge.importing.vocabulary import fold, vocabulary
from knowledge.importing.walk import Walker

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\|\u3000-\u303f\uff00-\uff65]+", re.IGNORECASE)
_FEWEST_KNOWN = 3  # linked names of known topics that make a list one of topics
_PROSE = 15  # words: a heading above that much text and nothing else may be no topic


def read_documents(
    sources: Sequence[Source],
    is_known_topic: Callable[[str], bool],
    is_field_word: Callable[[str], bool],
    base_url: str | None = None,
) -> Findings:
    """Return what the documents hold.

    `is_known_topic` knows the names of our topics, `is_field_word` the single words in them.
    """
    findings = Findings(
        base_url, is_known_topic, lambda title: _is_of_the_field(title, is_field_word)
    )
    for source in sources:
        blocks = list(read_blocks(source.text))
        _read(blocks, source, findings, is_alone=len(sources) == 1)
        _sweep(source, findings)
    _settle(findings)
    return findings


def _read(blocks: list[Block], source: Source, findings: Findings, is_alone: bool) -> None:
    titles = _title_headings(blocks, source.name, is_alone)
    title = _document_title(titles, source.called)
    findings.titles[source.name] = title
    walker = Walker(findings, source.name, title)
    following: Sequence[Block | None] = [*blocks[1:], None]
    top = titles[0].level if titles else 1
    has_headings = sum(block.kind == "heading" for block in blocks) > len(titles)
    for block, after in zip(blocks, following, strict=False):
        if block.kind == "heading":  # where the title is an H2, other H1s are no parts above it
            block.level = max(block.level, top)
        if any(block is title for title in titles):
            walker.read_title(block, has_headings)
            continue
        walker.read(block, after)


def _title_headings(blocks: Sequence[Block], name: str, is_alone: bool) -> list[Block]:
    """Return the first headings that name the document and not a part of it."""
    headings = [block for block in blocks if block.kind == "heading"]
    titles: list[Block] = []
    for position, heading in enumerate(headings):
        if position > len(titles):
            break
        if _is_title(heading, headings[position + 1 :], name, is_alone):
            titles.append(heading)
    return titles


def _is_title(heading: Block, others: Sequence[Block], name: str, is_alone: bool) -> bool:
    words = f" {fold(_text(heading))} "
    if any(_holds(words, word) for word in vocabulary().roadmap_words):
        return bool(others) or is_alone
    if others and others[0].level < heading.level:
        return True  # a small heading above the first large one: a subtitle or slogan
    if any(other.level <= heading.level for other in others):
        return False
    if not is_alone and not PurePosixPath(name).stem.lower().startswith(("readme", "index")):
        return False
    if judge(_text(heading)).kind is not Kind.TOPIC:
        return False
    return sum(judge(_text(other)).kind is Kind.TOPIC for other in others) >= 2


def _holds(words: str, phrase: str) -> bool:
    return f" {phrase} " in words if phrase.isascii() else phrase in words


def _document_title(titles: Sequence[Block], called: str) -> str:
    for block in titles:
        if title := clean_title(_text(block)):
            return title
    return called or "Imported roadmap"


def _text(block: Block) -> str:
    return " ".join(line.text.strip() for line in block.lines)


def _sweep(source: Source, findings: Findings) -> None:
    """Note every address that no list, table or line gave us: in code, in a broken link."""
    taken = {_bare(url) for url in findings.addresses}
    for number, line in enumerate(source.text.split("\n"), start=1):
        if "://" not in line:
            continue
        for found in _ADDRESS.finditer(line):
            url = found.group()
            if "](" in url:  # an address as a link's words
                url = url.rpartition("](")[2]
            if _bare(url) in taken or any(_bare(part) in taken for part in _shorter(url)):
                continue
            url = _shorter(url)[0]
            taken.add(_bare(url))
            reason = "stands in code, a comment or a broken link"
            findings.left_out.append(LeftOut(number, "", url, reason, source.name))


def _bare(url: str) -> str:
    return re.sub(r"&amp;|&|\\", "&", "".join(url.split())).rstrip("/").lower()


def _shorter(url: str) -> list[str]:
    """Return an address with less and less of what may follow it in a sentence or link."""
    found = [url.rstrip(".,;:!?*_~'\"")]
    while found[-1] and found[-1][-1] in ")]}>*.,;:!?_~'\"":
        found.append(found[-1][:-1])
    cuts = [url.partition(mark)[0] for mark in ("](", ")", "]", "**", "{", "}") if mark in url]
    return [found[-1], *found, *(cut for cut in cuts if cut)]


def _settle(findings: Findings) -> None:
    for topic in list(findings.topics):
        _settle_candidates(topic, findings)
        _settle_linked_names(topic, findings)
    kept = []
    files = {topic.file: rank for rank, topic in reversed([*enumerate(findings.topics)])}
    for topic in sorted(findings.topics, key=lambda one: (files[one.file], one.line)):
        named = findings.is_known_topic(topic.title) or findings.is_of_the_field(topic.title)
        if _is_weak(topic) and not named:
            reason = "a heading above text only; nothing in it names something to learn"
            findings.left_out.append(LeftOut(topic.line, topic.title, "", reason, topic.file))
        else:
            kept.append(topic)
    findings.topics = kept


def _settle_candidates(topic: FoundTopic, findings: Findings) -> None:
    """Make a topic's plain list items subtopics where it has links, else topics of their own."""
    for words, line in topic.candidates:
        name, _, description = words.partition(":")
        title = topic_title(name)
        if not any(character.isalnum() for character in title):
            title, description = topic_title(words), ""
        if topic.resources:
            topic.subtopics.append(title)
            continue
        child = findings.topic(title, line, topic.file, topic)
        child.subtopics.extend(split_names(description) if "," in description else [])
        child.is_ordered = True
    topic.candidates.clear()


def _settle_linked_names(topic: FoundTopic, findings: Findings) -> None:
    """Make topics of linked names where most of a list are names of topics that we know."""
    known = [one for one in topic.resources if findings.is_known_topic(one.title)]
    if len(known) < _FEWEST_KNOWN or 2 * len(known) < len(topic.resources):
        return
    for resource in known:
        child = findings.topic(resource.title, resource.line, topic.file, topic)
        if child is not topic:
            topic.resources.remove(resource)
            if resource not in child.resources:
                child.resources.append(resource)


def _is_weak(topic: FoundTopic) -> bool:
    has_content = topic.resources or topic.subtopics or topic.has_children or topic.dependencies
    if has_content or not topic.is_heading or topic.difficulty or topic.effort:
        return False
    return topic.prose_words >= _PROSE or (topic.prose_words == 0 and topic.title.isascii())


def _is_of_the_field(title: str, is_field_word: Callable[[str], bool]) -> bool:
    words = [word for word in fold(title).split() if word not in vocabulary().fillers]
    return bool(words) and sum(map(is_field_word, words)) * 2 >= len(words)
