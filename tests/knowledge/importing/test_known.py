"""Find which of our topics a document's words mean."""

import pytest

from knowledge.importing.known import spellings


@pytest.mark.parametrize(
    ("title", "topic", "confidence"),
    [
        ("Deep learning", "deep-learning", 1.0),
        ("NLP", "nlp", 1.0),
        ("Natural Language Processing (NLP)", "nlp", 0.98),
        ("Introduction to Deep Learning", "deep-learning", 0.9),
        ("Python Programming Language", "python-basics", 0.9),
        ("Time Serie Forecasting", "time-series-forecasting", None),
    ],
)
def test_titles_are_linked_with_their_confidence(known, title, topic, confidence):
    match = known.find(title)
    assert match.topic == topic
    assert match.confidence == confidence or (confidence is None and 0.92 <= match.confidence < 1)


@pytest.mark.parametrize(
    "title", ["Company data model", "Nonlinear regression on 3 continents", "Statistics 2", "X"]
)
def test_other_things_are_not_linked(known, title):
    assert known.find(title) is None


def test_names_that_differ_in_a_first_letter_or_a_number_mean_different_things(tiny_base):
    from knowledge.importing.known import KnownTopics

    tiny = KnownTopics(tiny_base)
    assert tiny.find("Beep learning") is None
    assert tiny.find("Deep learnings").topic == "deep-learning"


def test_a_prerequisite_may_be_a_subtopic_but_a_topic_may_not(known):
    assert known.find("Receptive field") is None
    assert known.find_also_within("Receptive field") == ("cnns", 0.8)


def test_spellings_begin_with_the_surest():
    assert list(spellings("Intro to Trees (CART)")) == [
        ("intro to trees cart", 1.0),
        ("intro to trees", 0.98),
        ("cart", 0.95),
        ("trees cart", 0.9),
        ("trees", 0.9),
    ]


def test_words_of_the_field_are_known(known):
    assert known.is_field_word("regression") and not known.is_field_word("oyster")
    assert known.is_name("deep LEARNING") and not known.is_name("deep frying")
