import time

import pytest
from playwright.sync_api import expect

from assistant import Progress

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def plan_page(visit, desk):
    desk.memory.delete_person("local")
    learner = desk.memory.learner("local")
    profile = learner.profile.model_copy(
        update={"known": ("python-basics",), "goal": ("data-analyst",), "hours_per_week": 8.0}
    )
    desk.memory.save_learner("local", profile, Progress())
    page = visit().page
    page.get_by_role("tab", name="Plan").click()
    page.locator(".step-card").first.wait_for()
    return page


def slide(page, label, value):
    page.get_by_label(label, exact=True).fill(str(value))


def test_the_timeline_has_a_bar_for_every_step(plan_page):
    assert plan_page.locator(".gantt-bar").count() == plan_page.locator(".step-card").count() > 3


def test_ticking_off_and_skipping_plans_anew_at_once(plan_page, desk):
    before = plan_page.locator(".step-card").count()
    title = plan_page.locator(".step-card h2").first.inner_text()
    plan_page.get_by_role("button", name=f"Tick off {title}").click()
    expect(plan_page.locator(".step-card")).to_have_count(before - 1)
    assert len(desk.memory.learner("local").progress.done) == 1
    title = plan_page.locator(".step-card h2").first.inner_text()
    plan_page.get_by_role("button", name=f"Skip {title}").click()
    expect(plan_page.get_by_label("Left out")).to_contain_text(title)
    plan_page.get_by_role("button", name="Take it back in").click()
    expect(plan_page.locator(".step-card h2", has_text=title).first).to_be_visible()


def test_something_that_took_longer_stretches_the_rest(plan_page, desk):
    def hours():
        return float(plan_page.locator(".step-head .facts").nth(-1).inner_text().split(" h")[0])

    before = hours()
    plan_page.get_by_text("Took longer?").first.click()
    plan_page.get_by_label("It took me").first.fill("200")
    plan_page.locator(".longer[open]").get_by_role("button", name="Done").click()
    plan_page.get_by_text("Counted with your pace").wait_for()
    pace = desk.memory.learner("local").progress.pace
    assert pace > 1
    assert hours() == pytest.approx(before * pace, rel=0.02)


def test_sliders_say_what_fits_and_what_would_make_it_fit(plan_page, desk):
    slide(plan_page, "Deadline", 4)
    expect(plan_page.get_by_label("Left out")).to_be_visible()
    plan_page.locator(".summary").get_by_role("button", name="Use").click()
    expect(plan_page.get_by_label("Left out")).to_have_count(0)
    slide(plan_page, "Hours a week", 20)
    expect(plan_page.locator(".knob output").first).to_have_text("20")
    deadline = time.monotonic() + 20  # the page shows the number before the server has it
    while desk.memory.learner("local").profile.hours_per_week != 20:
        assert time.monotonic() < deadline, "the server did not hear of the slider"
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("name", "start"),
    [("Markdown", b"#"), ("PDF", b"%PDF"), ("Calendar", b"BEGIN:VCALENDAR"), ("CSV", b"")],
)
def test_the_plan_is_downloaded(plan_page, name, start):
    with plan_page.expect_download() as download:
        plan_page.get_by_role("button", name=name, exact=True).click()
    data = download.value.path().read_bytes()
    assert data.lstrip(b"\xef\xbb\xbf").startswith(start)
    assert len(data) > 200


def test_the_whole_roadmap_is_downloaded_as_pdf(plan_page):
    with plan_page.expect_download(timeout=60_000) as download:
        plan_page.get_by_role("button", name="The whole roadmap (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename == "roadmap.pdf"


def test_without_a_goal_the_page_says_how_to_get_a_plan(visit, desk):
    desk.memory.delete_person("local")
    page = visit().page
    page.get_by_role("tab", name="Plan").click()
    expect(page.get_by_text("Choose a goal above")).to_be_visible()
    page.get_by_label("Add a role or topic as goal").select_option("data-analyst")
    page.locator("#plan").get_by_role("button", name="Add").click()
    expect(page.locator(".step-card").first).to_be_visible()
