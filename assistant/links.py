"""Know which links may be shown."""

from __future__ import annotations

import re

from assistant.statements import LINK, split_statements
from knowledge import KnowledgeBase

_ADDRESS = re.compile(rf"{LINK.pattern}|<?\b(?:https?://|www\.)[^\s)>\]|]+>?", re.IGNORECASE)
_GONE = re.compile(
    r"\b(moved|retired|discontinued|closed|no longer|not .{0,20}any ?more)\b", re.IGNORECASE
)


class KnownLinks:
    """The addresses of one knowledge base, letter for letter.

    That of a moved or retired resource may only stand in a sentence that calls it so.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self._active = {written_address(r.url): r.is_recommendable for r in base.resources.values()}

    def clean(self, text: str) -> tuple[str, list[str]]:
        """Return the text with only the words of other links, and the addresses of those."""
        if all(self._active.get(address) for address in _addresses(text)):
            return text, []
        invented: list[str] = []
        pieces, end = [], 0
        for statement in split_statements(text):
            piece = text[statement.start : statement.end]
            pieces += [text[end : statement.start], self._cleaned(piece, invented)]
            end = statement.end
        pieces.append(self._cleaned(text[end:], invented))
        return "".join(pieces), invented

    def _cleaned(self, piece: str, invented: list[str]) -> str:
        is_gone = bool(_GONE.search(LINK.sub("", piece)))  # not the words of a title or address

        def kept(address: str) -> bool:
            if self._active.get(address) or (is_gone and address in self._active):
                return True
            invented.append(address)
            return False

        def replaced(found: re.Match[str]) -> str:
            if found.group(2) is not None:
                return found.group() if kept(found.group(2)) else found.group(1)
            bare = _bare(found.group())
            return found.group() if kept(bare) else found.group().partition(bare)[2].strip(">")

        return _ADDRESS.sub(replaced, piece)


def written_address(url: str) -> str:
    """Return an address as it is written inside a Markdown link."""
    return url.replace("(", "%28").replace(")", "%29")


def _addresses(text: str) -> list[str]:
    return [
        found.group(2) if found.group(2) is not None else _bare(found.group())
        for found in _ADDRESS.finditer(text)
    ]


def _bare(found: str) -> str:
    return found.strip("<>").rstrip(".,;:!?")
