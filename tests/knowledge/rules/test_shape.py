"""Check that thin, long and repeating lists are found."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import KnowledgeBase
from knowledge.rules.shape import repeated_entries, too_few_or_too_many

Change = Callable[..., KnowledgeBase]


def test_topic_without_projects_is_found(changed: Change) -> None:
    (problem,) = too_few_or_too_many(changed("topic", "nlp", projects=()))
    assert problem.message == "has 0 projects; 1 to 3 are right"


def test_resource_listed_twice_is_found_where_it_stands_again(changed: Change) -> None:
    names = ("language-course", "language-book", "language-course")
    (problem,) = repeated_entries(changed("topic", "nlp", resources=names))
    assert (problem.field, problem.message) == (
        "resources.2",
        "names `language-course` 2 times; keep one",
    )


def test_alias_repeated_in_another_case_is_found(changed: Change) -> None:
    (problem,) = repeated_entries(changed("topic", "nlp", aliases=("NLP", "nlp")))
    assert problem.message == "names `nlp` 2 times; keep one"


def test_topic_that_requires_itself_is_found(tiny_base: KnowledgeBase, changed: Change) -> None:
    own = tiny_base.topics["nlp"].prerequisites[0].model_copy(update={"topic": "nlp"})
    (problem,) = repeated_entries(changed("topic", "nlp", prerequisites=(own,)))
    assert problem.message == "`nlp` cannot come before itself; remove the edge"


def test_role_and_guide_lists_are_read_too(tiny_base: KnowledgeBase, changed: Change) -> None:
    topics = tiny_base.roles["analyst"].topics
    role = changed("role", "analyst", topics=(*topics, topics[0]))
    guide = changed("guide", "need-statistics", sources=("number-book", "number-book"))
    assert [problem.field for problem in repeated_entries(role)] == ["topics.3"]
    assert [problem.field for problem in repeated_entries(guide)] == ["sources.1"]
