"""Open the index that matches the knowledge base, building or repairing it where needed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from index.build import build_generation
from index.encoder import Encoder, EncoderDamagedError
from index.encoding import Encoders, open_exported, prepare_encoders
from index.integrity import files_are_intact
from index.keywords import KeywordIndex
from index.locks import building
from index.manifest import Manifest, read_manifest
from index.progress import Report, ignore
from index.reranker import Reranker
from index.search import Index
from index.settings import IndexSettings
from index.store import Store, StoreDamagedError, open_store, write_failures_explained
from index.target import Target, find_target
from knowledge import KnowledgeBase

# A generation of a few thousand chunks, with room for SQLite's own copies.
_BYTES = 60_000_000


def open_index(base: KnowledgeBase, settings: IndexSettings, report: Report | None = None) -> Index:
    """Return the index of `base`, after building, repairing or syncing it where that is needed.

    Raises IndexUnavailableError, one sentence for people, where building is impossible.
    """
    say = report or ignore
    target = find_target(base, settings)
    manifest = read_manifest(target.directory)
    if manifest is not None and manifest.identity == target.identity:
        try:
            return _attach(base, target, manifest)
        except (StoreDamagedError, EncoderDamagedError):
            pass
    encoders = prepare_encoders(settings, say)
    with building(target.directory, say, _BYTES):
        return _build(base, target, encoders, say)


def _build(base: KnowledgeBase, target: Target, encoders: Encoders, report: Report) -> Index:
    manifest = read_manifest(target.directory)
    if manifest is not None and manifest.identity == target.identity:
        try:  # another process was faster, or only the encoder was missing
            return _attach(base, target, manifest, encoders.query)
        except StoreDamagedError:
            # Its vectors are not to be trusted, but a running program may still serve them.
            manifest = replace(manifest, identity=replace(manifest.identity, chunks={}))
    manifest, change = build_generation(target, manifest, encoders, report)
    with write_failures_explained(target.directory, target.settings.chroma_url):
        index = _attach(base, target, manifest, encoders.query)
    index.sync = change
    return index


def _attach(
    base: KnowledgeBase, target: Target, manifest: Manifest, encoder: Encoder | None = None
) -> Index:
    """Open a finished index; raise StoreDamagedError or EncoderDamagedError if it is not whole."""
    settings = target.settings
    if encoder is None:
        # onnxruntime loads the model while this thread imports Chroma.
        with ThreadPoolExecutor(1) as pool:
            opening = pool.submit(open_exported, settings, target.weights)
            store = _open_whole_store(target, manifest)
        try:
            encoder = opening.result()
        except EncoderDamagedError:
            store.close()
            raise
    else:
        store = _open_whole_store(target, manifest)
    keywords = KeywordIndex.load(target.directory / manifest.generation)
    reranker = Reranker(settings.reranker) if settings.reranker else None
    return Index(base, target.chunks, store, keywords, encoder, reranker)


def _open_whole_store(target: Target, manifest: Manifest) -> Store:
    generation = target.directory / manifest.generation
    if not files_are_intact(generation, manifest.files):
        raise StoreDamagedError(f"{generation} has missing or changed files")
    url = target.settings.chroma_url
    return open_store(generation, manifest.collection, url, len(target.chunks))
