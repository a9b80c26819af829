"""Find what is known: chunks, embeddings, keyword search and the index that holds them."""

from typing import TYPE_CHECKING, Any

from index.build import SyncReport
from index.chunks import TOPIC_FACETS, Chunk, build_chunks
from index.encoding import open_encoder
from index.filters import Filters
from index.opening import open_index
from index.progress import Progress
from index.search import Hit, Index, Mode
from index.settings import DEFAULT_MODEL, IndexSettings
from index.snapshot import load_knowledge_cached
from index.status import IndexStatus, index_status

if TYPE_CHECKING:
    from index.embeddings import RoadmapEmbeddings
    from index.retriever import RoadmapRetriever

__all__ = [
    "DEFAULT_MODEL",
    "TOPIC_FACETS",
    "Chunk",
    "Filters",
    "Hit",
    "Index",
    "IndexSettings",
    "IndexStatus",
    "Mode",
    "Progress",
    "RoadmapEmbeddings",
    "RoadmapRetriever",
    "SyncReport",
    "build_chunks",
    "index_status",
    "load_knowledge_cached",
    "open_encoder",
    "open_index",
]


def __getattr__(name: str) -> Any:
    """Import the LangChain classes when they are asked for: they take longer than a question."""
    if name == "RoadmapEmbeddings":
        from index.embeddings import RoadmapEmbeddings

        return RoadmapEmbeddings
    if name == "RoadmapRetriever":
        from index.retriever import RoadmapRetriever

        return RoadmapRetriever
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
