import pytest

from assistant.profile import Preferences
from assistant.understanding.preferences import apply


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("free resources for NLP", {"cost": ("free",)}),
        ("I'm broke, any SQL course?", {"cost": ("free",), "types": ("course",)}),
        ("a book on SQL, no videos", {"types": ("book",), "avoid_formats": ("video",)}),
        ("I prefer reading. What for docker?", {"formats": ("text",)}),
        ("short hands-on course in git", {"max_hours": 10.0, "formats": ("interactive",)}),
        ("a SQL course under 5 hours", {"max_hours": 5.0}),
        ("pandas course with a free certificate", {"certificate": ("free",)}),
        ("pandas course in Spanish", {"language": "es"}),
        ("pandas course not from Coursera", {"avoid_providers": ("coursera",)}),
        ("SQL book, price doesn't matter", {"cost": ()}),
        ("I finished a SQL course. What now?", {"types": ()}),
        ("cursos gratis de SQL", {"cost": ("free",), "types": ("course",)}),
        ("kostenlose Bücher über SQL", {"cost": ("free",), "types": ("book",)}),
    ],
)
def test_wishes_for_resources(understand, message, expected):
    found = understand(message).profile.preferences
    assert {name: getattr(found, name) for name in expected} == expected


def test_hours_to_study_are_no_limit_of_a_course(understand):
    assert understand("SQL with less than 5 hours a week").profile.preferences.max_hours is None


def test_a_format_in_the_name_of_a_thing_is_no_wish(understand):
    assert understand("what is text processing?").profile.preferences == Preferences()


def test_a_wish_ends_its_opposite():
    present = Preferences(formats=("video",), avoid_formats=("text",))
    wanted = apply(present, {"formats": ("text",)}, replace_request=False)
    assert (wanted.formats, wanted.avoid_formats) == (("text",), ())
    avoided = apply(present, {"avoid_formats": ("video",)}, replace_request=False)
    assert (avoided.formats, avoided.avoid_formats) == ((), ("video",))


def test_a_new_request_forgets_the_type_of_the_last_one_and_keeps_the_cost():
    present = Preferences(types=("book",), cost=("free",), max_hours=5)
    after = apply(present, {"types": ("course",)}, replace_request=True)
    assert after == Preferences(types=("course",), cost=("free",))
