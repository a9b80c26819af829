import json

import pytest
from playwright.sync_api import expect

from tests.ui.conftest import ask

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _nobody_said_anything(desk):
    desk.memory.delete_person("local")


def go_to(page, name):
    page.get_by_role("tab", name=name).click()


def test_saying_it_in_the_chat_changes_it_here_and_the_other_way_round(visit):
    page = visit().page
    ask(page, "I know pandas and want to become a data analyst with 6 hours a week.")
    expect(page.locator("#you-summary .tag", has_text="pandas").first).to_be_visible()
    expect(page.locator("#you-summary")).to_contain_text("6 hours a week")
    go_to(page, "You")
    expect(page.get_by_label("Hours a week")).to_have_value("6")
    page.get_by_role("button", name="Remove pandas").click()
    expect(page.get_by_role("button", name="Remove pandas")).to_have_count(0)
    page.get_by_placeholder("Add what you know", exact=True).fill("SQL")
    page.get_by_placeholder("Add what you know", exact=True).press("Enter")
    expect(page.get_by_role("button", name="Remove SQL")).to_be_visible()
    go_to(page, "Chat")
    expect(page.locator("#you-summary .tag", has_text="SQL")).to_be_visible()
    expect(page.locator("#you-summary .tag:not(.assumed)", has_text="pandas")).to_have_count(0)


def test_what_is_assumed_is_marked_and_can_be_confirmed(visit, desk):
    page = visit().page
    ask(page, "I know deep learning. What next?")
    go_to(page, "You")
    first = page.locator(".tag.assumed").first
    title = first.inner_text()
    page.get_by_role("button", name=f"I know {title}", exact=True).click()
    expect(page.get_by_role("button", name=f"Remove {title}")).to_be_visible()
    assert title in [
        desk.base.topics[name].title for name in desk.memory.learner("local").profile.known
    ]


def test_a_wrong_value_is_a_sentence_in_the_page(visit):
    page = visit().page
    go_to(page, "You")
    page.get_by_placeholder("Add what you know", exact=True).fill("alchemy")
    page.get_by_placeholder("Add what you know", exact=True).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is no topic “alchemy”")


def test_data_is_taken_along_and_brought_back(visit, desk, tmp_path):
    page = visit().page
    ask(page, "I know pandas and SQL. What next?")
    before = desk.memory.export_person("local")
    go_to(page, "You")
    with page.expect_download() as download:
        page.get_by_role("button", name="Take my data along").click()
    path = tmp_path / "export.json"
    download.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8")) == before
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete everything about me").click()
    expect(page.get_by_role("alert")).to_contain_text("deleted")
    assert desk.memory.threads("local") == []
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring my data in").click()
    chooser.value.set_files(path)
    expect(page.get_by_role("alert")).to_contain_text("Your data is in.")
    assert desk.memory.export_person("local") == before
