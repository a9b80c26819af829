"""Check what a topic is said to offer, and that no topic of ours has a hole."""

from __future__ import annotations

from knowledge import KnowledgeBase
from knowledge.coverage import coverage, coverage_of


def test_only_active_and_wholly_free_resources_count(tiny_base: KnowledgeBase) -> None:
    found = coverage_of(tiny_base.topics["ml-fundamentals"], tiny_base)
    # The course is free to audit only, its first edition has moved.
    assert found.free == ("learning-book", "learning-video")
    assert found.text == ("learning-book",)
    assert found.video_or_course == ("learning-video",)
    assert found.hands_on == ()
    assert found.certificate == ("Certificate of the learning course", "learning-course")


def test_discontinued_certification_is_not_offered(tiny_base: KnowledgeBase) -> None:
    assert coverage_of(tiny_base.topics["nlp"], tiny_base).certificate == ()


def test_every_topic_of_ours_can_be_read_and_done_for_free(base: KnowledgeBase) -> None:
    rows = coverage(base)
    assert [row.topic for row in rows if not row.text] == []
    assert [row.topic for row in rows if not row.video_or_course] == []
    assert [row.topic for row in rows if not row.hands_on] == []
