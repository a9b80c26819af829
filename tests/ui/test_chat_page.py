import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.ui.conftest import ask

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIRST = "I know ML fundamentals and statistics. What should I learn next?"


def test_first_visit_explains_itself_and_an_example_is_answered_with_a_citation(visit):
    opened = visit()
    page = opened.page
    expect(page.get_by_role("heading", name="What should you learn next?")).to_be_visible()
    assert page.locator(".example").count() == 3
    page.get_by_text(FIRST).click()
    answer = page.locator(".turn:not(.live) .answer .text")
    expect(answer).to_contain_text(re.compile("deep learning", re.I))
    answer.locator(".cite").first.click()
    source = page.locator("#sources details[open]")
    expect(source.locator("mark").first).to_be_visible()
    expect(source.locator(".where")).to_have_text(re.compile(r"\.(yaml|md):\d+$"))
    assert source.locator("a[href^=http]").first.get_attribute("rel") == "noopener noreferrer"
    assert {urlsplit(url).hostname for url in opened.requests if url.startswith("http")} == {
        "127.0.0.1"
    }
    assert opened.errors == []


def test_answer_is_streamed(visit):
    page = visit().page
    page.get_by_label("Your message").fill(FIRST)
    page.get_by_label("Your message").press("Enter")
    page.locator(".text.streaming").wait_for()
    page.locator(".turn:not(.live)").wait_for()
    assert ask is not None
