"""Offer the encoder to any LangChain chain."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings

from index.encoder import Encoder


class RoadmapEmbeddings(Embeddings):
    """The query encoder in LangChain's terms: `RoadmapEmbeddings(open_encoder(settings))`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector of length 1 a text, as documents are encoded."""
        return [[float(value) for value in row] for row in self._encoder.encode(texts, "document")]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a text, as queries are encoded."""
        return [float(value) for value in self._encoder.encode([text])[0]]
