"""Check an answer in code, whoever wrote it: links and markers that have no source are removed."""

from __future__ import annotations

import re
from functools import partial

from assistant.answer import Answer
from assistant.citations import MARKER
from knowledge import KnowledgeBase

_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_BARE_ADDRESS = re.compile(r"(?<!\()\bhttps?://[^\s)>\]]+")


def verify(answer: Answer, base: KnowledgeBase) -> Answer:
    """Return the answer without links that are not in the knowledge base and markers without evidence."""
    addresses = {address(resource.url) for resource in base.resources.values()}
    numbers = {citation.n for citation in answer.citations}
    text = _LINK.sub(partial(_known_link, addresses), answer.answer)
    text = _BARE_ADDRESS.sub(
        lambda found: found.group() if found.group() in addresses else "", text
    )
    text = MARKER.sub(lambda found: found.group() if int(found.group(1)) in numbers else "", text)
    return answer if text == answer.answer else answer.model_copy(update={"answer": text})


def address(url: str) -> str:
    """Return an address as it is written inside a Markdown link."""
    return url.replace("(", "%28").replace(")", "%29")


def _known_link(addresses: set[str], found: re.Match[str]) -> str:
    return found.group() if found.group(2) in addresses else found.group(1)
