"""Say of a topic what its document states, and mark the rest."""

from knowledge.importing.amounts import read_effort
from knowledge.importing.findings import FoundTopic
from knowledge.importing.topic_records import (
    NOT_DESCRIBED,
    Naming,
    merge_topic,
    stub_record,
    topic_record,
)
from knowledge.models import Area, Topic


def found(**fields):
    return FoundTopic("Data contracts", 4, "a.md", **fields)


def record(topic, ours=None):
    result = topic_record(topic, "data-contracts", ["r"], "imported", ours)
    Topic.model_validate(result)
    return result


def test_statements_are_taken_and_nothing_is_missing():
    topic = found(
        summary="Agreements between teams.",
        why="They prevent surprises.",
        difficulty=2,
        effort=read_effort("3 weeks"),
    )
    result = record(topic)
    assert result["draft"] == {"source": "a.md:4", "missing": []}
    assert result["hours"] == {
        "low": 30,
        "high": 30,
        "basis": "The imported document says “3 weeks”, counted as 2 hours a day and 10 a week.",
    }


def test_what_is_missing_gets_a_marked_default():
    result = record(found())
    assert result["draft"]["missing"] == ["difficulty", "hours", "summary", "why"]
    assert result["summary"] == NOT_DESCRIBED


def test_a_topic_of_ours_fills_what_the_document_leaves_open(tiny_base):
    ours = tiny_base.topics["nlp"]
    result = record(found(difficulty=1), ours)
    assert (result["difficulty"], result["summary"]) == (1, ours.summary)
    assert result["draft"]["missing"] == []


def test_a_level_stands_for_a_difficulty():
    assert record(found(level="advanced"))["difficulty"] == 4


def test_certificates_without_a_stated_cost_are_marked():
    result = record(
        found(certifications=[("Badge", "free"), ("Exam (paid)", "free"), ("Title", "")])
    )
    assert [one["cost"] for one in result["certifications"]] == ["free", "paid", "paid"]
    assert "certifications" in result["draft"]["missing"]


def test_a_second_mention_adds_what_the_first_left_open():
    first = record(found())
    other = FoundTopic("Contracts for data", 9, "a.md", difficulty=5, subtopics=["Schemas"])
    second = topic_record(other, "data-contracts", ["s"], "imported", None)
    merge_topic(first, second)
    assert (first["difficulty"], first["resources"], first["aliases"]) == (
        5,
        ["r", "s"],
        ["Contracts for data"],
    )
    assert first["subtopics"] == [{"name": "Schemas"}]
    assert "difficulty" not in first["draft"]["missing"]


def test_a_copy_of_ours_and_the_area_fit_the_schema(tiny_base):
    stub = stub_record(tiny_base.topics["nlp"], "imported", [], "our topic nlp")
    assert Topic.model_validate(stub).id == "nlp"
    naming = Naming("imported-x", "X", "a.md", "2026-11-22")
    assert Area.model_validate(naming.area_record()).summary == "Imported from a.md."
