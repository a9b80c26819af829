"""Check what the schema accepts and refuses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge import KnowledgeBase
from knowledge.models import Hours, Resource, Topic


def test_midpoint_is_the_middle_of_the_range() -> None:
    assert Hours(low=10, high=25, basis="Our estimate: a guess.").midpoint == 17.5


@pytest.mark.parametrize(
    "fields", [{"low": 5, "high": 4}, {"low": 0, "high": 4}, {"low": 1, "high": 4, "basis": ""}]
)
def test_impossible_hours_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Hours.model_validate({"basis": "Our estimate: a guess.", **fields})


@pytest.mark.parametrize("identifier", ["NLP", "n l p", "nlp-", "natural_language", ""])
def test_identifier_is_lower_case_words_with_hyphens(
    tiny_base: KnowledgeBase, identifier: str
) -> None:
    data = tiny_base.topics["nlp"].model_dump()
    assert Topic.model_validate(data).id == "nlp"
    with pytest.raises(ValidationError, match="String should"):
        Topic.model_validate({**data, "id": identifier})


def test_address_is_kept_letter_for_letter(tiny_base: KnowledgeBase) -> None:
    data = tiny_base.resources["table-docs"].model_dump()
    address = "HTTP://Tables.test/docs?list=A#b"
    assert Resource.model_validate({**data, "url": address}).url == address


@pytest.mark.parametrize("address", ["tables.test/docs", "#", "mailto:a@b.test", "https://"])
def test_what_is_no_web_address_is_refused(tiny_base: KnowledgeBase, address: str) -> None:
    data = tiny_base.resources["table-docs"].model_dump()
    with pytest.raises(ValidationError, match="URL"):
        Resource.model_validate({**data, "url": address})


def test_moved_and_retired_resources_are_never_recommendable(tiny_base: KnowledgeBase) -> None:
    by_status = {r.status: r.is_recommendable for r in tiny_base.resources.values()}
    assert by_status == {"active": True, "unknown": True, "moved": False, "retired": False}


def test_required_and_helpful_edges_are_told_apart(tiny_base: KnowledgeBase) -> None:
    assert tiny_base.topics["ml-fundamentals"].required == ("pandas", "descriptive-statistics")
    assert tiny_base.topics["descriptive-statistics"].helpful == ("python-basics",)


def test_records_are_frozen(tiny_base: KnowledgeBase) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        tiny_base.topics["nlp"].title = "Other"  # type: ignore[misc]
