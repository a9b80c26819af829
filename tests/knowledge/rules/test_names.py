"""Check that a name claimed by two topics is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge import KnowledgeBase
from knowledge.models import Subtopic
from knowledge.rules.names import names_claimed_twice, role_names_claimed_twice

Change = Callable[..., KnowledgeBase]


@pytest.mark.parametrize("alias", ["ml", "MACHINE LEARNING FUNDAMENTALS", "machine-learning"])
def test_alias_is_compared_with_titles_and_aliases_in_any_spelling(
    changed: Change, alias: str
) -> None:
    (problem,) = names_claimed_twice(changed("topic", "nlp", aliases=("NLP", alias)))
    assert problem.field == "aliases.1"
    assert problem.message == (
        f"`{alias}` already leads to `ml-fundamentals` "
        "(knowledge/topics/modelling/ml-fundamentals.yaml:1); leave it to one of the two"
    )


@pytest.mark.parametrize(
    ("subtopic", "owner"),
    [
        (Subtopic(name="Perceptron"), "deep-learning"),
        (Subtopic(name="Old nets", aliases=("mlp",)), "deep-learning"),
        (Subtopic(name="DataFrames, again", aliases=("dataframes",)), "pandas"),
    ],
)
def test_subtopic_is_compared_with_every_name(
    changed: Change, subtopic: Subtopic, owner: str
) -> None:
    (problem,) = names_claimed_twice(changed("topic", "nlp", subtopics=(subtopic,)))
    assert problem.field == "subtopics.0"
    assert f"already leads to `{owner}`" in problem.message


def test_topic_may_have_a_subtopic_of_its_own_name(changed: Change) -> None:
    own = (Subtopic(name="Natural language processing", aliases=("NLP",)),)
    assert list(names_claimed_twice(changed("topic", "nlp", subtopics=own))) == []


def test_name_that_two_roles_claim_is_found_at_the_second(changed: Change) -> None:
    base = changed("role", "analyst", aliases=("nlp-engineer",))
    (problem,) = role_names_claimed_twice(base)
    assert (problem.file, problem.field) == ("knowledge/roles/language-engineer.yaml", "aliases.0")
    assert problem.message.startswith("`NLP engineer` already leads to `analyst`;")


def test_role_shares_no_name_with_a_topic(changed: Change) -> None:
    (problem,) = role_names_claimed_twice(changed("role", "analyst", aliases=("x", "Stats")))
    assert problem.field == "aliases.1"
    assert "`Stats` already leads to `topic descriptive-statistics`" in problem.message
