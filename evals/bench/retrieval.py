"""Measure finding: cold, warm, build, sync."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from evals.bench.figures import Row, Spread, milliseconds, spread
from evals.bench.processes import run_cold
from evals.bench.tutorial import Tutorial
from index import Index, IndexSettings, open_index
from index.weights import find_weights
from knowledge import KnowledgeBase

TUTORIAL = "tutorial chain"
_QUERY = "What do I need before deep learning?"


def cold_rows(home: Path, tutorial: Tutorial, repeats: int) -> Iterator[Row]:
    """Yield the time from process start to retrieved chunks, and the memory, beside the chain's."""
    ours = [run_cold("retrieve", str(home), _QUERY) for _ in range(repeats)]
    theirs = cold_tutorial(tutorial, max(1, repeats - 1))
    yield Row(
        "4",
        "cold: process start to retrieved chunks",
        "s",
        spread([run.seconds for run in ours]),
        spread([seconds for seconds, _ in theirs]),
        TUTORIAL,
        0.2,
    )
    memory = [run.megabytes for run in ours if run.megabytes is not None]
    their_memory = [megabytes for _, megabytes in theirs if megabytes is not None]
    if memory:
        yield Row("4", "cold: peak memory", "MB", spread(memory), limit=350)
        yield Row(
            "4", "cold: peak memory, beside", "MB", spread(memory), spread(their_memory), TUTORIAL
        )


def cold_tutorial(tutorial: Tutorial, repeats: int) -> list[tuple[float, float | None]]:
    """Return seconds and peak memory of the chain's cold starts."""
    runs = [
        run_cold("tutorial", str(tutorial.store), tutorial.model, _QUERY) for _ in range(repeats)
    ]
    return [(run.seconds, run.megabytes) for run in runs]


def warm_rows(
    index: Index, queries: Sequence[str], tutorial: Tutorial, repeats: int
) -> Iterator[Row]:
    """Yield warm retrieval beside the bare encoding and the chain, measured in turns."""
    encode, search, chain = [], [], []
    for query in list(queries) * repeats:
        encode.append(milliseconds(partial(index.encode, [query])))
        search.append(milliseconds(partial(index.search, query)))
        chain.append(milliseconds(partial(tutorial.retriever.invoke, query)))
    ours = spread(search)
    name = "warm hybrid retrieval, p50"
    yield Row("4", name, "ms", ours, spread(encode), "bare ONNX encoding", 2.2)
    yield Row("4", name, "ms", ours, spread(chain), TUTORIAL, 0.6)


def build_row(base: KnowledgeBase, settings: IndexSettings) -> Row:
    """Return chunks a second of a build beside raw encoding of the same texts with the same model.

    The encoder has been exported before; a build into an empty home counts everything else.
    """
    from sentence_transformers import SentenceTransformer  # the reference: seconds to import

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "encoder").symlink_to(settings.home / "encoder", target_is_directory=True)
        start = time.perf_counter()
        index = open_index(base, IndexSettings(home=home, model=settings.model))
        ours = len(index.chunks) / (time.perf_counter() - start)
        texts = [chunk.search_text for chunk in index.chunks.values()]
        index.close()
    start = time.perf_counter()
    model = SentenceTransformer(find_weights(settings.model).location, device="cpu")
    model.encode(texts)
    raw = len(texts) / (time.perf_counter() - start)
    return Row(
        "4",
        "build",
        "chunks/s",
        Spread(ours, ours, ours, 1),
        Spread(raw, raw, raw, 1),
        "loading the model and raw encode",
        0.85,
        at_least=True,
    )


def sync_rows(home: Path, repeats: int) -> Iterator[Row]:
    """Yield the time and the embeddings of a sync that finds nothing changed."""
    runs = [run_cold("sync", str(home)).result for _ in range(repeats)]
    yield Row("4", "sync, nothing changed", "s", spread([r["seconds"] for r in runs]), limit=1.5)
    embedded = spread([float(r["embedded"]) for r in runs])
    yield Row("4", "sync, nothing changed: embedded", "chunks", embedded, limit=0)
