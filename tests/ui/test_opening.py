"""What a command works with is opened, or refused in one sentence."""

import pytest

from assistant import RoadmapError, UsageError
from ui.opening import read_settings, write_out


def test_an_invalid_setting_names_its_variable_and_value(monkeypatch):
    monkeypatch.setenv("ROADMAP_LLM_TIMEOUT", "soon")
    with pytest.raises(UsageError, match=r"ROADMAP_LLM_TIMEOUT is not valid: .*\(got 'soon'\)"):
        read_settings()


def test_data_goes_to_the_named_file(tmp_path, capsys):
    write_out(b"data", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == b"data"
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(RoadmapError, match="cannot be written"):
        write_out(b"data", tmp_path / "missing" / "out.csv")


def test_without_a_file_data_goes_to_stdout(capfdbinary):
    write_out(b"data", None)
    assert capfdbinary.readouterr().out == b"data"
