import pytest

from evals.report import read_report
from knowledge import UsageError


def test_a_written_report_reads_back_equal_and_its_page_stands_beside_it(
    tmp_path, make_report, make_result
):
    report = make_report(make_result())
    data, page = report.write(tmp_path / "out")
    assert read_report(data) == report
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_without_answers_everything_else_stays(make_report, make_result):
    report = make_report(make_result("a"))
    bare = report.without_answers()
    assert bare.questions[0].answers == ()
    assert bare.questions[0].values == report.questions[0].values


def test_another_file_is_no_report_and_says_what_to_do(tmp_path):
    path = tmp_path / "report.json"
    path.write_text("{}")
    with pytest.raises(UsageError, match="make a new one with `roadmap eval`"):
        read_report(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_report(tmp_path / "none.json")
