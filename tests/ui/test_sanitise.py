import pytest

from ui.sanitise import is_web_address, safe_html


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://elsewhere.example/pixel.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "**a** <svg onload=alert(1)>",
        "[x](JaVaScRiPt:alert(1))",
        '<https://a.example/"onmouseover=alert(1)>',
    ],
)
def test_nothing_typed_becomes_live(typed):
    html = safe_html(typed)
    for live in ("<script", "<img", "<svg", 'href="javascript', 'href="data', "<a href='"):
        assert live not in html.lower()
    assert " onmouseover=" not in html.lower()


def test_web_links_open_apart_and_tell_nothing_of_where_they_come_from():
    assert safe_html("[fast.ai](https://course.fast.ai/)") == (
        '<p><a href="https://course.fast.ai/" target="_blank" rel="noopener noreferrer">fast.ai</a>'
        "</p>\n"
    )


def test_marker_with_a_source_becomes_a_button_and_others_stay_text():
    html = safe_html("Deep learning [1], not [7].", {1: 'Deep "learning"'}, turn=3)
    assert 'data-turn="3" data-n="1"' in html
    assert 'aria-label="Source 1: Deep &#34;learning&#34;"' in html
    assert html.count("<button") == 1
    assert "not [7]." in html


def test_markers_in_code_are_left_alone():
    assert "<button" not in safe_html("`a[1]`", {1: "x"})


def test_wide_tables_scroll_by_themselves():
    html = safe_html("|a|b|\n|-|-|\n|1|2|")
    assert html.startswith(
        '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>'
    )
    assert html.rstrip().endswith("</table></div>")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/b", True),
        ("http://a.example", True),
        ("ftp://a.example", False),
        ("//a.example", False),
        ("/chat", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_absolute_web_addresses_are_links(url, expected):
    assert is_web_address(url) is expected
