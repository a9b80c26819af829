"""Check that wrong addresses and links are found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from knowledge import KnowledgeBase
from knowledge.models import Section, Seen
from knowledge.rules.addresses import (
    dead_ends,
    duplicate_addresses,
    impossible_sightings,
    placeholder_addresses,
    unknown_links_in_guides,
)

Change = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/x",
        "http://localhost:80/",
        "https://docs.test/#",
        "https://yoursite.com",
    ],
)
def test_placeholder_is_found(changed: Change, address: str) -> None:
    (problem,) = placeholder_addresses(changed("resource", "table-docs", url=address))
    assert (problem.line, problem.field) == (56, "url")
    assert "is a placeholder" in problem.message


def test_address_with_a_space_is_found(changed: Change) -> None:
    base = changed("resource", "table-docs", url="https://tables.test/my docs")
    assert "holds a space" in next(placeholder_addresses(base)).message


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://snake.test/tutorial/", 1),
        ("http://www.snake.test/tutorial", 1),
        ("https://snake.test/tutorial/#part", 0),
        ("https://snake.test/tutorial?page=2", 0),
    ],
)
def test_same_page_in_another_spelling_is_a_duplicate(
    changed: Change, address: str, found: int
) -> None:
    problems = list(duplicate_addresses(changed("resource", "table-docs", url=address)))
    assert len(problems) == found


def test_old_spelling_may_stay_while_marked_as_moved(changed: Change) -> None:
    base = changed("resource", "old-learning-course", url="http://university.test/learning")
    assert list(duplicate_addresses(base)) == []


def test_sighting_in_the_future_is_found(changed: Change) -> None:
    today = dt.date(2035, 5, 1)
    base = changed("resource", "table-docs", seen=Seen(date="2035-05-03", how="listed", where="a"))
    (problem,) = impossible_sightings(base, today)
    assert "2035-05-03 is still to come" in problem.message
    assert list(impossible_sightings(base, today + dt.timedelta(days=1))) == []


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("old-learning-course", {"successor": None}, "a moved resource names its `successor`"),
        ("old-learning-course", {"successor": "old-language-course"}, "is retired itself"),
        ("table-docs", {"successor": "table-course"}, "still answers has no successor"),
    ],
)
def test_dead_end_is_found(
    changed: Change, name: str, fields: dict[str, str | None], words: str
) -> None:
    (problem,) = dead_ends(changed("resource", name, **fields))
    assert words in problem.message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("See [this](https://unknown.test/page).", "is not the address of a resource"),
        ("See [this](#).", "a link to `#` is a placeholder"),
    ],
)
def test_link_in_a_guide_leads_to_a_resource(changed: Change, body: str, words: str) -> None:
    sections = (Section(title="First", body=body),)
    (problem,) = unknown_links_in_guides(changed("guide", "need-statistics", sections=sections))
    assert (problem.line, problem.field) == (13, "sections.0")
    assert words in problem.message


def test_address_of_a_resource_may_be_linked_in_a_guide(changed: Change) -> None:
    sections = (Section(title="First", body="See https://press.test/numbers."),)
    base = changed("guide", "need-statistics", sections=sections)
    assert list(unknown_links_in_guides(base)) == []
