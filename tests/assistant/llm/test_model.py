"""Check that a model opens without sending anything, or says in a sentence what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.llm import ModelUnavailableError, open_model
from assistant.settings import Settings


def settings(llm: str | None, **fields) -> Settings:
    return Settings(home=Path("unused"), llm=llm, **fields)


@pytest.fixture(autouse=True)
def no_keys(monkeypatch):
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("provider", ["openai", "anthropic"])
def test_missing_key_is_one_sentence_with_the_command(provider):
    with pytest.raises(ModelUnavailableError, match=rf"export {provider.upper()}_API_KEY="):
        open_model(settings(f"{provider}:some-model"))


@pytest.mark.parametrize("name", ["gpt-5", ":gpt-5", "openai:", ""])
def test_incomplete_name_is_explained_by_examples(name):
    with pytest.raises(ModelUnavailableError, match="names a provider and a model, like ollama:"):
        open_model(settings(name))


def test_unknown_provider_is_named():
    with pytest.raises(ModelUnavailableError, match="nobody:model cannot be used"):
        open_model(settings("nobody:model"))


def test_missing_package_is_one_sentence_with_the_command():
    with pytest.raises(ModelUnavailableError, match="pip install langchain-groq"):
        open_model(settings("groq:some-model"))


def test_own_server_needs_no_key():
    model = open_model(settings("openai:small", llm_base_url="http://127.0.0.1:9/v1"))
    assert model.openai_api_base == "http://127.0.0.1:9/v1"
    assert model.max_retries == 0
