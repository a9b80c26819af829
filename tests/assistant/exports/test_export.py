import json

import pytest

from assistant.answer import Plan
from assistant.exports import PLAN_FORMATS, ROADMAP_FORMATS, export_plan, export_roadmap
from knowledge import UsageError


def test_json_parses_back_to_the_same_plan(real_plan, base):
    written = export_plan(real_plan, base, "json")
    assert Plan.model_validate_json(written) == real_plan
    assert json.loads(written)["steps"][0]["start"] == "2026-11-23"


@pytest.mark.parametrize("format", PLAN_FORMATS)
def test_the_same_plan_gives_the_same_bytes(small_plan, small_base, format):
    first, second = (export_plan(small_plan, small_base, format) for _ in range(2))
    assert first == second


def test_an_unknown_format_is_refused_with_those_there_are(small_plan, small_base):
    with pytest.raises(UsageError, match="no format `doc`; choose one of md, json, csv, ics, pdf"):
        export_plan(small_plan, small_base, "doc")
    with pytest.raises(UsageError, match="choose one of pdf, md"):
        export_roadmap(small_base, "ics")


def test_an_empty_plan_can_be_exported_in_every_format(small_plan, small_base):
    empty = small_plan.model_copy(update={"steps": (), "left_out": ()})
    assert all(export_plan(empty, small_base, format) for format in PLAN_FORMATS)


def test_the_roadmap_can_be_exported_in_every_format(small_base):
    assert all(export_roadmap(small_base, format) for format in ROADMAP_FORMATS)
