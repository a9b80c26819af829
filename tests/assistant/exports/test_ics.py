import datetime as dt

import pytest
from icalendar import Calendar

from assistant.exports import export_plan
from assistant.planning import make_plan
from knowledge import UsageError
from tests.assistant.exports.conftest import NASTY
from tests.assistant.planning.conftest import person


def events(written: bytes):
    return Calendar.from_ical(written).walk("VEVENT")


def test_one_event_a_step_lasts_whole_days_up_to_the_day_after_the_last(small_plan, small_base):
    found = events(export_plan(small_plan, small_base, "ics"))
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in found] == [
        (dt.date(2026, 11, 23), dt.date(2026, 12, 3)),
        (dt.date(2026, 12, 3), dt.date(2026, 12, 24)),
    ]


def test_words_come_back_letter_for_letter(small_plan, small_base):
    first = events(export_plan(small_plan, small_base, "ics"))[0]
    assert str(first["summary"]) == f"{NASTY} (10 hours)"
    assert "Done when: It hangs;\nready." in str(first["description"])
    assert str(first["url"]) == "https://example.org/a_(b)?c=d#e"


def test_a_plan_made_anew_keeps_the_uids(small_plan, small_base):
    later = make_plan(small_base, person(goal=("b",), hours_per_week=3, start=dt.date(2027, 1, 1)))
    uids = [
        [str(event["uid"]) for event in events(export_plan(plan, small_base, "ics"))]
        for plan in (small_plan, later)
    ]
    assert uids[0] == uids[1] == ["b.a@roadmap-assistant", "b.b@roadmap-assistant"]


def test_the_file_obeys_rfc_5545(real_plan, base):
    written = export_plan(real_plan, base, "ics")
    lines = written.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    calendar = Calendar.from_ical(written)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    assert len(calendar.walk("VEVENT")) == len(real_plan.steps)
    assert all({"UID", "DTSTAMP", "DTSTART"} <= event.keys() for event in calendar.walk("VEVENT"))


def test_a_plan_without_dates_has_no_calendar(undated_plan, small_base):
    with pytest.raises(UsageError, match="say how many hours a week"):
        export_plan(undated_plan, small_base, "ics")
