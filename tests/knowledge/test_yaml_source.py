"""Check that YAML is read together with the lines of its values."""

from __future__ import annotations

import pytest

from knowledge.yaml_source import parse_yaml

NESTED = """\
id: nlp
aliases:
- NLP
- {name: text}

parts: [a, b]
"""


def test_every_key_and_item_has_its_line() -> None:
    document, problems = parse_yaml(NESTED, "nlp.yaml")
    assert problems == []
    assert document is not None
    assert document.lines[("aliases",)] == 2
    assert document.lines[("aliases", 1, "name")] == 4
    assert document.lines[("parts", 1)] == 6


def test_line_of_something_missing_is_that_of_its_nearest_parent() -> None:
    document, _ = parse_yaml(NESTED, "nlp.yaml")
    assert document is not None
    assert document.line(("aliases", 1, "title")) == 4
    assert document.line(("title",)) == 1


def test_first_line_moves_all_lines() -> None:
    document, _ = parse_yaml(NESTED, "guide.md", first_line=10)
    assert document is not None
    assert document.line(("aliases",)) == 11


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: a\ntitle: [b\nwhy: c\nhow: d\n", 2, "this is not YAML"),
        ("id: a\ntitle: 'b\nwhy: c\n", 2, "unexpected end of stream"),
        ("id: a\n\ttitle: b\n", 2, "check the indentation"),
        ("id: a\nwhy: b: c\n", 2, "mapping values are not allowed"),
        ("date: 2026-13-45\n", 1, "this YAML cannot be read: month must be in 1..12"),
    ],
)
def test_broken_yaml_names_the_line_of_the_mistake(text: str, line: int, words: str) -> None:
    document, (problem,) = parse_yaml(text, "a.yaml")
    assert document is None
    assert (problem.file, problem.line) == ("a.yaml", line)
    assert words in problem.message


def test_key_that_stands_twice_is_a_problem() -> None:
    _, (problem,) = parse_yaml("id: a\nwhy: b\nid: c\n", "a.yaml")
    assert str(problem) == "a.yaml:3: id: the key stands here and on line 1; keep one of them"


def test_empty_file_is_an_empty_document() -> None:
    document, problems = parse_yaml("# nothing yet\n", "a.yaml")
    assert problems == []
    assert document is not None
    assert document.data is None
