"""Show the chunks behind an answer, with the quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from assistant import Answer, Assistant, Citation, Resource
from ui.render import render
from ui.sanitise import safe_html

# Characters of the private use area: no content holds them, and Markdown leaves them alone.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LINE_START = re.compile(r"^\s*(?:(?:[-*+]|\d+[.)]|#{1,6}|>)\s+)?")


def sources_html(assistant: Assistant, answer: Answer | None, opened: int = 0) -> str:
    """Return the sources panel of an answer with source number `opened` unfolded (0: the first)."""
    citations: Sequence[Citation] = answer.citations if answer else ()
    named = {view.id for view in answer.resources} if answer else set()
    opened = opened or (citations[0].n if citations else 0)
    sources = [
        {
            "n": citation.n,
            "title": citation.title,
            "text": chunk_html(_chunk_text(assistant, citation), citation.quote),
            "resources": _resources(assistant, citation, named),
            "where": citation.source,
        }
        for citation in citations
    ]
    return render("sources.html", sources=sources, opened=opened)


def chunk_html(text: str, quote: str) -> Markup:
    """Return a chunk's Markdown as HTML with the words of the quote marked."""
    html = safe_html(_mark_sentences(text, quote))
    return Markup(str(html).replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>"))


def _mark_sentences(text: str, quote: str) -> str:
    """Mark each sentence of the quote where it stands: a quote may leave out what lies between."""
    for sentence in _SENTENCE_END.split(quote.strip(" …")):
        pattern = r"\s+".join(re.escape(word) for word in sentence.split())
        found = re.search(pattern, text) if len(pattern) > 3 else None
        if found is not None:
            marked = "\n".join(_marked(line) for line in found.group().split("\n"))
            text = text[: found.start()] + marked + text[found.end() :]
    return text


def _marked(line: str) -> str:
    """Mark a line behind its bullet, number or heading sign, so that it stays one."""
    start = _LINE_START.match(line)
    assert start is not None
    rest = line[start.end() :]
    return f"{start.group()}{_OPEN}{rest}{_CLOSE}" if rest.strip() else line


def _chunk_text(assistant: Assistant, citation: Citation) -> str:
    # A stored answer may cite a chunk that a newer content no longer has; its quote remains.
    chunk = assistant.index.chunks.get(citation.chunk_id)
    text = chunk.text if chunk else citation.quote
    # Lines of a topic are paragraphs of their own; a guide is Markdown as it was written.
    return text if citation.guide_id else text.replace("\n", "\n\n")


def _resources(assistant: Assistant, citation: Citation, named: set[str]) -> list[Resource]:
    """Return the resources behind a citation, those that the answer names first."""
    held = assistant.base.resources
    ordered = sorted(citation.resources, key=lambda name: name not in named)
    return [held[name] for name in ordered if name in held]
