import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.ui.conftest import ask

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEXT = "I know ML fundamentals and statistics. What should I learn next?"


@pytest.fixture(autouse=True)
def _nobody_said_anything(desk):
    desk.memory.delete_person("local")


def test_first_visit_explains_itself_and_an_example_is_answered_with_a_citation(visit):
    opened = visit()
    page = opened.page
    expect(page.get_by_role("heading", name="What should you learn next?")).to_be_visible()
    assert page.locator(".example").count() == 3
    page.get_by_text(NEXT).click()
    answer = page.locator(".turn:not(.live) .answer .text")
    expect(answer).to_contain_text(re.compile("deep learning", re.I))
    expect(answer).to_contain_text(re.compile("time-series forecasting", re.I))
    answer.locator(".cite").first.click()
    source = page.locator("#sources details.source[open]").first
    expect(source.locator("mark").first).to_be_visible()
    expect(source.locator(".where")).to_have_text(re.compile(r"\.(yaml|md):\d+$"))
    link = source.locator("a.resource").first
    assert link.get_attribute("href").startswith("http")
    assert link.get_attribute("rel") == "noopener noreferrer"
    hosts = {urlsplit(url).hostname for url in opened.requests if url.startswith("http")}
    assert hosts == {"127.0.0.1"}
    assert opened.errors == []


def test_the_answer_is_streamed(visit):
    page = visit().page
    box = page.get_by_label("Your message")
    box.fill(NEXT)
    box.press("Enter")
    page.locator(".text.streaming").wait_for()
    page.locator(".turn:not(.live)").wait_for()
    expect(page.locator("#message .submit-button")).to_be_visible()


def test_a_marker_of_an_earlier_answer_opens_that_answers_source(visit):
    page = visit().page
    ask(page, NEXT)
    title = page.locator(".cite").first.get_attribute("title")
    ask(page, "What is SQL?")
    page.locator(".cite").first.click()
    expect(page.locator("#sources details.source[open] summary").first).to_contain_text(title)


def test_history_survives_reload_and_a_link_opens_it_elsewhere(visit, server):
    page = visit().page
    ask(page, NEXT)
    address = page.url
    assert "thread=" in address
    page.reload()
    expect(page.locator(".bubble")).to_have_text(NEXT)
    other = visit(address.removeprefix(server.url)).page
    expect(other.locator(".bubble")).to_have_text(NEXT)


def test_history_survives_a_restart_of_the_server_while_the_page_stays_open(visit, server):
    page = visit().page
    ask(page, NEXT)
    server.stop()
    server.start()
    page.reload()
    page.locator(".bubble").wait_for(timeout=60_000)
    ask(page, "Why?")
    assert page.locator(".turn").count() == 2


def test_retry_undo_and_edit(visit):
    page = visit().page
    ask(page, NEXT)
    page.get_by_role("button", name="Retry").click()
    page.locator(".turn.live").wait_for()
    page.locator(".turn:not(.live)").wait_for()
    assert page.locator(".turn").count() == 1
    page.get_by_role("button", name="Edit", exact=True).first.click()
    expect(page.get_by_label("Your message")).to_have_value(NEXT)
    page.get_by_label("Your message").fill("What is SQL?")
    page.get_by_label("Your message").press("Enter")
    expect(page.locator(".bubble")).to_have_text("What is SQL?")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("What is SQL?")


def test_copy_gives_the_answer_as_markdown(visit, desk):
    page = visit().page
    ask(page, NEXT)
    page.locator(".answer").get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "[1]" in page.evaluate("navigator.clipboard.readText()")


def test_a_thumb_with_a_reason_is_stored(visit, desk):
    page = visit().page
    ask(page, NEXT)
    page.get_by_role("button", name="Bad answer").click()
    page.get_by_label("What was wrong?").fill("too long")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Saved")).to_be_visible()
    (thread,) = desk.memory.threads("local")
    (stored,) = desk.memory.turns("local", thread.id)
    assert (stored.thumbs, stored.reason) == ("down", "too long")


def test_suggested_question_is_asked_by_a_click(visit):
    page = visit().page
    ask(page, NEXT)
    chip = page.locator(".chip").first
    question = chip.inner_text()
    chip.click()
    page.locator(".turn:not(.live)").nth(1).wait_for()
    expect(page.locator(".bubble").nth(1)).to_have_text(question)


def test_threads_are_searched_renamed_and_deleted(visit):
    page = visit().page
    ask(page, NEXT)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, "What is SQL?")
    expect(page.locator(".thread")).to_have_count(2)
    page.get_by_label("Search conversations").fill("deep learning")
    page.get_by_label("Search conversations").press("Enter")
    expect(page.locator(".thread")).to_have_count(1)
    page.get_by_label("Search conversations").fill("")
    page.get_by_label("Search conversations").press("Enter")
    expect(page.locator(".thread")).to_have_count(2)
    page.locator(".more summary").first.click()
    page.get_by_role("button", name="Rename").first.click()
    page.get_by_label("New title").fill("My databases")
    page.get_by_label("New title").press("Enter")
    expect(page.locator(".thread").first).to_have_text("My databases")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".more summary").first.click()
    page.locator(".more[open]").get_by_role("button", name="Delete").click()
    expect(page.locator(".thread")).to_have_count(1)
    expect(page.locator(".welcome")).to_be_visible()


def test_nothing_typed_becomes_live(visit):
    opened = visit()
    page = opened.page
    typed = "<img src=x onerror=window.hacked=1> <b>bold</b> [x](javascript:alert(1)) What is SQL?"
    ask(page, typed)
    expect(page.locator(".bubble")).to_have_text(typed)
    assert page.locator(".turn img, .bubble b, .thread img").count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_very_long_message_is_answered(visit):
    page = visit().page
    ask(page, "pandas and python " * 1100)
    expect(page.locator(".turn:not(.live) .answer .text")).not_to_be_empty()


def test_the_keyboard_alone_is_enough(visit):
    page = visit().page
    page.get_by_label("Your message").focus()
    page.keyboard.type("What is SQL?")
    page.keyboard.press("Enter")
    cite = page.locator(".turn:not(.live) .cite").first
    cite.wait_for()
    cite.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sources details.source[open]").first).to_be_visible()


def test_on_a_phone_sources_open_as_a_sheet_and_threads_as_a_drawer(visit):
    page = visit(width=360, height=740).page
    ask(page, NEXT)
    page.locator(".cite").first.click()
    expect(page.locator("#sources mark").first).to_be_visible()
    page.get_by_role("button", name="Close the sources").click()
    expect(page.locator("#sources mark").first).not_to_be_visible()
    page.get_by_role("button", name="Conversations", exact=True).click()
    expect(page.locator(".thread").first).to_be_visible()
