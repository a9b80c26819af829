"""Say where the index lives and what it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "sentence-transformers/all-MiniLM-L6-v2"


@dataclass(frozen=True)
class IndexSettings:
    """Everything the index can be told; the environment is read elsewhere.

    `home` is the user data directory; `model` any sentence-transformers model (name or directory);
    `chroma_url` a Chroma server such as http://localhost:8000 (None: embedded, on disk);
    `reranker` a sentence-transformers cross-encoder (None: no reranking).
    """

    home: Path
    model: str = DEFAULT_MODEL
    chroma_url: str | None = None
    reranker: str | None = None
