import io

import pytest
from pypdf import PdfReader

from assistant.exports import export_plan, export_roadmap
from assistant.exports.view import span
from assistant.planning import make_plan
from tests.assistant.planning.conftest import person


def reader(written: bytes) -> PdfReader:
    assert written.startswith(b"%PDF-")
    return PdfReader(io.BytesIO(written))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def links_of(pdf: PdfReader) -> set[str]:
    actions = [
        note.get_object().get("/A", {}) for page in pdf.pages for note in page.get("/Annots", ())
    ]
    return {action["/URI"] for action in actions if "/URI" in action}


def fonts_of(pdf: PdfReader) -> set[str]:
    return {
        font.get_object()["/BaseFont"]
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }


@pytest.fixture(scope="module")
def plan_pdf(real_plan, base):
    return reader(export_plan(real_plan, base, "pdf"))


@pytest.fixture(scope="module")
def roadmap_pdf(base):
    return reader(export_roadmap(base, "pdf"))


def test_the_plan_shows_every_step_with_its_days(plan_pdf, real_plan):
    text = text_of(plan_pdf)
    assert plan_pdf.metadata.title == "Learning plan: Data scientist"
    assert all(f"{n}. {step.title}" in text for n, step in enumerate(real_plan.steps, 1))
    assert "Week by week" in text
    assert all(span(step.start, step.end) in text for step in real_plan.steps)


def test_the_links_of_the_plan_can_be_clicked_and_read_on_paper(plan_pdf, real_plan, base):
    urls = {base.resources[name].url for step in real_plan.steps for name in step.resources}
    assert links_of(plan_pdf) == urls
    letters = text_of(plan_pdf).replace(" ", "")
    assert all(url in letters for url in urls)


def test_the_pdf_brings_its_own_fonts(plan_pdf):
    assert all("Libertinus" in font for font in fonts_of(plan_pdf))


def test_words_are_never_read_as_code(small_plan, small_base):
    text = text_of(reader(export_plan(small_plan, small_base, "pdf")))
    assert '#panic("code") $x$ *bold* [a](b) | "quoted", <b> @ref \\ `raw` _it_' in text


def test_a_plan_without_dates_is_numbered_instead(undated_plan, small_base):
    text = text_of(reader(export_plan(undated_plan, small_base, "pdf")))
    assert "Step by step" in text
    assert "Week" not in text


def test_a_plan_to_all_roles_at_once_fits_its_pages(base):
    plan = make_plan(base, person(goal=tuple(base.roles), hours_per_week=20))
    text = text_of(reader(export_plan(plan, base, "pdf")))
    assert f"{len(plan.steps)}. {plan.steps[-1].title}" in text


def bookmarks_of(entries) -> set[str]:
    return {
        title
        for entry in entries
        for title in (bookmarks_of(entry) if isinstance(entry, list) else {entry["/Title"]})
    }


def test_the_roadmap_holds_all_areas_topics_and_roles(roadmap_pdf, base):
    titles = {
        record.title
        for records in (base.areas, base.topics, base.roles)
        for record in records.values()
    }
    assert titles <= bookmarks_of(roadmap_pdf.outline)


def test_the_roadmap_links_all_resources_that_may_be_shown_and_no_other(roadmap_pdf, base):
    assert links_of(roadmap_pdf) == {
        base.resources[name].url
        for topic in base.topics.values()
        for name in topic.resources
        if base.resources[name].is_recommendable
    }


def test_the_roadmap_opens_with_a_title_page(roadmap_pdf, base):
    assert f"{len(base.topics)} topics" in roadmap_pdf.pages[0].extract_text()


def test_a_topic_of_the_roadmap_names_its_prerequisites_and_hours(small_base):
    text = text_of(reader(export_roadmap(small_base, "pdf")))
    assert "difficulty 2 of 5 · 21 hours" in text
    assert 'Requires: #panic("code")' in text
