"""Say in words what state the index is in, without building anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.build import SyncReport, compare
from index.chunks import build_chunks
from index.encoder import EncoderDamagedError, read_card
from index.encoding import encoder_directory
from index.integrity import files_are_intact
from index.manifest import identity_of, read_manifest
from index.opening import index_directory
from index.settings import IndexSettings
from index.weights import find_weights
from knowledge import KnowledgeBase

State = Literal["ready", "outdated", "missing", "damaged"]


@dataclass(frozen=True)
class IndexStatus:
    """The state of an index; `text` says it to people, `pending` is what the next sync would do."""

    state: State
    text: str
    location: str
    model: str
    chunks: int
    built: str | None
    bytes: int
    pending: SyncReport


def index_status(base: KnowledgeBase, settings: IndexSettings) -> IndexStatus:
    """Return the state of the index of `base`; reads files only and never builds."""
    directory = index_directory(base, settings)
    weights = find_weights(settings.model)
    chunks = build_chunks(base)
    identity = identity_of(chunks, weights.name, weights.fingerprint, settings.chroma_url)
    manifest = read_manifest(directory)
    found = manifest.identity if manifest else None
    is_other_kind = found is not None and (
        found.format,
        found.chunker,
        found.fingerprint,
        found.chroma_url,
    ) != (identity.format, identity.chunker, identity.fingerprint, identity.chroma_url)
    pending = compare(identity.chunks, {} if found is None or is_other_kind else found.chunks)
    if manifest is None:
        has_traces = directory.is_dir() and any(directory.glob("generation-*"))
        state: State = "damaged" if has_traces else "missing"
        text = (
            "An index was begun and not finished; the next question completes it."
            if has_traces
            else "There is no index yet; the next question builds it, in about a minute."
        )
    elif not files_are_intact(directory / manifest.generation, manifest.files):
        state = "damaged"
        text = "Files of the index are missing or changed; the next question rebuilds it."
    elif is_other_kind:
        state = "outdated"
        text = "The index was built with another model, store or version; it is built anew."
    elif manifest.identity != identity:
        state = "outdated"
        text = f"The roadmap has changed since the index was built ({pending}); it is synced."
    else:
        state = "ready"
        text = f"The index is complete and matches the roadmap: {len(chunks)} chunks."
    try:
        read_card(encoder_directory(settings, weights), weights.fingerprint)
    except EncoderDamagedError:
        text += " The encoder has to be prepared first, which takes about 20 seconds."
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    return IndexStatus(
        state=state,
        text=text,
        location=settings.chroma_url or str(directory),
        model=weights.name,
        chunks=len(manifest.identity.chunks) if manifest else 0,
        built=manifest.built if manifest else None,
        bytes=size,
        pending=pending,
    )
