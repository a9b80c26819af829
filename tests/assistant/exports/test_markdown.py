import re

from markdown_it import MarkdownIt

from assistant.exports import export_plan, export_roadmap
from tests.assistant.exports.conftest import NASTY


def html(written: bytes) -> str:
    return MarkdownIt("commonmark", {"html": False}).enable("table").render(written.decode())


def test_the_plan_reads_as_a_document(undated_plan, small_base):
    text = export_plan(undated_plan, small_base, "md").decode()
    assert text.startswith("# Learning plan: B\n\n2 steps, 31 hours.\n\n| Step | When |")
    assert text.endswith("## 2. B\n\nThis is your goal.\n\n- Time: 21 hours\n")


def test_words_stay_words(small_plan, small_base):
    page = html(export_plan(small_plan, small_base, "md"))
    assert "<strong>bold</strong>" not in page
    assert "&lt;b&gt;" in page
    headings = re.findall(r"<h2>(.*)</h2>", page)
    assert "*bold* [a](b) |" in headings[0]
    assert page.count("<tr>") == 3


def test_links_lead_to_the_whole_address(small_plan, small_base):
    page = html(export_plan(small_plan, small_base, "md"))
    assert '<a href="https://example.org/a_(b)?c=d#e">A (good) book</a> (course, free)' in page


def test_dates_and_what_is_left_out_are_shown(small_plan, small_base):
    text = export_plan(small_plan, small_base, "md").decode()
    assert "| 23 Nov – 2 Dec 2026 |" in text
    assert "- **C** (1 hour): " in text


def test_the_roadmap_holds_every_topic_and_only_links_that_may_be_shown(base):
    text = export_roadmap(base, "md").decode()
    anchors = set(re.findall(r'<a id="([^"]+)">', text))
    assert anchors == set(base.topics)
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
    shown = set(re.findall(r"\]\(<([^>]+)>\)", text))
    assert shown == {
        base.resources[name].url
        for topic in base.topics.values()
        for name in topic.resources
        if base.resources[name].is_recommendable
    }
    assert all(f"### {role.title}" in text for role in base.roles.values())


def test_the_escaped_title_renders_as_it_is_written(small_base):
    page = html(export_roadmap(small_base, "md"))
    plain = NASTY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert plain.replace('"', "&quot;") in page
