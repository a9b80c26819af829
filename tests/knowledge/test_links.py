"""Check the table of links."""

from __future__ import annotations

import datetime as dt

from knowledge import KnowledgeBase
from knowledge.links import link_summary, link_table


def test_each_row_is_the_entry_with_the_topics_that_list_it(tiny_base: KnowledgeBase) -> None:
    rows = link_table(tiny_base)
    assert len(rows) == 17
    assert rows[3] == {
        "id": "table-course",
        "title": "Tables in an afternoon",
        "provider": "Notebook House",
        "url": "https://notebooks.test/tables",
        "type": "course",
        "formats": ["text", "interactive"],
        "cost": "free",
        "level": "beginner",
        "hours": 4,
        "certificate": "free",
        "language": "en",
        "status": "active",
        "successor": None,
        "seen": {"date": "2026-10-01", "how": "listed", "where": "a list of free courses"},
        "note": "",
        "topics": ["pandas"],
    }


def test_summary_counts_by_status_and_age(tiny_base: KnowledgeBase) -> None:
    # All 17 were seen on 1 October: 92 days before New Year's Day, 93 before the second.
    ninety_two = link_summary(tiny_base, dt.date(2027, 1, 1))
    ninety_three = link_summary(tiny_base, dt.date(2027, 1, 2))
    active = {"status": "active", "up to 3 months": 14, "up to a year": 0, "older": 0, "all": 14}
    assert ninety_two[0] == active
    assert ninety_three[0] == {**active, "up to 3 months": 0, "up to a year": 14}
    assert [row["all"] for row in ninety_two] == [14, 1, 1, 1]
