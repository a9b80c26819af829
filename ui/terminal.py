"""Write answers and tables for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markdown import Markdown
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from assistant import Answer, KnowledgeBase, Topic

_UNLIMITED = 100_000  # columns
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")


def print_answer(console: Console, answer: Answer, base: KnowledgeBase) -> None:
    """Print an answer as people read it: text, then the sources with their addresses."""
    console.print(Markdown(_LINK.sub(r"\1", answer.answer)))
    if answer.citations:
        console.print("\nSources", style="bold")
        for line in source_lines(answer, base):
            console.print(line, soft_wrap=True, highlight=False, markup=False)
    for note in answer.notes:
        console.print(f"Note: {note}", soft_wrap=True, markup=False)


def source_lines(answer: Answer, base: KnowledgeBase) -> list[str]:
    """Return a line for each citation and each resource of it that the answer shows.

    A citation whose resources are not shown has one line, with the best of them.
    """
    lines = []
    shown = {resource.id for resource in answer.resources}
    listed: set[str] = set()
    for citation in answer.citations:
        behind = [name for name in citation.resources if name in shown - listed]
        listed |= set(behind)
        subject = base.topics[citation.topic_id].title if citation.topic_id else citation.title
        for name in behind or citation.resources[:1]:
            resource = base.resources[name]
            title = f"{resource.title} ({resource.provider})"
            lines.append(f"[{citation.n}] {subject}: {title} {resource.url}")
        if not citation.resources:
            lines.append(f"[{citation.n}] {subject}: {citation.source}")
    return lines


def topic_markdown(topic: Topic, base: KnowledgeBase) -> str:
    """Return everything about a topic as Markdown."""
    parts = [
        f"# {topic.title}",
        f"{base.areas[topic.area].title} · difficulty {topic.difficulty} of 5 · "
        f"{topic.hours.low:g} to {topic.hours.high:g} hours ({topic.hours.basis})",
        topic.summary,
        topic.why,
        _section("You can, afterwards", [item.removeprefix("You can ") for item in topic.outcomes]),
        _section("In this order", [subtopic.name for subtopic in topic.subtopics]),
        _section(
            "Before it",
            [
                f"**{base.topics[e.topic].title}** ({e.strength}): {e.reason}"
                for e in topic.prerequisites
            ],
        ),
        _section("Learn it from", [resource_line(base, name) for name in topic.resources]),
        _section(
            "Build",
            [
                f"**{p.title}**: {p.brief} {p.deliverable} Done when: {p.done_when}"
                for p in topic.projects
            ],
        ),
        _section(
            "Certification", [f"{c.title} ({c.cost}): {c.note}" for c in topic.certifications]
        ),
        _section("Common mistakes", list(topic.mistakes)),
    ]
    return "\n\n".join(part for part in parts if part)


def resource_line(base: KnowledgeBase, identifier: str) -> str:
    """Return a resource in one line of Markdown: title, address, and the truth about it."""
    resource = base.resources[identifier]
    facts = [resource.type, "/".join(resource.formats), resource.cost, resource.level]
    if resource.hours:
        facts.append(f"{resource.hours:g} h")
    if resource.status != "active":
        facts.append(resource.status)
    return f"{resource.title} ({resource.provider}; {', '.join(facts)}) {resource.url}"


def print_table(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as a plain table in which nothing is cut: ids and addresses are there to be used.

    Where the output is no terminal, every row is one line, however long.
    """
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))  # brackets in a title are no markup
    if not console.is_terminal:
        whole = Measurement.get(console, console.options.update(max_width=_UNLIMITED), table)
        console = Console(file=console.file, width=whole.maximum)
    console.print(table)


def _section(title: str, lines: list[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines) if lines else ""
