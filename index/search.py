"""Search an open index: vectors and words, fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.build import SyncReport
from index.chunks import Chunk
from index.encoder import Encoder, Vectors
from index.filters import Filters, matching_ids
from index.fusion import diversified, reciprocal_rank_fusion
from index.keywords import KeywordIndex
from index.names import Names, Reading
from index.reranker import RERANKED, Reranker
from index.store import Store, StoreDamagedError
from knowledge import IndexUnavailableError, KnowledgeBase

Mode = Literal["hybrid", "dense", "bm25"]
_CANDIDATES = 50  # of each kind, before fusion
_NAMED_WEIGHT = 0.3  # enough to lead between like chunks, too little to lead alone
_LONGEST_QUERY = 2000  # characters; the encoder reads about half of them


@dataclass(frozen=True)
class Hit:
    """A found chunk; a larger score is better within one search, ranks start at 1."""

    chunk: Chunk
    score: float
    rank: int


class Index:
    """An index that is complete and matches the knowledge base it was opened with."""

    def __init__(
        self,
        base: KnowledgeBase,
        chunks: Mapping[str, Chunk],
        store: Store,
        keywords: KeywordIndex,
        encoder: Encoder,
        reranker: Reranker | None = None,
    ) -> None:
        self.base = base
        self.chunks = chunks
        self.sync: SyncReport | None = None  # what opening had to do, None if nothing
        self._store = store
        self._keywords = keywords
        self._encoder = encoder
        self._reranker = reranker
        self._names = Names(base, keywords.frequency)

    def chunk_of(self, topic_id: str, facet: str) -> Chunk | None:
        """Return the chunk of a topic's facet, or None where the topic has nothing there."""
        return self.chunks.get(f"topic:{topic_id}#{facet}")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one float32 row of length 1 for each text, as queries are encoded."""
        return self._encoder.encode(texts)

    def search(
        self,
        query: str,
        *,
        top_k: int = 8,
        filters: Filters | None = None,
        mode: Mode = "hybrid",
    ) -> list[Hit]:
        """Return up to `top_k` chunks, best first.

        The score is the cosine in mode "dense", the BM25 score in mode "bm25", and in mode "hybrid"
        the fused one, or the reranker's where one is set.
        """
        if not query.strip() or top_k < 1:
            return []
        ids = None
        if filters is not None and not filters.is_empty:
            ids = matching_ids(self.chunks.values(), filters, self.base)
            if not ids:
                return []
        ranked = self._ranked(query[:_LONGEST_QUERY], max(_CANDIDATES, top_k), ids, mode)
        if mode == "hybrid":
            if self._reranker is not None:
                best = [self.chunks[name] for name, _ in ranked[: max(RERANKED, top_k)]]
                ranked = self._reranker.order(query[:_LONGEST_QUERY], best)
            ranked = diversified(ranked, top_k, lambda name: self._shares(name, top_k))
        return [
            Hit(self.chunks[name], score, rank)
            for rank, (name, score) in enumerate(ranked[:top_k], start=1)
        ]

    def _ranked(
        self, query: str, limit: int, ids: Sequence[str] | None, mode: Mode
    ) -> list[tuple[str, float]]:
        reading = self._names.read(query)
        match mode:
            case "dense":
                return self._nearest(reading.expanded, limit, ids)
            case "bm25":
                return self._keywords.best(reading.mended, limit, ids)
            case "hybrid":
                dense = self._nearest(reading.expanded, limit, ids)
                words = self._keywords.best(reading.mended, limit, ids)
                return reciprocal_rank_fusion(
                    [
                        [name for name, _ in dense],
                        [name for name, _ in words],
                        self._named_chunks(reading, ids),
                    ],
                    [1.0, 1.0, _NAMED_WEIGHT],
                )

    def _named_chunks(self, reading: Reading, ids: Sequence[str] | None) -> list[str]:
        """Return the chunk of the one topic that the query names, in the facet it asks for.

        A query that names two topics compares or connects them and is left to the other rankings.
        """
        if len(reading.topics) != 1:
            return []
        name = f"topic:{reading.topics[0]}#{reading.facet}"
        return [name] if name in self.chunks and (ids is None or name in ids) else []

    def _nearest(
        self, query: str, limit: int, ids: Sequence[str] | None
    ) -> list[tuple[str, float]]:
        vector = self._encoder.encode([query])[0]
        try:
            found = self._store.nearest(vector, limit, ids)
        except StoreDamagedError as error:
            raise IndexUnavailableError(
                "The index was removed or rebuilt by another program; ask again after a restart."
            ) from error
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))

    def _shares(self, chunk_id: str, top_k: int) -> list[tuple[str, int]]:
        """Return the most hits of one facet (half) and of one topic, guide or role (three)."""
        chunk = self.chunks[chunk_id]
        owner = chunk_id.partition("#")[0]
        return [(f"facet {chunk.facet}", max(2, -(-top_k // 2))), (f"owner {owner}", 3)]

    def close(self) -> None:
        """Let go of the files; the index cannot be searched afterwards."""
        self._store.close()
