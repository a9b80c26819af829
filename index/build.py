"""Build an index beside the old one and publish it in one step."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import socket
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from index.chunks import Chunk
from index.encoder import Encoder, Vectors
from index.encoding import Encoders, load_reference
from index.integrity import fingerprint_files
from index.keywords import KeywordIndex
from index.manifest import Manifest, text_hash
from index.progress import Progress, Report, Stopwatch
from index.store import (
    StoreDamagedError,
    close,
    connect,
    open_store,
    remove_collections,
    write_collection,
    write_failures_explained,
)
from index.target import Target
from knowledge import IndexUnavailableError

_WRITING = "Writing the index"
GENERATION = "generation-"
_SLICE = 128  # texts a progress report
# Up to here the exported encoder is quicker than importing sentence-transformers.
_FEW = 256


@dataclass(frozen=True)
class SyncReport:
    """What a sync did, in numbers of chunks; `embedded` of them went through the encoder."""

    added: int
    updated: int
    removed: int
    unchanged: int
    embedded: int = 0

    def __str__(self) -> str:
        return (
            f"added {self.added}, updated {self.updated}, "
            f"removed {self.removed}, unchanged {self.unchanged}"
        )


def compare(wanted: Mapping[str, str], found: Mapping[str, str]) -> SyncReport:
    """Return what has to change to come from the found chunk hashes to the wanted ones."""
    common = wanted.keys() & found.keys()
    updated = sum(wanted[name] != found[name] for name in common)
    return SyncReport(
        added=len(wanted) - len(common),
        updated=updated,
        removed=len(found) - len(common),
        unchanged=len(common) - updated,
    )


def build_generation(
    target: Target, previous: Manifest | None, encoders: Encoders, report: Report
) -> tuple[Manifest, SyncReport]:
    """Write a new generation, publish it, remove what is older than the one before it.

    The build lock of the target's directory must be held. Nothing that is served is touched until
    the manifest is replaced: a process killed at any moment leaves the old index or none.
    """
    directory, chunks = target.directory, list(target.chunks.values())
    _sweep(directory, previous)
    vectors = _reusable(target, previous)
    missing = [chunk for chunk in chunks if chunk.id not in vectors]
    vectors |= _embed(missing, encoders, target, report)
    report(Progress(_WRITING, 0, len(chunks)))
    generation = Path(tempfile.mkdtemp(prefix=GENERATION, suffix="x", dir=directory))
    prefix = _collection_prefix(directory)
    collection = f"{prefix}{generation.name.removeprefix(GENERATION)}"
    url = target.settings.chroma_url
    with write_failures_explained(directory, url):
        client = connect(generation, url)
        try:
            remove_collections(client, prefix, keep=previous.collection if previous else None)
            write_collection(client, collection, chunks, vectors)
        finally:
            close(client)
    KeywordIndex.build(chunks).save(generation)
    manifest = Manifest(
        identity=target.identity,
        generation=generation.name,
        collection=collection,
        files=fingerprint_files(generation),
        built=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )
    manifest.write(directory)
    report(Progress(_WRITING, len(chunks), len(chunks)))
    change = compare(target.identity.chunks, previous.identity.chunks if previous else {})
    return manifest, replace(change, embedded=len(missing))


def _collection_prefix(directory: Path) -> str:
    """Return how the collections of this index begin on a server that several indexes may share."""
    place = f"{socket.gethostname()}:{directory.resolve()}"
    return f"roadmap-{hashlib.sha256(place.encode()).hexdigest()[:8]}-"


def _sweep(directory: Path, previous: Manifest | None) -> None:
    """Remove what killed builds left and generations that nobody can be reading any more.

    The generation before this build stays until the next one: a running web app may serve it.
    """
    for path in directory.glob(f"{GENERATION}*"):
        if previous is None or path.name != previous.generation:
            shutil.rmtree(path, ignore_errors=True)


def _reusable(target: Target, previous: Manifest | None) -> dict[str, Vectors]:
    """Return the stored vectors whose texts are unchanged; none where they cannot be trusted."""
    if previous is None or previous.identity.fingerprint != target.identity.fingerprint:
        return {}
    old = previous.identity.chunks
    same = [
        name
        for name, recorded in target.identity.chunks.items()
        if name in old and text_hash(old[name]) == text_hash(recorded)
    ]
    if not same:
        return {}
    try:
        store = open_store(
            target.directory / previous.generation,
            previous.collection,
            previous.identity.chroma_url,
            len(old),
        )
    except (StoreDamagedError, IndexUnavailableError):
        return {}
    with closing(store):
        return store.vectors(same)


def _embed(
    chunks: Sequence[Chunk], encoders: Encoders, target: Target, report: Report
) -> dict[str, Vectors]:
    """Return a vector for each chunk, reporting chunks done and seconds left."""
    if not chunks:
        return {}
    stage = "Reading the roadmap into the index"
    report(Progress(stage, 0, len(chunks)))
    encoder: Encoder = encoders.query
    if encoders.reference is not None:
        encoder = encoders.reference
    elif len(chunks) > _FEW:
        encoder = load_reference(target.weights)
    # Long texts first: batches of like length, and the estimate errs on the long side.
    ordered = sorted(chunks, key=lambda chunk: (-len(chunk.search_text), chunk.id))
    watch = Stopwatch(sum(len(chunk.search_text) for chunk in ordered))
    vectors: dict[str, Vectors] = {}
    weight = 0
    for start in range(0, len(ordered), _SLICE):
        part = ordered[start : start + _SLICE]
        rows = encoder.encode([chunk.search_text for chunk in part], "document")
        vectors.update((chunk.id, row) for chunk, row in zip(part, rows, strict=True))
        weight += sum(len(chunk.search_text) for chunk in part)
        report(Progress(stage, len(vectors), len(ordered), watch.seconds_left(weight)))
    return vectors
