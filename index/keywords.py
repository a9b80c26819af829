"""Find chunks by their words (BM25)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.chunks import Chunk

_TOKEN = re.compile(r"[a-z0-9]+(?:[+#]+|(?:[.\-/][a-z0-9]+)+)?")
_DIRECTORY = "keywords"
_WORDS = "words.json"
_ARRAYS = ("data", "indices", "indptr")
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
    """A BM25 index over the chunks: for every word the chunks that hold it, with their scores.

    bm25s computes the scores once, when the index is built. Summing those of a query's words takes
    three lines of numpy, so a search imports neither bm25s nor the SciPy that it brings.
    """

    def __init__(
        self,
        arrays: Mapping[str, npt.NDArray[Any]],
        vocabulary: Mapping[str, int],
        ids: Sequence[str],
    ) -> None:
        self._arrays = arrays
        self._vocabulary = vocabulary
        self._ids = ids
        self._row = {identifier: row for row, identifier in enumerate(ids)}

    @classmethod
    def build(cls, chunks: Sequence[Chunk]) -> KeywordIndex:
        """Index the chunks."""
        import bm25s

        scorer = bm25s.BM25(k1=1.2, b=0.75)
        scorer.index([tokenize(keyword_text(chunk)) for chunk in chunks], show_progress=False)
        arrays = {name: np.asarray(scorer.scores[name]) for name in _ARRAYS}
        return cls(arrays, scorer.vocab_dict, [chunk.id for chunk in chunks])

    def save(self, directory: Path) -> None:
        """Write the index below `directory`."""
        folder = directory / _DIRECTORY
        folder.mkdir()
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", self._arrays[name])
        words = {"vocabulary": dict(self._vocabulary), "ids": list(self._ids)}
        (folder / _WORDS).write_text(json.dumps(words), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> KeywordIndex:
        """Open what `save` wrote."""
        folder = directory / _DIRECTORY
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
        words = json.loads((folder / _WORDS).read_bytes())
        return cls(arrays, words["vocabulary"], words["ids"])

    def _chunks_with(self, token: str) -> slice:
        """Return where the scores of a word stand."""
        number = self._vocabulary.get(token)
        if number is None:
            return slice(0, 0)
        starts = self._arrays["indptr"]
        return slice(int(starts[number]), int(starts[number + 1]))

    def frequency(self, word: str) -> int:
        """Return the number of chunks that hold a word; of a joined word, of its rarest part."""
        spans = [self._chunks_with(token) for token in tokenize(word)]
        # Nothing is left of a stop word, which is everywhere.
        return min((span.stop - span.start for span in spans), default=len(self._ids))

    def scores(self, query: str) -> npt.NDArray[np.float32]:
        """Return the BM25 score of every chunk."""
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for token in tokenize(query):
            span = self._chunks_with(token)
            scores[self._arrays["indices"][span]] += self._arrays["data"][span]
        return scores

    def best(
        self, query: str, limit: int, ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (id, score) with a score above 0, best first, ties by id."""
        scores = self.scores(query)
        if ids is not None:
            rows = np.fromiter((self._row[identifier] for identifier in ids), np.int64, len(ids))
            rows = rows[scores[rows] > 0]
        else:
            rows = np.flatnonzero(scores)
        if len(rows) > limit:
            # All that tie with the last place stay, so that the id settles who gets it.
            border = np.partition(scores[rows], -limit)[-limit]
            rows = rows[scores[rows] >= border]
        found = [(self._ids[row], float(scores[row])) for row in rows]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))[:limit]
