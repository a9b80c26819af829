"""Record what an index was built from, so that only a complete and matching one is served."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index.chunks import Chunk

MANIFEST = "manifest.json"
FORMAT = 2


@dataclass(frozen=True)
class Identity:
    """Everything that must be equal for an index to be served."""

    format: int
    chunker: int
    model: str
    fingerprint: str
    chroma_url: str | None
    chunks: Mapping[str, str]  # chunk id -> hash of what was embedded and stored


@dataclass(frozen=True)
class Manifest:
    """A finished index: its identity and the files that hold it.

    `generation` is the directory beside the manifest, `collection` the Chroma collection; `files`
    maps each file of the generation to its size and, where it never changes, its SHA-256.
    """

    identity: Identity
    generation: str
    collection: str
    files: Mapping[str, tuple[int, str | None]]
    built: str

    def write(self, directory: Path) -> None:
        """Publish the index: from this moment, and not before, it is served."""
        part = directory / f"{MANIFEST}.part"
        with part.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        part.replace(directory / MANIFEST)


def read_manifest(directory: Path) -> Manifest | None:
    """Return the manifest of a directory, or None where there is no readable one."""
    try:
        data = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
        identity = Identity(**data.pop("identity"))
        files = {name: (size, digest) for name, (size, digest) in data.pop("files").items()}
        return Manifest(identity=identity, files=files, **data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def chunk_hash(chunk: Chunk) -> str:
    """Return "<hash of the search text>.<hash of the rest>"; only the first costs an embedding."""
    rest = "\x1f".join([chunk.text, chunk.title, chunk.source, *chunk.resources])
    return f"{_short_hash(chunk.search_text)}.{_short_hash(rest)}"


def text_hash(recorded: str) -> str:
    """Return the part of a recorded chunk hash that speaks of the embedded text."""
    return recorded.partition(".")[0]


def _short_hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
