"""Settings come from the environment, and every one is described."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant import Settings


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


def test_every_setting_is_described():
    assert all(field.description for field in Settings.model_fields.values())
