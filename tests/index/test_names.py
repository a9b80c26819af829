import pytest

from index.chunks import build_chunks
from index.keywords import KeywordIndex
from index.names import Names


@pytest.fixture(scope="module")
def names(base):
    return Names(base, KeywordIndex.build(build_chunks(base)).frequency)


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("k8s", "kubernetes"),
        ("is sk-learn enough", "scikit-learn"),
        ("NLP", "nlp"),
        ("learn PyTorch", "pytorch"),
        ("what is backpropagation", "deep-learning"),
    ],
)
def test_acronyms_aliases_and_concepts_name_their_topic(names, query, topic):
    assert topic in names.read(query).topics


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pyhton", "python"), ("kuberentes", "kubernetes"), ("tensorlfow", "tensorflow")],
)
def test_typos_are_mended(names, typed, meant):
    assert meant in names.read(f"how to learn {typed}").mended.split()


def test_words_that_the_content_uses_are_no_typos(names):
    query = "a good course for a company with a beginner"
    assert names.read(query).mended == query


def test_joined_words_are_parted(names):
    assert names.read("gradientboosting or not").mended == "gradient boosting or not"


def test_full_titles_are_added_to_what_is_embedded(names):
    reading = names.read("k8s")
    assert (reading.mended, reading.expanded) == ("k8s", "k8s Kubernetes")


def test_another_language_is_left_alone(names):
    query = "qué debería aprender ahora mismo después del curso"
    assert names.read(query).mended == query


def test_the_facet_asked_for_is_recognised(names):
    assert names.read("free courses for nlp").facet == "resources"
    assert names.read("is there an exam for spark").facet == "certifications"
    assert names.read("nlp").facet == "overview"


def test_a_very_long_query_is_read_in_part(names):
    assert len(names.read("pandas " * 3000).mended.split()) == 60


def test_an_empty_query_names_nothing(names):
    reading = names.read("?!")
    assert (reading.mended, reading.topics) == ("", ())
