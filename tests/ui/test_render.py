import datetime as dt

import pytest
from jinja2 import UndefinedError

from ui.render import day, hours, render, static_text


def test_values_are_escaped():
    html = render("own.html", has_own=True, busy="", report="<script>", notice="")
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_a_missing_value_is_an_error_and_not_an_empty_string():
    with pytest.raises(UndefinedError):
        render("own.html", has_own=True)


def test_dates_and_hours_read_as_people_write_them():
    assert day(dt.date(2026, 3, 2)) == "2 Mar 2026"
    assert [hours(60.0), hours(7.5), hours(7.25)] == ["60", "7.5", "7.2"]


@pytest.mark.parametrize("name", ["style.css", "pages.css", "app.js", "panel.js", "map.js"])
def test_nothing_static_loads_from_elsewhere(name):
    text = static_text(name)
    for outside in ("http://", "https://", "@import", "url("):
        assert outside not in text
