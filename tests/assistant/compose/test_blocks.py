"""Markers come from the evidence and stand where they are read."""

from assistant.compose.blocks import (
    Bullets,
    Statement,
    Table,
    cited_chunks,
    paragraph,
    render,
)


def test_a_marker_stands_before_the_full_stop():
    assert render([paragraph(Statement("SQL first.", "a"))], {"a": 1}) == "SQL first [1]."


def test_statements_in_a_row_from_one_chunk_share_one_marker():
    block = paragraph(Statement("One.", "a"), Statement("Two.", "a"), Statement("Three.", "b"))
    assert render([block], {"a": 1, "b": 2}) == "One. Two [1]. Three [2]."


def test_what_is_said_about_the_person_carries_no_marker():
    block = paragraph(Statement("One.", "a"), Statement("You have it."), Statement("Two.", "a"))
    assert render([block], {"a": 1}) == "One [1]. You have it. Two [1]."


def test_missing_statements_are_left_out():
    assert paragraph(None, Statement(""), Statement("x")).statements == (Statement("x"),)


def test_a_row_of_a_table_is_marked_in_its_last_cell_and_pipes_are_escaped():
    table = Table(("When", "Learn"), ((("now", "a|b"), "c"), (("then", "d"), None)))
    assert render([table], {"c": 3}) == (
        "| When | Learn |\n| --- | --- |\n| now | a\\|b [3] |\n| then | d |"
    )


def test_chunks_are_listed_once_in_reading_order():
    blocks = [
        paragraph(Statement("x", "b"), Statement("y", "a")),
        Bullets((paragraph(Statement("z", "c")), paragraph(Statement("w", "b")))),
        Table(("h",), ((("r",), "d"),)),
    ]
    assert cited_chunks(blocks) == ["b", "a", "c", "d"]
