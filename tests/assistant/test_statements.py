"""Check how answers are taken apart."""

from __future__ import annotations

from assistant.statements import split_statements, split_units


def covering(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(statement.text, statement.covering) for statement in split_statements(text)]


def test_marker_covers_the_sentences_before_it_in_the_paragraph():
    assert covering("One. Two [1]. Three.\n\nFour [2].") == [
        ("One.", (1,)),
        ("Two .", (1,)),
        ("Three.", ()),
        ("Four .", (2,)),
    ]


def test_marker_does_not_reach_out_of_its_list_item():
    assert covering("- One.\n- Two [1].\n2. Three") == [
        ("One.", ()),
        ("Two .", (1,)),
        ("Three", ()),
    ]


def test_marker_after_the_full_stop_belongs_to_the_sentence_before():
    assert covering("One. [1][2] Two.") == [("One.", (1, 2)), ("Two.", ())]


def test_table_row_is_one_statement_and_its_header_none():
    text = "| When | Learn |\n| --- | :-: |\n| 1 Jan | **SQL**. Done \\| dusted [3] |"
    assert covering(text) == [("; 1 Jan ; **SQL**. Done / dusted ;", (3,))]


def test_link_keeps_words_and_address_apart_from_the_text():
    [statement] = split_statements("Read [What is it? A tour](https://a.test/x_%28y%29) now [1].")
    assert statement.links == (("What is it? A tour", "https://a.test/x_%28y%29"),)
    assert statement.text == "Read now ."


def test_abbreviation_ends_no_sentence():
    assert len(split_statements("Use a library, e.g. NumPy vs. Polars.")) == 1


def test_wrapped_lines_are_one_paragraph_and_headings_stand_alone():
    units = split_units("# Title\nOne\ntwo.\n\n- Item\n  goes on")
    assert [unit.kind for unit in units] == ["heading", "paragraph", "item"]


def test_spans_point_into_the_text():
    text = "- One.\n- Two [1]. Three"
    assert [text[s.start : s.end] for s in split_statements(text)] == ["One.", "Two [1]. ", "Three"]
