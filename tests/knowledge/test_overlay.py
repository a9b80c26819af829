"""Lay imported drafts over our own records."""

from knowledge.models import Certification, Draft
from knowledge.overlay import overlay

DRAFT = Draft(source="a.md:1")


def test_a_draft_adds_names_resources_and_certificates_and_changes_nothing_else(tiny_base):
    ours = tiny_base.topics["nlp"]
    badge = Certification(title="Badge", cost="free", note="Named in a document.")
    draft = ours.model_copy(
        update={
            "draft": DRAFT,
            "title": "Text models",
            "difficulty": 1,
            "resources": ("mine",),
            "certifications": (badge,),
            "prerequisites": (),
        }
    )
    merged = overlay(ours, draft)
    assert merged.resources == (*ours.resources, "mine")
    assert merged.aliases == (*ours.aliases, "Text models")
    assert merged.certifications[-1] == badge
    same = ("id", "title", "difficulty", "prerequisites", "summary", "draft")
    assert [getattr(merged, name) for name in same] == [getattr(ours, name) for name in same]


def test_laying_it_over_twice_changes_nothing_more(tiny_base):
    ours = tiny_base.topics["nlp"]
    draft = ours.model_copy(update={"draft": DRAFT, "title": "Text models"})
    once = overlay(ours, draft)
    assert overlay(once, draft) == once


def test_of_a_resource_that_we_hold_ours_stays(tiny_base):
    ours = next(iter(tiny_base.resources.values()))
    assert overlay(ours, ours.model_copy(update={"draft": DRAFT, "title": "X"})) is ours


def test_a_record_that_is_no_draft_is_not_laid_over(tiny_base):
    ours = tiny_base.topics["nlp"]
    assert overlay(ours, ours) is None
    assert overlay(tiny_base.areas[ours.area], ours.model_copy(update={"draft": DRAFT})) is None
