"""Open the index that matches the knowledge base, building or repairing it where needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from index.build import build_generation
from index.chunks import Chunk, build_chunks
from index.encoder import Encoder, EncoderDamagedError
from index.encoding import Encoders, open_exported, prepare_encoders
from index.integrity import files_are_intact
from index.keywords import KeywordIndex
from index.locks import building
from index.manifest import Identity, Manifest, identity_of, read_manifest
from index.progress import Report, ignore
from index.reranker import Reranker
from index.search import Index
from index.settings import IndexSettings
from index.store import Store, StoreDamagedError, connect, database_is_sound
from index.weights import find_weights
from knowledge import KnowledgeBase

# A generation of a few thousand chunks, with room for SQLite's own copies.
_BYTES = 60_000_000


def index_directory(base: KnowledgeBase, settings: IndexSettings) -> Path:
    """Return where the index of a knowledge base lives; each content directory has its own."""
    text = "\n".join(str(directory.resolve()) for directory in base.directories)
    return settings.home / "index" / hashlib.sha256(text.encode()).hexdigest()[:12]


def open_index(base: KnowledgeBase, settings: IndexSettings, report: Report | None = None) -> Index:
    """Return the index of `base`, after building, repairing or syncing it where that is needed.

    Raises IndexUnavailableError, one sentence for people, where building is impossible.
    """
    say = report or ignore
    directory = index_directory(base, settings)
    chunks = {chunk.id: chunk for chunk in build_chunks(base)}
    weights = find_weights(settings.model)
    identity = identity_of(chunks.values(), weights.name, weights.fingerprint, settings.chroma_url)
    manifest = read_manifest(directory)
    if manifest is not None and manifest.identity == identity:
        try:
            return _attach(base, chunks, directory, manifest, settings)
        except (StoreDamagedError, EncoderDamagedError):
            pass
    encoders = prepare_encoders(settings, say)
    with building(directory, say, _BYTES):
        return _build(base, chunks, directory, identity, encoders, settings, say)


def _build(
    base: KnowledgeBase,
    chunks: Mapping[str, Chunk],
    directory: Path,
    identity: Identity,
    encoders: Encoders,
    settings: IndexSettings,
    report: Report,
) -> Index:
    manifest = read_manifest(directory)
    if manifest is not None and manifest.identity == identity:
        try:  # another process was faster, or only the encoder was missing
            return _attach(base, chunks, directory, manifest, settings, encoders.query)
        except StoreDamagedError:
            manifest = None
    manifest, change = build_generation(
        directory, list(chunks.values()), identity, manifest, encoders, settings, report
    )
    index = _attach(base, chunks, directory, manifest, settings, encoders.query)
    index.sync = change
    return index


def _attach(
    base: KnowledgeBase,
    chunks: Mapping[str, Chunk],
    directory: Path,
    manifest: Manifest,
    settings: IndexSettings,
    encoder: Encoder | None = None,
) -> Index:
    """Open a finished index; raise StoreDamagedError or EncoderDamagedError if it is not whole."""
    generation = directory / manifest.generation
    with ThreadPoolExecutor(1) as pool:
        # onnxruntime loads the model while this thread imports Chroma.
        weights = find_weights(settings.model)
        opening = None if encoder else pool.submit(open_exported, settings, weights)
        if not files_are_intact(generation, manifest.files):
            raise StoreDamagedError(f"{generation} has missing or changed files")
        if settings.chroma_url is None and not database_is_sound(generation):
            raise StoreDamagedError(f"{generation} holds a damaged database")
        client = connect(generation, settings.chroma_url)
        store = Store(client, manifest.collection, settings.chroma_url)
        if store.count() != len(chunks) or not store.is_complete():
            raise StoreDamagedError(f"{manifest.collection} is not complete")
        keywords = KeywordIndex.load(generation)
        if encoder is None and opening is not None:
            encoder = opening.result()
    assert encoder is not None
    reranker = Reranker(settings.reranker) if settings.reranker else None
    return Index(base, chunks, store, keywords, encoder, reranker)
