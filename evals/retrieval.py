"""Measure what the index finds: labelled queries, ranking figures for each search mode.

Ranked chunks are folded to the topic, guide or role they belong to, at the place of the best chunk.
The figures come from ir-measures (trec_eval's own C code behind it, 2 MB); ranx computes the same
but brings numba and LLVM, 150 MB and seconds of compilation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from evals.intervals import mean_interval
from evals.question import Split
from evals.report import Figure
from evals.scoring import figure
from index import Chunk, Index
from index.search import Mode
from knowledge import KnowledgeBase, UsageError

QUERIES = Path(__file__).parent / "queries"
DEPTH = 10
_CHUNKS = 60  # enough for ten different topics
_LABELS = {"Success@1": "hit@1", "Success@3": "hit@3", "RR@10": "MRR@10", "nDCG@10": "nDCG@10"}

Grade = Annotated[int, Field(ge=1, le=2)]


class Query(BaseModel):
    """Words to search for and the grade of each relevant document: 2 wanted, 1 helpful.

    A document is a topic by its id, or a guide or role as `guide:id`, `role:id`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    query: str
    relevant: Annotated[dict[str, Grade], Field(min_length=1)]


def load_queries(split: Split = "main", path: Path | None = None) -> list[Query]:
    """Return the labelled queries of a split, or those of a file. Raises UsageError."""
    file = path or QUERIES / f"{split}.yaml"
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
        return TypeAdapter(list[Query]).validate_python(entries)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}.") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise UsageError(f"{file} is not a list of labelled queries: {error}") from error


def measure_retrieval(index: Index, queries: Sequence[Query]) -> dict[str, dict[str, Figure]]:
    """Return hit@1, hit@3, MRR@10 and nDCG@10 of each search mode over the queries."""
    return {mode: ranking_figures(queries, search(index, queries, mode)) for mode in modes()}


def modes() -> tuple[Mode, ...]:
    """Return the search modes, in the order in which reports show them."""
    return tuple(sorted(get_args(Mode), key=("bm25", "dense", "hybrid").index))


def search(index: Index, queries: Sequence[Query], mode: Mode) -> list[list[str]]:
    """Return the first `DEPTH` documents for each query."""
    return [
        fold([hit.chunk for hit in index.search(query.query, top_k=_CHUNKS, mode=mode)])
        for query in queries
    ]


def fold(chunks: Sequence[Chunk]) -> list[str]:
    """Return the documents of ranked chunks, each at the place of its best chunk."""
    return list(dict.fromkeys(document(chunk) for chunk in chunks))[:DEPTH]


def document(chunk: Chunk) -> str:
    """Return the document a chunk belongs to: a topic's id, or `guide:id`, or `role:id`."""
    if chunk.topic_id:
        return chunk.topic_id
    return f"guide:{chunk.guide_id}" if chunk.guide_id else f"role:{chunk.role_id}"


def ranking_figures(
    queries: Sequence[Query], rankings: Sequence[Sequence[str]]
) -> dict[str, Figure]:
    """Return the mean of each ranking measure with its interval; a hit is any relevant document.

    Raises UsageError where ir-measures is not installed.
    """
    try:
        import ir_measures  # an optional package, for those who measure
    except ImportError as error:
        raise UsageError(
            "Ranking figures need ir-measures: pip install 'roadmap-assistant[evals]'."
        ) from error
    measures = [ir_measures.parse_measure(name) for name in _LABELS]
    qrels = {str(number): dict(query.relevant) for number, query in enumerate(queries)}
    # Scores fall by rank, because trec_eval sorts by score and breaks ties its own way.
    run = {
        str(number): {name: float(DEPTH - rank) for rank, name in enumerate(ranking)}
        for number, ranking in enumerate(rankings)
    }
    values: dict[str, list[float]] = {label: [] for label in _LABELS.values()}
    for measured in ir_measures.iter_calc(measures, qrels, run):
        values[_LABELS[str(measured.measure)]].append(measured.value)
    return {label: figure(mean_interval(found)) for label, found in values.items()}


def unknown_documents(queries: Sequence[Query], base: KnowledgeBase) -> Mapping[str, list[str]]:
    """Map each query to the documents in its labels that the content does not have."""
    known = {*base.topics, *(f"guide:{n}" for n in base.guides), *(f"role:{n}" for n in base.roles)}
    return {
        query.query: missing
        for query in queries
        if (missing := [name for name in query.relevant if name not in known])
    }
