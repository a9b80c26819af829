"""Check that a link check's findings reach the YAML and nothing else changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from knowledge import KnowledgeBase, RoadmapError, load_knowledge
from knowledge.link_check import LinkResult, State
from knowledge.link_writing import write_back

TODAY = dt.date(2026, 11, 22)


def result(base: KnowledgeBase, name: str, state: State, moved_to: str | None = None) -> LinkResult:
    return LinkResult(base.resources[name], state, "", moved_to)


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def test_what_answered_was_opened_today_and_only_its_line_changes(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    path = tiny_content / "resources/all.yaml"
    before = path.read_text()
    assert write_back([result(base, "table-docs", "ok")], base, TODAY) == [path]
    assert changed_lines(before, path.read_text()) == [
        (
            "  seen: {date: 2026-10-01, how: listed, where: a list of free courses}",
            "  seen: {date: 2026-11-22, how: opened, where: the page itself}",
        )
    ]


@pytest.mark.parametrize(
    ("name", "state", "status", "how"),
    [
        ("language-site", "ok", "active", "opened"),
        ("table-docs", "gone", "retired", "listed"),
        ("table-docs", "blocked", "active", "listed"),
        ("table-docs", "unreachable", "active", "listed"),
        ("old-learning-course", "ok", "moved", "opened"),
        ("old-language-course", "gone", "retired", "listed"),
    ],
)
def test_status_and_sighting_say_no_more_than_the_answer(
    tiny_content: Path, name: str, state: State, status: str, how: str
) -> None:
    base = load_knowledge(tiny_content)
    write_back([result(base, name, state)], base, TODAY)
    written = load_knowledge(tiny_content).resources[name]
    assert (written.status, written.seen.how) == (status, how)


def test_moved_page_gets_its_successor_where_that_has_an_entry(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    moved = result(base, "language-site", "moved", "http://coders.test/language/")
    write_back([moved], base, TODAY)
    written = load_knowledge(tiny_content).resources["language-site"]
    assert (written.status, written.successor) == ("moved", "language-course")
    assert written.seen.where == "redirects to http://coders.test/language/"


def test_moved_page_without_an_entry_names_the_new_address(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    write_back([result(base, "table-docs", "moved", "https://new.test/docs")], base, TODAY)
    written = load_knowledge(tiny_content).resources["table-docs"]
    assert (written.status, written.successor) == ("moved", None)
    assert written.seen.where == "redirects to https://new.test/docs"


AWKWARD = """\
# A comment above.
resources:   # and beside
- seen:
    where: "a 'quoted' place: with a colon"   # kept
    date: 2026-10-01
    how: listed
  id: table-docs
  title: Größe & 数据 tables
  provider: >-
    Table
    Project
  url: https://tables.test/docs#status
  type: docs
  formats:
  - text
  cost: free
  level: beginner
  status: "unknown"  # nobody looked
  note: 'status: unknown'

- {id: table-course, title: T, provider: P, url: "https://n.test/t", type: course, formats: [text],
   cost: free, level: beginner, status: active, seen: {date: 2026-10-01, how: listed, where: x}}
# The end."""


def test_comments_order_quotes_and_line_ends_are_kept(tiny_content: Path) -> None:
    path = tiny_content / "resources/all.yaml"
    others = path.read_text()
    for name in ("table-docs", "table-course"):
        start = others.index(f"- id: {name}\n")
        end = others.index("- id:", start + 1)
        others = others[:start] + others[end:]
    path.write_text(others)
    awkward = tiny_content / "resources/awkward.yaml"
    awkward.write_bytes(AWKWARD.replace("\n", "\r\n").encode())
    base = load_knowledge(tiny_content)

    findings = [
        result(base, "table-docs", "ok"),
        result(base, "table-course", "moved", "https://coders.test/networks"),
    ]
    write_back(findings, base, TODAY)

    expected = (
        AWKWARD.replace("\"a 'quoted' place: with a colon\"", "the page itself")
        .replace("    date: 2026-10-01\n    how: listed", "    date: 2026-11-22\n    how: opened")
        .replace('"unknown"', "active")
        .replace("status: active, seen", "status: moved, successor: network-course, seen")
        .replace(
            "{date: 2026-10-01, how: listed, where: x}",
            "{date: 2026-11-22, how: opened, where: 'redirects to https://coders.test/networks'}",
        )
    )
    assert awkward.read_bytes().decode() == expected.replace("\n", "\r\n")


def test_nothing_is_written_where_nothing_changed(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    assert write_back([result(base, "table-docs", "unreachable")], base, TODAY) == []


def test_vanished_file_is_one_sentence(tiny_content: Path) -> None:
    base = load_knowledge(tiny_content)
    path = tiny_content / "resources/all.yaml"
    (tiny_content / "resources/kept.yaml").write_text(path.read_text())
    findings = [result(base, "table-docs", "ok")]
    path.unlink()
    path.mkdir()
    with pytest.raises(RoadmapError, match="cannot be rewritten"):
        write_back(findings, base, TODAY)
