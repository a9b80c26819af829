"""Measure search over more chunks than there are: the real ones, varied, with nearby vectors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from evals.bench.figures import Row, Spread, milliseconds, spread
from index import Chunk, Index
from index.encoder import Vectors
from index.keywords import KeywordIndex
from index.search import Mode
from index.store import close, connect, open_store, write_collection

SIZES = (1000, 10_000, 100_000)
_NOISE = 0.3
_SEED = 7
_COLLECTION = "scale"
_REACH: dict[Mode, float] = {"dense": 2.5, "hybrid": 4.0}


def rows(index: Index, queries: Sequence[str], sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Yield dense and hybrid search at each size beside the smallest, and the largest's memory.

    Both are searched in turns, so that whatever else the machine does falls on both alike.
    """
    smallest, largest = sizes[0], sizes[-1]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        small = grown(index, smallest, Path(folder))
        for size in sizes[1:]:
            with TemporaryDirectory(ignore_cleanup_errors=True) as larger:
                before = resident()
                large = grown(index, size, Path(larger))
                for mode, limit in _REACH.items():
                    theirs, ours = _search_times(small, large, queries, mode)
                    name = f"{mode} search in {size:,} chunks, p50"
                    reach = limit if size == largest else None
                    yield Row("4", name, "ms", ours, theirs, f"in {smallest:,}", reach)
                if before is not None and size == largest:
                    yield from _memory(large, queries, before)
                large.close()
        small.close()


def _search_times(
    small: Index, large: Index, queries: Sequence[str], mode: Mode
) -> tuple[Spread, Spread]:
    pairs = [
        tuple(milliseconds(partial(index.search, query, mode=mode)) for index in (small, large))
        for query in queries
    ]
    return spread([pair[0] for pair in pairs]), spread([pair[1] for pair in pairs])


def grown(index: Index, size: int, folder: Path) -> Index:
    """Return an index of `size` chunks: ours in turn, words shuffled, vectors moved a little."""
    chunks = varied(list(index.chunks.values()), size)
    vectors = _moved(index, chunks)
    client = connect(folder, None)
    write_collection(client, _COLLECTION, chunks, vectors)
    close(client)
    store = open_store(folder, _COLLECTION, None, size)
    keywords = KeywordIndex.build(chunks)
    by_id = {chunk.id: chunk for chunk in chunks}
    return Index(index.base, by_id, store, keywords, index._encoder)


def varied(chunks: Sequence[Chunk], size: int) -> list[Chunk]:
    """Return `size` chunks: each of ours as often as needed, with an id of its own."""
    draw = random.Random(_SEED)
    made = []
    for number in range(size):
        chunk = chunks[number % len(chunks)]
        words = chunk.search_text.split()
        draw.shuffle(words)
        text = " ".join(words)
        made.append(replace(chunk, id=f"{chunk.id}~{number}", text=text, search_text=text))
    return made


def _moved(index: Index, chunks: Sequence[Chunk]) -> dict[str, Vectors]:
    random_numbers = np.random.default_rng(_SEED)
    stored = index._store.vectors(list(index.chunks))
    originals = np.stack([stored[chunk.id.rpartition("~")[0]] for chunk in chunks])
    noise = random_numbers.normal(0, _NOISE / np.sqrt(originals.shape[1]), originals.shape)
    moved = (originals + noise).astype(np.float32)
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    return {chunk.id: row for chunk, row in zip(chunks, moved, strict=True)}


def _memory(large: Index, queries: Sequence[str], before: float) -> Iterator[Row]:
    """Yield the memory that the largest index takes, and what a thousand queries add to it."""
    held = resident() or before
    yield Row("4", f"memory of {len(large.chunks):,} chunks", "MB", _single(held - before))
    for number in range(1000):
        large.search(queries[number % len(queries)])
    added = (resident() or held) - held
    yield Row("4", "memory that 1,000 queries add to it", "MB", _single(added), limit=20)


def resident() -> float | None:
    """Return the resident memory of this process in MB, None where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _single(value: float) -> Spread:
    return Spread(value, value, value, 1)
