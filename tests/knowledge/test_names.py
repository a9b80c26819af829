"""Typed names find the topic or role that is meant."""

import pytest

from knowledge import KnowledgeBase, NameIndex, UsageError


@pytest.fixture(scope="module")
def names(base: KnowledgeBase) -> NameIndex:
    return NameIndex.of(base)


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("pca", "dimensionality-reduction"),
        ("PCA", "dimensionality-reduction"),
        ("k8s", "kubernetes"),
        ("sklearn", "scikit-learn"),
        ("scikit learn", "scikit-learn"),
        ("pandsa", "pandas"),
        ("deep-learning", "deep-learning"),
        ("transformers", "transformers"),
        ("backpropagation", "deep-learning"),
    ],
)
def test_ids_titles_aliases_concepts_and_typos_find_their_topic(names, typed, topic):
    assert names.topic(typed) == topic


@pytest.mark.parametrize(("typed", "goal"), [("data analyst", "data-analyst"), ("nlp", "nlp")])
def test_a_goal_is_a_role_or_a_topic(names, typed, goal):
    assert names.goal(typed) == goal


def test_an_unknown_topic_names_what_is_near(names):
    with pytest.raises(UsageError, match=r"There is no topic called “kubrick”; did you mean"):
        names.topic("kubrick")


def test_an_unknown_goal_says_where_names_are_listed(names):
    with pytest.raises(
        UsageError, match="There is no role or topic called “qqqqqqqq”; `roadmap topics`"
    ):
        names.goal("qqqqqqqq")


def test_a_word_too_short_to_guess_at_is_not_guessed(names):
    assert names.find_topic("xq") is None
