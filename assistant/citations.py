"""Number the evidence of an answer and quote the words that support it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Citation
from assistant.compose import Block, Bullets, Paragraph, Table, cited_chunks
from index import Chunk, Index

MARKER = re.compile(r"\[(\d{1,3})\](?!\()")
"""A marker such as [3]; a Markdown link's text is not one."""

_WORD = re.compile(r"[a-z0-9][a-z0-9+#.-]*[a-z0-9+#]|[a-z0-9]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
QUOTED_SENTENCES = 2


def number_evidence(blocks: Sequence[Block]) -> dict[str, int]:
    """Return the number of every chunk that the blocks rest on, from 1 in reading order."""
    return {chunk: number for number, chunk in enumerate(cited_chunks(blocks), 1)}


def cite(blocks: Sequence[Block], numbers: dict[str, int], index: Index) -> tuple[Citation, ...]:
    """Return one citation per numbered chunk, quoting the sentences nearest to what it supports."""
    said = _texts_by_chunk(blocks)
    return tuple(
        citation(index.chunks[identifier], number, said.get(identifier, ""))
        for identifier, number in numbers.items()
    )


def citation(chunk: Chunk, number: int, said: str) -> Citation:
    """Return the citation of a chunk for the words that rest on it."""
    return Citation(
        n=number,
        chunk_id=chunk.id,
        title=chunk.title,
        topic_id=chunk.topic_id,
        guide_id=chunk.guide_id,
        facet=chunk.facet,
        source=chunk.source,
        quote=quote(chunk.text, said),
        resources=chunk.resources,
    )


def quote(text: str, said: str) -> str:
    """Return the sentences of `text`, in their order, that share the most words with `said`."""
    candidates = [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
    wanted = set(_WORD.findall(said.casefold()))
    ranked = sorted(
        range(len(candidates)),
        key=lambda position: (
            -len(wanted & set(_WORD.findall(candidates[position].casefold()))),
            position,
        ),
    )
    chosen = sorted(ranked[:QUOTED_SENTENCES])
    return " ".join(candidates[position] for position in chosen)


def _texts_by_chunk(blocks: Iterable[Block]) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for block in blocks:
        match block:
            case Paragraph():
                paragraphs: tuple[Paragraph, ...] = (block,)
            case Bullets(items):
                paragraphs = items
            case Table(rows=rows):
                for cells, chunk in rows:
                    if chunk:
                        said.setdefault(chunk, []).extend(cells)
                continue
        for statement in (s for part in paragraphs for s in part.statements):
            if statement.chunk:
                said.setdefault(statement.chunk, []).append(statement.text)
    return {chunk: " ".join(texts) for chunk, texts in said.items()}
