"""Check what is accepted as somebody's data."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.memory.identifiers import CurrentIds
from assistant.memory.portable import Export, ThreadExport, parse_export
from knowledge import UsageError

NOON = dt.datetime(2026, 11, 22, 12)


def thread(identifier: str, **fields) -> dict:
    times = {"created": NOON.isoformat(), "updated": NOON.isoformat()}
    return {"id": identifier, "title": "t", **times, **fields}


def test_smallest_export_is_accepted(tiny_base):
    assert parse_export({}, CurrentIds(tiny_base)) == Export()


def test_two_threads_of_one_id_are_refused(tiny_base):
    data = {"threads": [thread("a"), thread("a")]}
    with pytest.raises(UsageError, match="two conversations with the same id"):
        parse_export(data, CurrentIds(tiny_base))


def test_unknown_field_is_named_with_its_place(tiny_base):
    with pytest.raises(UsageError, match=r"threads\.0\.colour: Extra inputs"):
        parse_export({"threads": [thread("a", colour="red")]}, CurrentIds(tiny_base))


def test_times_with_a_zone_are_stored_in_utc():
    zone = dt.timezone(dt.timedelta(hours=2))
    data = thread("a", created=NOON.replace(tzinfo=zone).isoformat())
    assert ThreadExport.model_validate(data).row()["created"] == dt.datetime(2026, 11, 22, 10)
