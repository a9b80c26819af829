"""Keep vectors in one Chroma collection, on disk or on a server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from index.chunks import Chunk
from index.encoder import Vectors
from index.locks import full_disk, read_only
from knowledge import IndexUnavailableError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_WRITE_BATCH = 5000  # Chroma takes at most 5461 records at once on SQLite
_READ_BATCH = 2000


_CHECKED_BYTES = 100_000_000  # a larger database takes seconds to check, too long for a start

# How SQLite and Chroma put it; neither gives a code.
_FULL_SIGNS = ("is full", "no space", "disk i/o error", "file too large")
_READ_ONLY_SIGNS = ("readonly", "read-only", "permission denied", "unable to open database")


class StoreDamagedError(Exception):
    """The collection is missing, incomplete or unreadable."""


def connect(directory: Path, chroma_url: str | None) -> ClientAPI:
    """Return a Chroma client for a directory, or for a server where one is configured.

    Raises IndexUnavailableError where the server does not answer, StoreDamagedError where the files
    cannot be read.
    """
    import chromadb  # half a second to a second; only what searches or builds pays for it
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if chroma_url is None:
        with damage_named(None):
            return chromadb.PersistentClient(str(directory), settings=quiet)
    host, port, secure = server_of(chroma_url)
    try:
        return chromadb.HttpClient(host, port, secure, settings=quiet)
    except ValueError as error:  # Chroma's way to say that nobody listens
        raise unreachable(chroma_url) from error


def server_of(chroma_url: str) -> tuple[str, int, bool]:
    """Return host, port and whether it speaks TLS; 8000 and 443 are the ports where none is named.

    Raises IndexUnavailableError where the address is none.
    """
    try:
        parts = urlsplit(chroma_url)
        host, port = parts.hostname, parts.port
    except ValueError:  # brackets that do not close, a port beyond 65535
        host, port = None, None
    if not host or parts.scheme not in ("http", "https"):
        raise IndexUnavailableError(
            f"ROADMAP_CHROMA_URL is “{chroma_url}”; it looks like http://localhost:8000. "
            "Unset it to keep the index on disk."
        )
    secure = parts.scheme == "https"
    return host, port or (443 if secure else 8000), secure


def database_is_sound(directory: Path) -> bool:
    """Tell whether SQLite finds its pages in order; Chroma would stumble over them only later."""
    path = directory / "chroma.sqlite3"
    try:
        if path.stat().st_size > _CHECKED_BYTES:
            return True
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (OSError, sqlite3.Error):
        return False


def unreachable(chroma_url: str | None) -> IndexUnavailableError:
    """Return the sentence for a Chroma server that does not answer."""
    return IndexUnavailableError(
        f"The Chroma server at {chroma_url} does not answer; start it with `chroma run`, "
        "or unset ROADMAP_CHROMA_URL to keep the index on disk."
    )


@contextmanager
def damage_named(chroma_url: str | None) -> Iterator[None]:
    """Turn what Chroma raises about broken files or missing collections into StoreDamagedError.

    Raises IndexUnavailableError where a server stopped answering.
    """
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except httpx.HTTPError as error:
        raise unreachable(chroma_url) from error
    except (ChromaError, ValueError, RuntimeError) as error:
        raise StoreDamagedError(str(error)) from error


@contextmanager
def write_failures_explained(directory: Path, chroma_url: str | None) -> Iterator[None]:
    """Turn what Chroma says about a full or read-only disk into a sentence for people."""
    try:
        with damage_named(chroma_url):
            yield
    except StoreDamagedError as error:
        message = str(error).lower()
        if any(sign in message for sign in _FULL_SIGNS):
            raise IndexUnavailableError(full_disk(directory)) from error
        if any(sign in message for sign in _READ_ONLY_SIGNS):
            raise IndexUnavailableError(read_only(directory)) from error
        raise IndexUnavailableError(
            f"The index could not be written ({error}); run `roadmap index build` to try again."
        ) from error


def close(client: ClientAPI) -> None:
    """Let go of the files of a client; Chroma's interface does not name it, its classes have it."""
    client.close()  # type: ignore[attr-defined]
    # Chroma 1.5 leaves the connections to a server open, its own and its administrator's.
    for owner in (client, getattr(client, "_admin_client", None)):
        session = getattr(getattr(owner, "_server", None), "_session", None)
        if session is not None:
            session.close()


