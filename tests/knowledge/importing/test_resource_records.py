"""Describe a link only as far as it is certain."""

import pytest

from knowledge.importing.findings import FoundResource
from knowledge.importing.resource_records import digest, resource_record, slug
from knowledge.models import Resource


def record(title="A thing", url="https://acme.org/x", context="", **fields):
    found = FoundResource(title, url, 7, "a.md", context, **fields)
    result = resource_record(found, "an-id", None, "2026-11-22")
    Resource.model_validate(result)
    return result


def test_what_is_not_stated_is_marked_and_said():
    result = record()
    assert result["draft"] == {
        "source": "a.md:7",
        "missing": ["type", "cost", "level"],
    }
    assert result["note"] == "Imported; the document does not state its type, cost and level."
    assert (result["status"], result["provider"]) == ("unknown", "acme.org")
    assert result["seen"] == {"date": "2026-11-22", "how": "listed", "where": "a.md"}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"url": "https://youtu.be/a"}, "video"),
        ({"url": "https://arxiv.org/abs/1"}, "paper"),
        ({"marked": "article"}, "tutorial"),
        ({"title": "The Rust book"}, "book"),
        ({"context": "SQL / Free courses"}, "course"),
        ({"is_certification": True}, "certification"),
        ({"title": "机器学习课程"}, "course"),
    ],
)
def test_the_type_is_read_from_host_marks_and_words(fields, kind):
    assert record(**fields)["type"] == kind


@pytest.mark.parametrize(
    ("fields", "cost"),
    [
        ({"context": "SQL / Free Resources"}, "free"),
        ({"title": "Coursera (Audit)", "context": "Free Resources"}, "free-audit"),
        ({"title": "Course (paid)"}, "paid"),
        ({"title": "Book $29"}, "paid"),
        ({"context": "मुफ़्त संसाधन"}, "free"),
        ({"url": "https://docs.rs/x"}, "free"),
    ],
)
def test_the_cost_is_taken_where_it_is_stated(fields, cost):
    result = record(**fields)
    assert (result["cost"], "cost" in result["draft"]["missing"]) == (cost, False)


def test_free_and_paid_in_one_breath_state_nothing():
    assert "cost" in record(context="Free and paid courses")["draft"]["missing"]


def test_the_level_and_language_come_from_the_words_around():
    assert record(context="Advanced")["level"] == "advanced"
    assert record(title="पायथन कोर्स हिंदी में")["language"] == "hi"
    assert record(title="Python in Hindi")["language"] == "hi"
    assert record(title="深度学习入门")["language"] == "zh"


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("MLOps & CI/CD!", "mlops-ci-cd"),
        ("Álgebra lineal", "algebra-lineal"),
        ("机器学习", None),
        ("SVM实现方法一二三四", None),
    ],
)
def test_ids_are_made_of_latin_letters_or_of_a_hash(title, identifier):
    assert slug(title, "topic") == (identifier or f"topic-{digest(title.lower())}")
