"""Settings come from the environment, and every one is described."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant import Settings
from knowledge import CONTENT


def test_variables_carry_the_prefix(monkeypatch, tmp_path):
    monkeypatch.setenv("ROADMAP_HOME", str(tmp_path))
    monkeypatch.setenv("ROADMAP_TODAY", "2026-11-22")
    monkeypatch.setenv("ROADMAP_CHROMA_URL", "http://localhost:8000")
    settings = Settings()
    assert settings.home == tmp_path
    assert settings.date == dt.date(2026, 11, 22)
    assert settings.index.chroma_url == "http://localhost:8000"


def test_without_variables_data_lives_in_the_user_s_directory(monkeypatch):
    monkeypatch.delenv("ROADMAP_HOME")
    assert Settings().home.name == "roadmap-assistant"
    assert Settings().home.is_relative_to(Path.home())


def test_today_is_today_unless_replaced(monkeypatch):
    monkeypatch.delenv("ROADMAP_TODAY", raising=False)
    assert Settings().date == dt.date.today()


def test_a_date_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("ROADMAP_TODAY", "tomorrow")
    with pytest.raises(ValidationError):
        Settings()


def test_ours_is_served_first_and_alone_by_default(tmp_path):
    assert Settings().directories == (CONTENT,)
    assert Settings(knowledge=tmp_path).directories == (CONTENT, tmp_path)


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch):
    for name in ("HOME", "KNOWLEDGE", "TODAY", "LLM", "LLM_TIMEOUT"):
        monkeypatch.setenv(f"ROADMAP_{name}", "")
    settings = Settings()
    assert settings.home.name == "roadmap-assistant"
    assert (settings.knowledge, settings.today, settings.llm) == (None, None, None)
    assert settings.llm_timeout == 60


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_time_that_no_model_could_keep_is_refused(monkeypatch, seconds):
    monkeypatch.setenv("ROADMAP_LLM_TIMEOUT", seconds)
    with pytest.raises(ValidationError):
        Settings()


def test_every_setting_is_described():
    assert all(field.description for field in Settings.model_fields.values())
