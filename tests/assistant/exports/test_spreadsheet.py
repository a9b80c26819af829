import csv
import io

from assistant.exports import export_plan
from assistant.exports.spreadsheet import COLUMNS
from tests.assistant.exports.conftest import NASTY


def rows(written: bytes):
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def test_each_step_is_a_line_and_parses_back(real_plan, base):
    found = rows(export_plan(real_plan, base, "csv"))
    assert [row["topic_id"] for row in found] == [step.topic_id for step in real_plan.steps]
    for row, step in zip(found, real_plan.steps, strict=True):
        assert (row["start"], row["end"]) == (step.start.isoformat(), step.end.isoformat())
        assert (float(row["hours"]), row["why"]) == (step.hours, step.why)
        assert row["resource_url"] == base.resources[step.resources[0]].url


def test_lines_end_as_rfc_4180_says_and_begin_with_the_names(small_plan, small_base):
    written = export_plan(small_plan, small_base, "csv")
    assert written.startswith(",".join(COLUMNS).encode() + b"\r\n")
    assert written.endswith(b"\r\n")


def test_quotes_commas_and_line_breaks_survive(small_plan, small_base):
    first, second = rows(export_plan(small_plan, small_base, "csv"))
    assert (first["title"], first["done_when"]) == (NASTY, "It hangs;\nready.")
    assert (second["prerequisites"], second["resource"]) == ("a", "")


def test_without_dates_the_columns_stay_empty(undated_plan, small_base):
    assert {row["start"] for row in rows(export_plan(undated_plan, small_base, "csv"))} == {""}
