from dataclasses import replace

from index import TOPIC_FACETS, build_chunks
from index.chunks import Chunk
from knowledge import KnowledgeBase


def by_id(base: KnowledgeBase) -> dict[str, Chunk]:
    return {chunk.id: chunk for chunk in build_chunks(base)}


def test_a_topic_gives_one_chunk_a_facet(tiny_base):
    ids = [chunk.id for chunk in build_chunks(tiny_base) if chunk.topic_id == "nlp"]
    assert ids == [f"topic:nlp#{facet}" for facet in TOPIC_FACETS]


def test_a_facet_with_nothing_to_say_gives_no_chunk(tiny_base):
    assert "topic:pandas#certifications" not in by_id(tiny_base)


def test_a_guide_gives_a_verdict_and_numbered_sections(tiny_base):
    ids = [chunk.id for chunk in build_chunks(tiny_base) if chunk.guide_id == "need-statistics"]
    assert ids == ["guide:need-statistics#verdict", "guide:need-statistics#section-1"]


def test_a_role_gives_one_chunk(tiny_base):
    chunk = by_id(tiny_base)["role:analyst#role"]
    assert (chunk.title, chunk.role_id, chunk.facet) == ("Analyst", "analyst", "role")


def test_ids_are_unique_in_the_real_content(base):
    chunks = build_chunks(base)
    assert len({chunk.id for chunk in chunks}) == len(chunks)


def test_the_source_is_the_line_of_the_facet(tiny_base):
    chunks = by_id(tiny_base)
    place = tiny_base.places[("topic", "nlp")]
    assert chunks["topic:nlp#overview"].source == f"{place.file}:1"
    assert chunks["topic:nlp#projects"].source == f"{place.file}:{place.lines['projects']}"
    section = tiny_base.places[("guide", "need-statistics")].lines["sections.0"]
    assert chunks["guide:need-statistics#section-1"].source.endswith(
        f"need-statistics.md:{section}"
    )


def test_retired_resources_are_only_behind_the_chunk_that_tells_of_them(tiny_base):
    chunks = by_id(tiny_base)
    assert "old-language-course" in chunks["topic:nlp#resources"].resources
    assert "old-language-course" not in chunks["topic:nlp#overview"].resources


def test_a_changed_topic_changes_only_its_own_chunks(tiny_base):
    changed = tiny_base.topics["pandas"].model_copy(update={"summary": "pandas is a panda bear."})
    other = replace(tiny_base, topics={**tiny_base.topics, "pandas": changed})
    before, after = by_id(tiny_base), by_id(other)
    assert {name for name in before if before[name] != after[name]} == {"topic:pandas#overview"}