class Store:
    """The vectors of one index, read only."""

    def __init__(self, client: ClientAPI, collection: str, chroma_url: str | None) -> None:
        self._client = client
        self._chroma_url = chroma_url
        with damage_named(self._chroma_url):
            self._collection = client.get_collection(collection, embedding_function=None)

    def count(self) -> int:
        """Return the number of stored vectors."""
        with damage_named(self._chroma_url):
            return self._collection.count()

    def is_complete(self) -> bool:
        """Tell whether the process that wrote the collection came to its end."""
        return bool((self._collection.metadata or {}).get("complete"))

    def nearest(
        self, vector: Vectors, limit: int, ids: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (chunk id, cosine), best first, among `ids` where given."""
        with damage_named(self._chroma_url):
            found = self._collection.query(
                query_embeddings=vector[np.newaxis],
                n_results=limit,
                ids=None if ids is None else list(ids),
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        return [
            (chunk_id, 1.0 - distance)
            for chunk_id, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Return the stored vectors of the ids that exist."""
        found: dict[str, Vectors] = {}
        for start in range(0, len(ids), _READ_BATCH):
            with damage_named(self._chroma_url):
                page = self._collection.get(
                    ids=list(ids[start : start + _READ_BATCH]), include=["embeddings"]
                )
            rows = np.asarray(page["embeddings"], dtype=np.float32)
            found.update(zip(page["ids"], rows, strict=True))
        return found

    def close(self) -> None:
        """Let go of the files."""
        close(self._client)


def remove_collections(client: ClientAPI, prefix: str, *, keep: str | None) -> None:
    """Remove what earlier and interrupted builds of this index left, except one collection."""
    from chromadb.errors import NotFoundError

    for collection in client.list_collections():
        if collection.name.startswith(prefix) and collection.name != keep:
            with suppress(NotFoundError):  # another process was faster
                client.delete_collection(collection.name)


def open_store(directory: Path, collection: str, chroma_url: str | None, count: int) -> Store:
    """Return a finished collection of `count` vectors.

    Raises StoreDamagedError where it is not whole, IndexUnavailableError where a server is away.
    """
    if chroma_url is None and not database_is_sound(directory):
        raise StoreDamagedError(f"{directory} holds a damaged database")
    client = connect(directory, chroma_url)
    try:
        store = Store(client, collection, chroma_url)
        if store.count() != count or not store.is_complete():
            raise StoreDamagedError(f"{collection} is not complete")
    except (StoreDamagedError, IndexUnavailableError):
        close(client)
        raise
    return store


def write_collection(
    client: ClientAPI, name: str, chunks: Sequence[Chunk], vectors: Mapping[str, Vectors]
) -> None:
    """Write a new collection; its metadata says `complete` only when everything is in it."""
    # Written in equal parts, each above the threshold, so that the whole graph is on disk at the
    # end: vectors that wait in the log would be indexed anew at every start.
    parts = max(1, -(-len(chunks) // _WRITE_BATCH))
    size = -(-len(chunks) // parts)
    threshold = max(2, min(1000, size))
    collection = client.create_collection(
        name,
        embedding_function=None,
        configuration={
            "hnsw": {
                "space": "cosine",
                "ef_construction": 200,
                "ef_search": 100,
                "batch_size": min(100, threshold),
                "sync_threshold": threshold,
            }
        },
    )
    for start in range(0, len(chunks), size):
        part = chunks[start : start + size]
        collection.add(
            ids=[chunk.id for chunk in part],
            embeddings=np.stack([vectors[chunk.id] for chunk in part]),
            documents=[chunk.text for chunk in part],
            metadatas=[_metadata(chunk) for chunk in part],
        )
    collection.modify(metadata={"complete": True})


def _metadata(chunk: Chunk) -> Any:
    """Return what other programs that open the collection may want to filter by."""
    fields = {
        "title": chunk.title,
        "facet": chunk.facet,
        "source": chunk.source,
        "topic_id": chunk.topic_id,
        "guide_id": chunk.guide_id,
        "role_id": chunk.role_id,
        "resources": list(chunk.resources) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}
