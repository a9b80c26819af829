import pytest

from evals.retrieval import (
    DEPTH,
    Query,
    document,
    fold,
    load_queries,
    measure_retrieval,
    modes,
    ranking_figures,
    unknown_documents,
)
from knowledge import UsageError


def test_there_are_enough_queries_over_all_areas_and_labels_exist(base):
    queries = [*load_queries("main"), *load_queries("held-back")]
    assert len(queries) >= 150
    assert unknown_documents(queries, base) == {}
    topics = {name for query in queries for name in query.relevant if name in base.topics}
    assert {base.topics[name].area for name in topics} == set(base.areas)


def test_no_query_is_in_both_splits():
    main, held = ({query.query for query in load_queries(s)} for s in ("main", "held-back"))
    assert not main & held


def test_ranking_figures_by_hand():
    # First query: the wanted one at rank 2, a helpful one missing; second: nothing found.
    queries = [
        Query(query="a", relevant={"x": 2, "y": 1}),
        Query(query="b", relevant={"z": 2}),
    ]
    figures = ranking_figures(queries, [["other", "x"], ["other"]])
    assert figures["hit@1"].value == 0
    assert figures["hit@3"].value == 0.5
    assert figures["MRR@10"].value == 0.25
    # DCG = 2 / log2(3) = 1.2619; the best possible is 2 / log2(2) + 1 / log2(3) = 2.6309.
    assert figures["nDCG@10"].value == pytest.approx(1.2619 / 2.6309 / 2, abs=1e-4)


def test_chunks_fold_to_documents_at_the_place_of_the_best(tiny_chunks):
    names = [
        "topic:pandas#overview",
        "topic:nlp#overview",
        "topic:pandas#resources",
        "role:analyst#role",
    ]
    assert fold([tiny_chunks[name] for name in names]) == ["pandas", "nlp", "role:analyst"]
    assert len(fold(list(tiny_chunks.values()))) <= DEPTH


def test_guides_are_documents_of_their_own(tiny_chunks):
    guide = next(chunk for chunk in tiny_chunks.values() if chunk.guide_id)
    assert document(guide) == f"guide:{guide.guide_id}"


def test_hybrid_search_is_at_least_as_good_as_words_or_vectors_alone(assistant):
    figures = measure_retrieval(assistant.index, load_queries("main"))
    assert list(figures) == ["bm25", "dense", "hybrid"] == list(modes())
    for name in ("hit@1", "MRR@10", "nDCG@10"):
        alone = max(figures["bm25"][name].value, figures["dense"][name].value)
        assert figures["hybrid"][name].value >= alone


def test_a_wrong_grade_is_refused_naming_the_file(tmp_path):
    path = tmp_path / "queries.yaml"
    path.write_text("- {query: a, relevant: {sql: 3}}")
    with pytest.raises(UsageError, match=r"queries\.yaml is not a list of labelled queries"):
        load_queries(path=path)
    with pytest.raises(UsageError, match="cannot be read"):
        load_queries(path=tmp_path / "none.yaml")
