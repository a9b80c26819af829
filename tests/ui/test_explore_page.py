import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def explore_page(visit):
    page = visit().page
    page.get_by_role("tab", name="Explore").click()
    page.locator(".found table").wait_for()
    return page


def test_words_and_filters_narrow_the_resources_down(explore_page):
    explore_page.get_by_placeholder("Search titles").fill("pandas")
    explore_page.get_by_label("Cost").select_option("free")
    explore_page.get_by_label("Format").select_option("interactive")
    rows = explore_page.locator(".found tbody tr")
    expect(rows.filter(has_not_text="interactive")).to_have_count(0)
    expect(rows.first).to_contain_text("free")
    expect(rows.first.locator(".status")).to_be_visible()


def test_moved_and_retired_resources_say_since_when_and_where_to(explore_page):
    explore_page.get_by_label("Status").select_option("moved")
    row = explore_page.locator(".found tbody tr").first
    expect(row.locator(".status")).to_have_text("moved")
    expect(row).to_contain_text("listed")


def test_topics_are_searched_and_asked_about(explore_page):
    explore_page.get_by_text("Topics", exact=True).click()
    explore_page.get_by_placeholder("Search titles").fill("linear algebra")
    explore_page.get_by_role("button", name="Linear algebra basics").click()
    expect(explore_page.locator(".bubble")).to_contain_text("Explain Linear algebra basics")
