"""Reorder found chunks by a cross-encoder that reads question and chunk together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.chunks import Chunk
from knowledge import IndexUnavailableError

RERANKED = 30  # chunks; each costs one run of the model


class Reranker:
    """A sentence-transformers cross-encoder, by name or directory; better order, slower answers."""

    def __init__(self, model: str) -> None:
        # Imports torch: only where somebody asked for a reranker.
        from sentence_transformers import CrossEncoder
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            self._model: Any = CrossEncoder(model)
        except (OSError, ValueError) as error:
            raise IndexUnavailableError(
                f"The reranker {model} cannot be loaded; name a sentence-transformers "
                "cross-encoder or its directory, or unset ROADMAP_RERANKER."
            ) from error

    def order(self, query: str, chunks: Sequence[Chunk]) -> list[tuple[str, float]]:
        """Return (chunk id, score), the best first, ties by id."""
        if not chunks:
            return []
        pairs = [(query, f"{chunk.title}\n{chunk.text}") for chunk in chunks]
        scores = self._model.predict(pairs, batch_size=8, show_progress_bar=False)
        found = [(chunk.id, float(score)) for chunk, score in zip(chunks, scores, strict=True)]
        return sorted(found, key=lambda entry: (-entry[1], entry[0]))
