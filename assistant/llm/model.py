"""Open the configured language model."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from knowledge import RoadmapError

if TYPE_CHECKING:  # imported only where a model is configured
    from langchain_core.language_models import BaseChatModel

# Provider -> (module, our extra, the variable in which its own library looks for the key).
_PROVIDERS = {
    "ollama": ("langchain_ollama", "ollama", None),
    "openai": ("langchain_openai", "openai", "OPENAI_API_KEY"),
    "anthropic": ("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY"),
}
_EXAMPLES = "ollama:llama3.2, openai:gpt-5-mini or anthropic:claude-haiku-4-5"


class ModelUnavailableError(RoadmapError):
    """The language model that is configured cannot be opened."""


def open_model(settings: Settings) -> BaseChatModel:
    """Return the model that `ROADMAP_LLM` names, as provider:model; nothing is sent yet.

    Raises ModelUnavailableError, with the command that helps, where the name, the provider's
    package or its key is missing.
    """
    provider, _, name = (settings.llm or "").partition(":")
    if not provider or not name:
        raise ModelUnavailableError(
            f"ROADMAP_LLM is “{settings.llm}”; it names a provider and a model, like {_EXAMPLES}."
        )
    options: dict[str, Any] = {}
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if provider in _PROVIDERS:
        _check_provider(provider, settings.llm_base_url)
    if provider in ("openai", "anthropic"):
        # The writer keeps the time for all; these libraries would go on trying behind its back.
        options |= {"timeout": settings.llm_timeout, "max_retries": 0}
    if provider == "openai" and settings.llm_base_url and not os.environ.get("OPENAI_API_KEY"):
        options["api_key"] = "none"  # local servers ask for no key, the library for any
    return _create(provider, name, options)


def _check_provider(provider: str, base_url: str | None) -> None:
    module, extra, key = _PROVIDERS[provider]
    if find_spec(module) is None:
        raise ModelUnavailableError(
            f"The package for {provider} models is not installed; run "
            f"`pip install 'roadmap-assistant[{extra}]'`."
        )
    if key and not os.environ.get(key) and not base_url:
        raise ModelUnavailableError(
            f"{provider} models need a key; run `export {key}=...` with yours, or unset "
            "ROADMAP_LLM to do without a language model."
        )


def _create(provider: str, name: str, options: dict[str, Any]) -> BaseChatModel:
    # Slow to import, and not needed without a model.
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        raise ModelUnavailableError(
            f"The package for {provider} models is not installed; run "
            f"`pip install langchain-{provider.replace('_', '-')}`."
        ) from error
    except ValueError as error:  # an unknown provider, or what its class does not accept
        reason = str(error).strip().splitlines()[0].rstrip(".")
        raise ModelUnavailableError(
            f"ROADMAP_LLM={provider}:{name} cannot be used ({reason}); it names a provider and a "
            f"model, such as {_EXAMPLES}."
        ) from error
    return model
