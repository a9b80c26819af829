"""Check that careless sentences are found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge import KnowledgeBase
from knowledge.rules.prose import (
    careless_sentences,
    long_or_short_texts,
    outcomes_that_promise_nothing,
)

Change = Callable[..., KnowledgeBase]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It has no end. None at all", "close it with a full stop"),
        ("A [link](https://x.test) is here. So it goes.", "`](`"),
        ("See https://x.test for more. So it goes.", "`https://`"),
        ("A marker [1] is here. So it goes.", "`[1]`"),
        ("Two  spaces are here. So it goes.", "two spaces in a row"),
        ("TODO write this. So it goes.", "`TODO` is a reminder"),
    ],
)
def test_careless_sentence_is_named(changed: Change, text: str, words: str) -> None:
    (problem,) = careless_sentences(changed("topic", "nlp", summary=text))
    assert (problem.line, problem.field) == (7, "summary")
    assert words in problem.message


def test_sentences_of_roles_and_guides_are_read_too(changed: Change) -> None:
    (role,) = careless_sentences(changed("role", "analyst", work="An analyst counts"))
    (guide,) = careless_sentences(changed("guide", "need-statistics", verdict="It is so"))
    assert (role.file, role.field) == ("knowledge/roles/analyst.yaml", "work")
    assert (guide.file, guide.field) == ("knowledge/guides/need-statistics.md", "verdict")


@pytest.mark.parametrize(("count", "found"), [(1, 1), (2, 0), (5, 0), (6, 1)])
def test_two_to_five_sentences_are_right(changed: Change, count: int, found: int) -> None:
    text = " ".join(["It costs 1.5 euros."] * count)
    assert len(list(long_or_short_texts(changed("topic", "nlp", why=text)))) == found


def test_outcome_says_what_you_can_do(changed: Change) -> None:
    outcomes = ("You can count.", "Understand tokens.", "You can read.")
    (problem,) = outcomes_that_promise_nothing(changed("topic", "nlp", outcomes=outcomes))
    assert (problem.line, problem.field) == (11, "outcomes.1")
    assert "begin the outcome with `You can`" in problem.message
