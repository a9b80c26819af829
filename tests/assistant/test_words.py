"""Check how texts are reduced before they are compared."""

from __future__ import annotations

import pytest

from assistant.words import numbers, plain_stems, stem, stems


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("regressions", "regression"),
        ("training", "trained"),
        ("classify", "classifying"),
        ("Bayes’s", "Bayes"),
        ("summarises", "summarise"),
        ("probability", "probabilities"),
    ],
)
def test_forms_of_a_word_share_a_stem(first, second):
    assert stem(first) == stem(second)


@pytest.mark.parametrize(
    ("first", "second"), [("R", "RAG"), ("paid", "pandas"), ("c++", "c"), ("mean", "median")]
)
def test_different_words_do_not(first, second):
    assert stem(first) != stem(second)


def test_compounds_are_compared_part_by_part():
    assert stems("Machine-learning, e.g. A/B tests") == [
        *stems("machine learning"),
        "e.g",
        "a",
        "b",
        "test",
    ]


def test_numbers_are_those_that_stand_alone():
    assert numbers("1,000 rows, 3.5 h, 10-20, word2vec, the 3rd of CS224n, 2026.") == [
        1000,
        3.5,
        10,
        20,
        2026,
    ]


def test_plain_words_hold_no_word_of_the_field():
    field = "pandas statistics gradient certificate free paid model course book video python sql"
    assert plain_stems().isdisjoint(stems(field))
