import pytest
from playwright.sync_api import expect

from tests.ui.conftest import ask

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DOCUMENT = """# Roadmap: maps from space

| Topic | Why | Difficulty | Prerequisites | Resources |
|---|---|---|---|---|
| Satellite imagery | Shows every field | 3 | Computer vision | [Leaflet](https://leafletjs.com/) |
| Crop yield maps | Farmers use them | 2 | Satellite imagery | [QGIS](https://docs.qgis.org/) |

[Table of contents](#top)
"""


def test_a_dropped_roadmap_is_reported_and_answered_from_until_put_away(visit, desk, tmp_path):
    desk.memory.delete_person("local")
    path = tmp_path / "maps.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    page = visit().page
    page.get_by_role("tab", name="You").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring a roadmap (Markdown)").click()
    chooser.value.set_files(path)
    report = page.locator(".report")
    report.wait_for(timeout=300_000)
    expect(report).to_contain_text("2 topics")
    expect(report).to_contain_text("Left out")
    page.get_by_role("tab", name="Chat").click()
    ask(page, "I know satellite imagery. What should I learn after satellite imagery?")
    expect(page.locator(".turn .text").last).to_contain_text("Crop yield maps")
    page.get_by_role("tab", name="You").click()
    page.get_by_role("button", name="Put it away").click()
    expect(page.locator("#own")).to_contain_text("A Markdown file with")


def test_a_file_that_is_no_roadmap_is_a_sentence(visit, tmp_path):
    path = tmp_path / "empty.md"
    path.write_bytes(b"\x00\xff\xfe")
    page = visit().page
    page.get_by_role("tab", name="You").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring a roadmap (Markdown)").click()
    chooser.value.set_files(path)
    alert = page.locator("#own [role=alert]")
    alert.wait_for(timeout=300_000)
    expect(alert).to_have_text("empty.md is not a text document; export it as Markdown first.")
