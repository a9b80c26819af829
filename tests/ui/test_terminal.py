"""Answers and topics are readable in a terminal."""

import io

from rich.console import Console

from ui.terminal import print_answer, print_table, resource_line, source_lines, topic_markdown


def test_every_shown_resource_is_listed_with_its_address(assistant):
    answer = assistant.ask("free resources for NLP").answer
    lines = source_lines(answer, assistant.base)
    for resource in answer.resources:
        assert any(resource.url in line for line in lines)
    assert all(line.startswith("[1] Natural language processing: ") for line in lines)


def test_an_answer_is_printed_with_its_sources_below(assistant):
    console = Console(record=True, width=100, file=io.StringIO())
    print_answer(console, assistant.ask("What is SQL?").answer, assistant.base)
    text = console.export_text()
    assert text.index("SQL is") < text.index("Sources") < text.index("[1] SQL: ")
    assert "](" not in text


def test_a_topic_is_shown_whole(base):
    text = topic_markdown(base.topics["nlp"], base)
    for heading in ("In this order", "Before it", "Learn it from", "Build", "Common mistakes"):
        assert f"## {heading}" in text


def test_a_resource_that_has_moved_says_so(base):
    assert "moved" in resource_line(base, "hf-nlp-course")
    assert "moved" not in resource_line(base, "hf-llm-course")


def test_rows_stand_under_their_columns():
    console = Console(width=40, file=io.StringIO())
    print_table(console, ("id", "title"), [("a", "b"), ("cc", "[draft] d")])
    assert console.file.getvalue().split("\n") == [
        "id  title    ",
        "a   b        ",
        "cc  [draft] d",
        "",
    ]


def test_a_row_is_one_whole_line_where_there_is_no_terminal():
    address = "https://example.org/" + "x" * 100
    console = Console(width=40, file=io.StringIO())
    print_table(console, ("id", "address"), [("a", address)])
    assert f"a   {address}" in console.file.getvalue().split("\n")


def test_a_terminal_gets_every_character_of_a_long_address():
    address = "https://example.org/" + "x" * 100
    console = Console(width=40, file=io.StringIO(), force_terminal=True, color_system=None)
    print_table(console, ("id", "address"), [("a", address)])
    printed = console.file.getvalue()
    assert max(map(len, printed.split("\n"))) <= 40
    assert address in "".join(printed.split())
