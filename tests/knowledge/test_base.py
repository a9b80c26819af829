"""Check what a knowledge base says about its records."""

from __future__ import annotations

from knowledge import KnowledgeBase, Place


def test_source_of_a_field_is_its_line(tiny_base: KnowledgeBase) -> None:
    file = "knowledge/topics/modelling/nlp.yaml"
    assert tiny_base.source("topic", "nlp") == f"{file}:1"
    assert tiny_base.source("topic", "nlp", "projects") == f"{file}:22"
    assert tiny_base.source("topic", "nlp", "projects.0.brief") == f"{file}:23"


def test_unknown_field_stands_where_the_record_stands() -> None:
    place = Place("a.yaml", {"": 7, "why": 9})
    assert (place.line("how"), place.line("why.2"), place.line()) == (7, 9, 7)


def test_record_in_a_list_has_lines_of_its_own(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.source("topic", "pandas").endswith("foundations.yaml:31")
    assert tiny_base.source("topic", "pandas", "hours").endswith("foundations.yaml:36")


def test_topics_of_a_resource_are_those_that_list_it(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.topics_of_resource["table-course"] == ("pandas",)


def test_title_in_a_sentence_is_lower_case_unless_it_is_a_name(tiny_base: KnowledgeBase) -> None:
    names = tiny_base.names_in_sentences
    assert names["pandas"] == "pandas"
    # "language" and "natural" never stand in lower case in the tiny prose; "machine" does.
    assert names["python-basics"] == "Python basics"
    assert names["deep-learning"] == "Deep learning"


def test_topics_are_in_the_order_of_their_areas(tiny_base: KnowledgeBase) -> None:
    areas = [topic.area for topic in tiny_base.topics.values()]
    assert areas == ["foundations"] * 3 + ["modelling"] * 3
