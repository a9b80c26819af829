"""Name what a person should still fill in, until it is filled in."""

import pytest

from knowledge import load_knowledge
from knowledge.importing import draft_problems


@pytest.fixture
def drafted(import_text, tmp_path):
    import_text("# Roadmap\n\n## Zebra models\n- [Stripes](https://stripes.org/x)\n")
    path = tmp_path / "out" / "topics" / "roadmap.yaml"

    def problems(old="", new=""):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return draft_problems(load_knowledge(tmp_path / "out"))

    return problems


def test_every_default_is_named_with_file_line_and_advice(drafted):
    assert {(one.file, one.field) for one in drafted()} == {
        ("out/resources/roadmap.yaml", "type"),
        ("out/resources/roadmap.yaml", "cost"),
        ("out/resources/roadmap.yaml", "level"),
        ("out/topics/roadmap.yaml", "difficulty"),
        ("out/topics/roadmap.yaml", "hours"),
        ("out/topics/roadmap.yaml", "summary"),
        ("out/topics/roadmap.yaml", "why"),
    }
    summary = next(one for one in drafted() if one.field == "summary")
    assert summary.message == (
        "roadmap.md:3 does not state it; say in two or three sentences what it is "
        "and take `summary` out of `draft.missing`"
    )


def test_a_field_that_was_filled_in_is_done(drafted):
    before = {one.field for one in drafted()}
    after = {
        one.field
        for one in drafted("Not described in the imported document.", "Models of stripes.")
    }
    assert before - after == {"summary"}


def test_a_name_taken_off_the_list_is_done(drafted):
    fields = {one.field for one in drafted('missing: ["difficulty", ', "missing: [")}
    assert "difficulty" not in fields


def test_our_own_content_is_no_draft(base):
    assert draft_problems(base) == []
