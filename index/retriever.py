"""Offer the search to any LangChain chain."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.filters import Filters
from index.search import Hit, Index, Mode


class RoadmapRetriever(BaseRetriever):
    """An open index as a retriever; `invoke` takes `k`, `filters` and `mode` as well."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    k: int = 8
    filters: Filters | None = None
    mode: Mode = "hybrid"

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **options: Any
    ) -> list[Document]:
        hits = self.index.search(
            query,
            top_k=options.get("k", self.k),
            filters=options.get("filters", self.filters),
            mode=options.get("mode", self.mode),
        )
        return [_document(hit) for hit in hits]


def _document(hit: Hit) -> Document:
    chunk = hit.chunk
    metadata = {
        "title": chunk.title,
        "facet": chunk.facet,
        "source": chunk.source,
        "topic_id": chunk.topic_id,
        "guide_id": chunk.guide_id,
        "role_id": chunk.role_id,
        "resources": list(chunk.resources),
        "score": hit.score,
        "rank": hit.rank,
    }
    return Document(id=chunk.id, page_content=chunk.text, metadata=metadata)
