"""Merge the last import, people's edits and the new import."""

from knowledge.importing.three_way import merge_records


def merge(before, current, new):
    merged = merge_records("topics", before, current, new)
    return merged.records, merged.removed, merged.kept


def test_news_from_the_document_arrive_where_nobody_edited():
    old, new = {"a": {"id": "a", "x": 1}}, {"a": {"id": "a", "x": 2}, "b": {"id": "b"}}
    assert merge(old, old, new) == (new, set(), [])


def test_where_both_changed_the_person_wins_and_it_is_said():
    records, _, kept = merge({"a": {"x": 1}}, {"a": {"x": 5}}, {"a": {"x": 2}})
    assert (records, kept) == ({"a": {"x": 5}}, ["topic a: x"])


def test_lists_are_merged_item_by_item():
    records, _, _ = merge(
        {"a": {"r": ["p", "q"]}}, {"a": {"r": ["q", "mine"]}}, {"a": {"r": ["p", "q", "new"]}}
    )
    assert records == {"a": {"r": ["q", "mine", "new"]}}


def test_what_a_person_removed_stays_removed():
    records, removed, kept = merge({"a": {"x": 1}}, {}, {"a": {"x": 1}})
    assert (records, removed, kept) == ({}, {"a"}, ["topic a stays removed"])


def test_what_the_document_dropped_goes_unless_it_was_edited():
    before = {"a": {"x": 1}, "b": {"x": 1}}
    records, removed, _ = merge(before, {"a": {"x": 1}, "b": {"x": 9}}, {})
    assert (records, removed) == ({"b": {"x": 9}}, {"a"})


def test_what_a_person_added_stays():
    assert merge({}, {"mine": {"x": 1}}, {})[0] == {"mine": {"x": 1}}
    assert merge({"a": {"x": 1}}, {"a": {"x": 1, "y": 2}}, {"a": {"x": 1}})[0] == {
        "a": {"x": 1, "y": 2}
    }


def test_a_field_that_a_person_removed_stays_removed():
    assert merge({"a": {"x": 1, "y": 1}}, {"a": {"x": 1}}, {"a": {"x": 1, "y": 2}})[0] == {
        "a": {"x": 1}
    }


def test_the_day_of_the_import_alone_is_no_change():
    old, new = {"a": {"seen": {"date": "1"}}}, {"a": {"seen": {"date": "2"}}}
    assert merge(old, old, new)[0] == old
