"""Tell the shape of lines and items."""

import pytest

from knowledge.importing.blocks import read_blocks
from knowledge.importing.inline import InlineReader
from knowledge.importing.shapes import (
    heads,
    lead,
    name_and_description,
    with_address_below,
    words_of_heading,
)


def line(text):
    (one,) = InlineReader({}).read(text, 1)
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Trees**: they split data", ("Trees", "they split data")),
        ("Trees: a, b, c", ("Trees", "a, b, c")),
        ("Trees - they split", ("Trees", "they split")),
        ("Semi-supervised learning", ("Semi-supervised learning", "")),
        ("**LLM Scientist** focuses on models", ("LLM Scientist focuses on models", "")),
    ],
)
def test_a_name_is_split_from_its_description(text, expected):
    one = line(text)
    assert name_and_description(one, one.text) == expected


def test_the_lead_is_what_stands_before_the_first_link():
    assert lead(line("SQL – [a](https://a.org) b")) == "SQL"
    assert lead(line("no link")) == ""


def test_a_badge_is_no_word_of_a_heading():
    assert words_of_heading(line("NLP [video](https://a.org)")) == "NLP"
    assert words_of_heading(line("[Inky ML](https://a.org)")) == "Inky ML"


def test_a_bare_address_joins_the_name_above_it():
    (joined,) = with_address_below(InlineReader({}).read("k-NN\nhttps://a.org/knn", 4))
    link = joined.links[0]
    assert (joined.text[: link.start].strip(), joined.text[link.start : link.end], joined.line) == (
        "k-NN",
        "https://a.org/knn",
        4,
    )


def test_only_a_bold_item_without_links_heads_linked_siblings():
    bold, linked, plain = read_blocks("- **A**\n- [b c](https://b.org)\n- d\n")
    assert heads(bold, linked)
    assert not heads(bold, plain) and not heads(plain, linked)
