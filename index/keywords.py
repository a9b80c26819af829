"""Find chunks by their words (BM25)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.chunks import Chunk

_TOKEN = re.compile(r"[a-z0-9]+(?:[+#]+|(?:[.\-/][a-z0-9]+)+)?")
_DIRECTORY = "keywords"
_IDS = "ids.json"
# Words of questions that say nothing of their subject.
# fmt: off
_STOP = frozenset([
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by",
    "can", "could", "did", "do", "does", "for", "from", "get", "had", "has", "have", "how",
    "i", "i'd", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or", "our",
    "really", "should", "so", "some", "than", "that", "the", "their", "them", "then", "there",
    "they", "this", "to", "up", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "whom", "why", "will", "with", "would", "you", "your"
])
# fmt: on


def keyword_text(chunk: Chunk) -> str:
    """Return what is indexed of a chunk; that its title counts three times was measured."""
    return f"{chunk.title} {chunk.title} {chunk.title} {chunk.search_text}"


def tokenize(text: str) -> list[str]:
    """Return the words of a text in lower case, plurals cut, joined words also in their parts."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(text.lower()):
        word = match.group()
        parts = re.split(r"[.\-/]", word)
        if len(parts) > 1:
            tokens.append("".join(parts))
        tokens.extend(_stem(part) for part in parts if part and part not in _STOP)
    return tokens


def _stem(word: str) -> str:
    """Cut a plural s: resources -> resource, statistics stays statistic everywhere alike."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class KeywordIndex:
    """A BM25 index over the search texts of the chunks."""

    def __init__(self, scorer: Any, ids: Sequence[str]) -> None:
        self._scorer = scorer
        self._ids = ids
        self._row = {identifier: row for row, identifier in enumerate(ids)}

    @classmethod
    def build(cls, chunks: Sequence[Chunk]) -> KeywordIndex:
        """Index the chunks."""
        import bm25s

        scorer = bm25s.BM25(k1=1.2, b=0.75)
        scorer.index([tokenize(keyword_text(chunk)) for chunk in chunks], show_progress=False)
        return cls(scorer, [chunk.id for chunk in chunks])

    def frequency(self, word: str) -> int:
        """Return the number of chunks that hold a word; of a joined word, of its rarest part."""
        vocabulary, starts = self._scorer.vocab_dict, self._scorer.scores["indptr"]
        rows = [vocabulary.get(token) for token in tokenize(word)]
        if None in rows or not rows:
            return len(self._ids) if not rows else 0  # a stop word is everywhere
        return min(int(starts[row + 1] - starts[row]) for row in rows)

    def save(self, directory: Path) -> None:
        """Write the index below `directory`."""
        self._scorer.save(directory / _DIRECTORY)
        text = json.dumps(list(self._ids))
        (directory / _DIRECTORY / _IDS).write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> KeywordIndex:
        """Open what `save` wrote."""
        import bm25s

        ids = json.loads((directory / _DIRECTORY / _IDS).read_text(encoding="utf-8"))
        return cls(bm25s.BM25.load(directory / _DIRECTORY, mmap=True), ids)

    def best(
        self, query: str, limit: int, ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (id, score) with a score above 0, best first, ties by id."""
        tokens = [token for token in tokenize(query) if token in self._scorer.vocab_dict]
        if not tokens:
            return []
        scores: npt.NDArray[np.float32] = self._scorer.get_scores(tokens)
        if ids is not None:
            allowed = np.zeros(len(scores), dtype=bool)
            allowed[[self._row[identifier] for identifier in ids]] = True
            scores = np.where(allowed, scores, 0.0)
        # A few more than asked for, so that equal scores at the border are settled by id.
        count = min(len(scores), limit + 16)
        rows = np.argpartition(-scores, count - 1)[:count]
        found = [(self._ids[row], float(scores[row])) for row in rows if scores[row] > 0]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:limit]
