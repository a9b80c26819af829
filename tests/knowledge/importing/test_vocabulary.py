"""Compare words as people mean them."""

import pytest

from knowledge.importing.vocabulary import fold, starts_with, vocabulary


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("📌 Table of Contents!", "table of contents"),
        ("Índice & Sumário", "indice sumario"),
        ("C++ / C#", "c++ c#"),
        ("Don’t stop", "dont stop"),
        ("snake_case", "snake case"),
        ("विषय-सूची", "विषय सूची"),
        ("什么是AI？", "什么是ai"),
    ],
)
def test_case_accents_emoji_and_punctuation_do_not_matter(text, folded):
    assert fold(text) == folded


def test_words_that_yaml_could_misread_are_words():
    assert "on" in vocabulary().fillers
    assert vocabulary().columns["no"] == "order"


def test_no_title_is_claimed_by_two_kinds():
    words = vocabulary()
    kinds = (words.noise, words.about, words.topics, words.levels - {"fundamentals", "basics"})
    for position, one in enumerate(kinds):
        for other in kinds[position + 1 :]:
            assert not one & other - {"disclaimer", "fundamentals", "basics", "foundations",
                                      "conteudo", "foundational"}  # fmt: skip


def test_beginnings_end_at_a_word():
    assert starts_with("tip 2 focus", ("tip",))
    assert not starts_with("tipping points", ("tip",))
    assert starts_with("为什么学习", ("为什么",))
