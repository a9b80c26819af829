import pytest

from assistant.understanding.text import tokenize


def found(gazetteer, text):
    mentions = [mention for mention in gazetteer.find(tokenize(text)) if not mention.names[0].weak]
    return [(mention.names[0].kind, mention.names[0].id) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        ("PCA", "topic", "dimensionality-reduction"),
        ("k8s", "topic", "kubernetes"),
        ("scikitlearn", "topic", "scikit-learn"),
        ("tensor flow", "topic", "tensorflow-keras"),
        ("stats", "topic", "statistical-inference"),
        ("aprendizaje automático", "topic", "ml-fundamentals"),
        ("मशीन लर्निंग", "topic", "ml-fundamentals"),
        ("overfitting", "subtopic", "ml-fundamentals"),
        ("data analysts", "role", "data-analyst"),
        ("CS224n", "resource", "cs224n"),
        ("andrew ng's course", "resource", "ml-specialization"),
        ("basics of Python", "topic", "python-basics"),
    ],
)
def test_a_name_is_found_however_it_is_typed(gazetteer, text, kind, identifier):
    assert found(gazetteer, text) == [(kind, identifier)]


def test_a_list_gives_each_of_its_names(gazetteer):
    text = "docker and kubernetes, linear algebra for machine learning"
    assert [name for _, name in found(gazetteer, text)] == [
        "docker",
        "kubernetes",
        "linear-algebra",
        "ml-fundamentals",
    ]


@pytest.mark.parametrize(
    "text", ["did it work", "zero chance", "hmm", "all or nothing", "where do I go", "is it my CV?"]
)
def test_everyday_words_are_no_names(gazetteer, text):
    assert found(gazetteer, text) == []


@pytest.mark.parametrize(("text", "count"), [("R or C", 2), ("r u ok", 0), ("vitamin c", 0)])
def test_single_letters_are_languages_only_where_they_can_be(gazetteer, text, count):
    assert len(found(gazetteer, text)) == count


def test_a_skill_without_topic_names_the_nearest_one(gazetteer):
    mention = gazetteer.find(tokenize("Hadoop"))[0]
    skill = mention.first("skill")
    assert (skill.detail, skill.id) == ("Hadoop", "apache-spark")


def test_a_comma_separates_names(gazetteer):
    assert found(gazetteer, "deep, learning") == []


def test_an_address_names_its_resource(gazetteer, base):
    url = base.resources["cs224n"].url
    assert gazetteer.find_addresses(f"is {url} good?") == ("cs224n",)
    assert gazetteer.find_addresses("is https://example.org/x good?") == ()
