import importlib.util
from pathlib import Path

import numpy as np
import pytest

from index import Filters, Index


def _questions():
    # Tests are no package, so the list beside this file is loaded by its path.
    path = Path(__file__).with_name("questions.py")
    spec = importlib.util.spec_from_file_location("questions", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hit_rates(index: Index, mode: str) -> tuple[float, float]:
    """Return hit@1 and hit@3 over our own questions."""
    questions = _questions()
    first = third = 0
    for question, accepted in questions.QUESTIONS.items():
        found = [
            questions.is_found(hit.chunk.id, accepted)
            for hit in index.search(question, top_k=3, mode=mode)
        ]
        first += found[:1] == [True]
        third += any(found)
    return first / len(questions.QUESTIONS), third / len(questions.QUESTIONS)


def test_hybrid_beats_words_and_vectors_on_our_questions(real_index):
    hybrid, dense, words = (hit_rates(real_index, mode) for mode in ("hybrid", "dense", "bm25"))
    assert hybrid[0] >= 0.9
    assert hybrid[1] >= 0.97
    assert hybrid[0] > max(dense[0], words[0])
    assert hybrid[1] > max(dense[1], words[1])


@pytest.mark.parametrize(
    ("query", "topic"),
    [("k8s", "kubernetes"), ("sk-learn", "scikit-learn"), ("pyhton", "python-basics")],
)
def test_acronyms_typos_and_code_words_find_their_topic(real_index, query, topic):
    assert real_index.search(query)[0].chunk.id == f"topic:{topic}#overview"


def test_ranks_start_at_one_and_scores_fall(tiny_index):
    hits = tiny_index.search("tables")
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_dense_score_is_a_cosine(tiny_index):
    hit = tiny_index.search("tables", mode="dense")[0]
    query, text = tiny_index.encode(["tables", hit.chunk.search_text])
    assert hit.score == pytest.approx(float(query @ text), abs=1e-4)


def test_the_same_query_gives_the_same_hits(tiny_index):
    assert tiny_index.search("language models") == tiny_index.search("language models")


def test_top_k_is_the_number_of_hits(tiny_index):
    assert [len(tiny_index.search("tables", top_k=k)) for k in (0, 1, 5)] == [0, 1, 5]


@pytest.mark.parametrize("query", ["", "  \n", "?!", "🙂", "数据科学", "<script>alert(1)</script>"])
def test_odd_queries_are_answered_or_empty(tiny_index, query):
    assert len(tiny_index.search(query, top_k=3)) == (3 if query.strip() else 0)


def test_a_very_long_query_is_searched(tiny_index):
    assert tiny_index.search("join two tables " * 1250)[0].chunk.topic_id == "pandas"


@pytest.mark.parametrize("mode", ["hybrid", "dense", "bm25"])
def test_filters_hold_in_every_mode(tiny_index, mode):
    filters = Filters(topic_ids=["nlp", "pandas"], facets=["projects"])
    hits = tiny_index.search("what should I build", filters=filters, mode=mode)
    assert {hit.chunk.id for hit in hits} <= {"topic:nlp#projects", "topic:pandas#projects"}
    assert hits or mode == "bm25"


def test_a_filter_that_nothing_passes_finds_nothing(tiny_index):
    assert tiny_index.search("tables", filters=Filters(topic_ids=["no-such-topic"])) == []


def test_results_are_diverse_over_facets_and_topics(real_index):
    hits = real_index.search("free resources to learn data science", top_k=8)
    facets = [hit.chunk.facet for hit in hits]
    owners = [hit.chunk.id.partition("#")[0] for hit in hits]
    assert max(facets.count(facet) for facet in facets) <= 4
    assert max(owners.count(owner) for owner in owners) <= 3


def test_encoding_gives_normalised_float32_rows(tiny_index):
    rows = tiny_index.encode(["one", "two words"])
    assert (rows.shape, rows.dtype) == ((2, 384), np.float32)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)


def test_chunk_of_returns_a_facet_or_none(tiny_index):
    assert tiny_index.chunk_of("pandas", "overview").id == "topic:pandas#overview"
    assert tiny_index.chunk_of("pandas", "certifications") is None
