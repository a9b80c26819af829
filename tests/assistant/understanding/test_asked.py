import pytest


@pytest.mark.parametrize(
    ("message", "topics"),
    [
        ("I know Python. What do I need for NLP?", ("nlp",)),
        ("do I need linear algebra for ML?", ("linear-algebra", "ml-fundamentals")),
        ("what should I be able to do after docker?", ("docker",)),
        ("is my statistics good enough?", ("statistical-inference",)),
        ("what are eigenvalues?", ("matrix-decompositions",)),
    ],
)
def test_topics_asked_about_and_not_those_known(understand, message, topics):
    assert understand(message).topics == topics


def test_a_concept_is_named_with_its_topic(understand):
    concept = ("ml-fundamentals", "Overfitting and underfitting")
    assert understand("what is overfitting?").subtopics == (concept,)


def test_roles_are_asked_about_even_where_a_topic_has_the_same_name(understand):
    assert understand("what is an analytics engineer?").roles == ("analytics-engineer",)


def test_a_job_one_has_is_not_asked_about(understand):
    assert understand("I'm a data engineer. What is docker?").roles == ()


def test_a_resource_is_named_by_nickname_or_address(understand, base):
    assert understand("is CS224n good?").resources == ("cs224n",)
    assert understand(f"what does {base.resources['cs224n'].url} cover?").resources == ("cs224n",)


def test_a_word_of_the_field_without_topic_comes_with_the_nearest(understand):
    assert understand("how do I learn MATLAB?").not_held == (("MATLAB", "numpy"),)


def test_a_concept_of_two_topics_is_ambiguous_until_something_settles_it(understand):
    topics = {"multivariable-calculus", "dynamical-systems"}
    assert set(understand("what is a saddle point?").ambiguous) == topics
    assert understand("what is a saddle point in dynamical systems?").ambiguous == ()
