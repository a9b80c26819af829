"""Check the record of released ids."""

from __future__ import annotations

import json

from knowledge import KnowledgeBase
from knowledge.release import released_ids


def test_release_records_the_ids_of_every_kind_in_order(tiny_base: KnowledgeBase) -> None:
    ids = json.loads(released_ids(tiny_base))
    assert ids["topics"] == [
        "deep-learning",
        "descriptive-statistics",
        "ml-fundamentals",
        "nlp",
        "pandas",
        "python-basics",
    ]
    assert ids["roles"] == ["analyst", "language-engineer"]
    assert ids["guides"] == ["books-or-courses", "need-statistics"]
    assert len(ids["resources"]) == 17
