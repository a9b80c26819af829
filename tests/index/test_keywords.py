import numpy as np
import pytest

from index.chunks import Chunk
from index.keywords import KeywordIndex, keyword_text, tokenize


def chunk(identifier: str, title: str, text: str) -> Chunk:
    return Chunk(
        id=identifier, text=text, title=title, facet="overview", source="f:1", search_text=text
    )


CHUNKS = [
    chunk("a", "Pandas", "tables of data in Python"),
    chunk("b", "SQL", "tables of data in databases"),
    chunk("c", "Docker", "containers for services"),
]


def test_plurals_and_their_singulars_become_one_word():
    assert tokenize("libraries models statistics") == tokenize("library model statistic")


def test_joined_words_are_found_whole_and_in_parts():
    assert tokenize("scikit-learn") == ["scikitlearn", "scikit", "learn"]


def test_names_of_languages_keep_their_signs():
    assert tokenize("C++ and C#") == ["c++", "c#"]


def test_words_of_questions_are_dropped():
    assert tokenize("What should I do with pandas?") == ["panda"]


def test_a_word_of_the_title_counts_more_than_one_of_the_text():
    assert keyword_text(CHUNKS[0]).count("Pandas") == 3


def test_scores_equal_those_of_bm25s():
    import bm25s

    reference = bm25s.BM25(k1=1.2, b=0.75)
    reference.index([tokenize(keyword_text(c)) for c in CHUNKS], show_progress=False)
    expected = reference.get_scores(tokenize("data tables in Python"))
    found = KeywordIndex.build(CHUNKS).scores("data tables in Python")
    assert found == pytest.approx(expected)
    assert np.argmax(found) == 0


def test_ties_are_broken_by_id():
    twins = [chunk("z", "Data", "tables"), chunk("y", "Data", "tables")]
    assert [name for name, _ in KeywordIndex.build(twins).best("tables", 1)] == ["y"]


def test_only_chunks_that_share_a_word_are_found():
    assert [name for name, _ in KeywordIndex.build(CHUNKS).best("containers", 3)] == ["c"]
    assert KeywordIndex.build(CHUNKS).best("quantum", 3) == []


def test_a_search_can_be_limited_to_ids():
    assert [n for n, _ in KeywordIndex.build(CHUNKS).best("tables", 3, ids=["b", "c"])] == ["b"]


def test_frequency_counts_the_chunks_with_a_word():
    keywords = KeywordIndex.build(CHUNKS)
    assert keywords.frequency("tables") == 2
    assert keywords.frequency("quantum") == 0
    assert keywords.frequency("the") == 3


def test_a_saved_index_scores_as_before(tmp_path):
    built = KeywordIndex.build(CHUNKS)
    built.save(tmp_path)
    loaded = KeywordIndex.load(tmp_path)
    assert loaded.best("data tables", 3) == built.best("data tables", 3)
