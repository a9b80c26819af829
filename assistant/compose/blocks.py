"""Write statements with their sources as Markdown; markers come from here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """One or more sentences and the id of the chunk that supports them.

    None stands beside what is said about the person or the conversation and needs no source.
    """

    text: str
    chunk: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Statements that are read in one go."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Bullets:
    """A list; every item is a paragraph of its own."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A table; a row's source is marked in its last cell."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], str | None], ...]


Block = Paragraph | Bullets | Table


def paragraph(*statements: Statement | None) -> Paragraph:
    """Return a paragraph of the statements that are there."""
    return Paragraph(tuple(s for s in statements if s is not None and s.text))


def cited_chunks(blocks: Iterable[Block]) -> list[str]:
    """Return the ids of all chunks that the blocks rest on, in reading order, each once."""
    found: dict[str, None] = {}
    for block in blocks:
        match block:
            case Paragraph(statements):
                found.update((s.chunk, None) for s in statements if s.chunk)
            case Bullets(items):
                found.update((s.chunk, None) for i in items for s in i.statements if s.chunk)
            case Table(rows=rows):
                found.update((chunk, None) for _, chunk in rows if chunk)
    return list(found)


def render(blocks: Iterable[Block], numbers: dict[str, int]) -> str:
    """Return the blocks as Markdown; `numbers` gives each chunk id its number in the evidence."""
    return "\n\n".join(text for block in blocks if (text := _render(block, numbers)))


def _render(block: Block, numbers: dict[str, int]) -> str:
    match block:
        case Paragraph(statements):
            return _sentences(statements, numbers)
        case Bullets(items):
            return "\n".join(f"- {_sentences(item.statements, numbers)}" for item in items)
        case Table(header, rows):
            lines = [_row(header), _row(["---"] * len(header))]
            for cells, chunk in rows:
                mark = f" [{numbers[chunk]}]" if chunk else ""
                lines.append(_row([*cells[:-1], cells[-1] + mark]))
            return "\n".join(lines)


def _sentences(statements: Sequence[Statement], numbers: dict[str, int]) -> str:
    """Join statements; of a run that rests on one chunk only the last carries the marker."""
    written = []
    for position, statement in enumerate(statements):
        following = statements[position + 1] if position + 1 < len(statements) else None
        same = following is not None and following.chunk == statement.chunk
        mark = "" if statement.chunk is None or same else f"[{numbers[statement.chunk]}]"
        written.append(_marked(statement.text.strip(), mark))
    return " ".join(written)


def _marked(text: str, mark: str) -> str:
    if not mark:
        return text
    if text and text[-1] in ".!?:":
        return f"{text[:-1]} {mark}{text[-1]}"
    return f"{text} {mark}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
