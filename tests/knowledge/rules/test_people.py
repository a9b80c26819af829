"""Check that thin guides and roles, unused resources and empty areas are found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge import KnowledgeBase
from knowledge.models import Area
from knowledge.rules.people import empty_areas, thin_guides, thin_roles, unused_resources

Change = Callable[..., KnowledgeBase]


def test_guide_needs_two_sources_that_still_answer(changed: Change) -> None:
    sources = ("number-book", "old-language-course")
    (problem,) = thin_guides(changed("guide", "need-statistics", sources=sources))
    assert problem.message == "rests on 1 resources that still answer; name at least two"


def test_role_that_requires_nothing_is_found(tiny_base: KnowledgeBase, changed: Change) -> None:
    optional = tuple(
        entry.model_copy(update={"required": False}) for entry in tiny_base.roles["analyst"].topics
    )
    (problem,) = thin_roles(changed("role", "analyst", topics=optional))
    assert "no topic is required" in problem.message


def test_resource_that_nobody_names_is_found(changed: Change) -> None:
    base = changed("topic", "nlp", resources=("language-course", "language-book"))
    unused = [problem.message.split("`")[1] for problem in unused_resources(base)]
    assert unused == ["old-language-course", "language-site"]


def test_successor_of_a_used_resource_is_in_use(changed: Change) -> None:
    # Without the topic's own mention, the course is still where its old address leads.
    base = changed("topic", "ml-fundamentals", resources=("learning-book", "old-learning-course"))
    base = replace(
        base,
        topics={
            **base.topics,
            "ml-fundamentals": base.topics["ml-fundamentals"].model_copy(
                update={"certifications": ()}
            ),
        },
        guides={},
    )
    unused = [problem.message.split("`")[1] for problem in unused_resources(base)]
    assert unused == ["learning-video"]


def test_area_without_topics_is_found(tiny_base: KnowledgeBase) -> None:
    empty = Area(id="modelling", title="Modelling", summary="Nothing is here.")
    topics = {name: topic for name, topic in tiny_base.topics.items() if topic.area != empty.id}
    (problem,) = empty_areas(replace(tiny_base, topics=topics))
    assert problem.message == "the area `modelling` has no topic; add one or remove the area"
    assert list(empty_areas(tiny_base)) == []
