import re

import pytest
from playwright.sync_api import expect

from assistant import Progress

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def map_page(visit, desk):
    desk.memory.delete_person("local")
    learner = desk.memory.learner("local")
    profile = learner.profile.model_copy(
        update={"known": ("python-basics", "pandas"), "goal": ("deep-learning",)}
    )
    desk.memory.save_learner("local", profile, Progress())
    page = visit().page
    page.get_by_role("tab", name="Map").click()
    page.locator(".map-svg").wait_for()
    return page


def test_every_topic_is_there_and_standings_differ_by_more_than_colour(map_page, desk):
    assert map_page.locator(".node").count() == len(desk.base.topics)
    for standing in ("known", "next", "planned", "locked"):
        node = map_page.locator(f".node.{standing}").first
        assert node.locator(".sign path").count() == 1
    assert map_page.get_by_role("button", name=re.compile("^pandas: known$", re.I)).count() == 1


def test_a_tap_opens_the_card_from_which_it_is_marked_known_or_asked_about(map_page, desk):
    node = map_page.locator('.node[data-topic="numpy"]')
    node.click()
    card = map_page.locator(".topic-card")
    expect(card).to_contain_text(desk.base.topics["numpy"].summary)
    card.get_by_role("button", name="I know it").click()
    expect(map_page.locator('.node[data-topic="numpy"].known')).to_be_visible()
    assert "numpy" in desk.memory.learner("local").profile.known
    card.get_by_role("button", name="Ask about it").click()
    expect(map_page.locator(".bubble")).to_contain_text("Explain NumPy")


def test_the_way_to_a_goal_is_shown_alone(map_page, desk):
    map_page.get_by_label("Show me the way").fill("Deep learning")
    map_page.get_by_role("button", name="Show", exact=True).click()
    expect(map_page.locator(".way")).to_contain_text("The way to Deep learning")
    shown = desk.base.graph.closure({"deep-learning"})
    expect(map_page.locator(".node")).to_have_count(len(shown))
    map_page.get_by_role("button", name="Everything").click()
    expect(map_page.locator(".node")).to_have_count(len(desk.base.topics))


def test_zoom_changes_the_size_and_fit_shows_everything(map_page):
    def width():
        return map_page.locator(".map-svg").bounding_box()["width"]

    before = width()
    map_page.get_by_role("button", name="Zoom in").click()
    assert width() > before * 1.2
    map_page.get_by_role("button", name="Fit").click()
    view = map_page.locator(".viewport").bounding_box()
    assert width() <= view["width"] + 1


def test_hovering_lights_up_what_a_topic_needs(map_page, desk):
    map_page.locator('.node[data-topic="pandas"]').hover()
    lit = set(map_page.locator(".node.on-way").evaluate_all("all => all.map(n => n.dataset.topic)"))
    assert desk.base.graph.ancestors(["pandas"]) <= lit
    assert set(desk.base.graph.unlocks["pandas"]) <= lit


def test_the_keyboard_and_the_list_reach_every_topic(map_page, desk):
    node = map_page.locator('.node[data-topic="sql"]')
    node.focus()
    node.press("Enter")
    expect(map_page.locator(".topic-card h2")).to_have_text(desk.base.topics["sql"].title)
    map_page.get_by_text("The same as a list").click()
    listed = map_page.locator(".as-list li")
    assert listed.count() == len(desk.base.topics)
    expect(listed.filter(has_text="pandas: known").first).to_be_visible()
