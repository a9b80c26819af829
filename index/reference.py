"""Embed with sentence-transformers: the reference, and what a whole build uses."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from index.encoder import Kind
from index.weights import Weights
from knowledge import IndexUnavailableError

if TYPE_CHECKING:
    from index.encoder import Vectors


class ReferenceEncoder:
    """A sentence-transformers model; on a GPU where there is one."""

    def __init__(self, weights: Weights) -> None:
        # Only to be imported where something is embedded in bulk: it takes 6 to 10 seconds.
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        try:
            self.model: Any = SentenceTransformer(weights.location)
        except (OSError, ValueError) as error:
            raise IndexUnavailableError(
                f"The model {weights.name} cannot be loaded ({_first_line(error)}); name a "
                "sentence-transformers model or its directory, or leave the setting out."
            ) from error
        self.dimension: int = self.model.get_embedding_dimension()

    def encode(self, texts: Sequence[str], kind: Kind = "query") -> Vectors:
        """Return one normalised float32 row a text; `kind` chooses the model's own prompt."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        encode = self.model.encode_query if kind == "query" else self.model.encode_document
        rows: Vectors = encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return rows.astype(np.float32, copy=False)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]
