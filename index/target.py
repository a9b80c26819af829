"""Say what the index of a knowledge base must be, and where."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.chunks import CHUNKER_VERSION, Chunk, build_chunks
from index.manifest import FORMAT, Identity, chunk_hash
from index.settings import IndexSettings
from index.weights import Weights, find_weights
from knowledge import KnowledgeBase


@dataclass(frozen=True)
class Target:
    """The index that is wanted: its place, its chunks by id, its model and its identity."""

    directory: Path
    chunks: Mapping[str, Chunk]
    weights: Weights
    identity: Identity
    settings: IndexSettings


def find_target(base: KnowledgeBase, settings: IndexSettings) -> Target:
    """Return what the index of `base` must be; each set of content directories has its own place.

    Raises IndexUnavailableError where the model is not installed.
    """
    chunks = {chunk.id: chunk for chunk in build_chunks(base)}
    weights = find_weights(settings.model)
    identity = Identity(
        format=FORMAT,
        chunker=CHUNKER_VERSION,
        model=weights.name,
        fingerprint=weights.fingerprint,
        chroma_url=settings.chroma_url,
        chunks={name: chunk_hash(chunk) for name, chunk in chunks.items()},
    )
    places = "\n".join(str(directory.resolve()) for directory in base.directories)
    name = hashlib.sha256(places.encode()).hexdigest()[:12]
    return Target(settings.home / "index" / name, chunks, weights, identity, settings)
