"""Share one reader of messages over the real content, and ways to talk to it."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Answer
from assistant.conversation import Conversation, Turn
from assistant.understanding import Understander
from assistant.understanding.cues import build_cues
from assistant.understanding.data import common_words, read_list
from assistant.understanding.gazetteer import Gazetteer
from assistant.understanding.message import Message

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def understander(assistant) -> Understander:
    """Return the assistant's own reader, with its real encoder."""
    return assistant.understander


@pytest.fixture
def understand(understander):
    """Return a function that understands a message, said first or after a turn."""

    def run(message: str, conversation: Conversation | None = None):
        return understander.understand(message, conversation or Conversation.new(TODAY), TODAY)

    return run


@pytest.fixture
def read(understander):
    """Return a function that reads a message as far as its names and what is said of them."""

    def run(text: str) -> Message:
        return understander._read(text)

    return run


@pytest.fixture
def after(understand):
    """Return a function that makes the conversation after one answered message."""

    def make(message: str, **answer) -> Conversation:
        understood = understand(message)
        given = Answer(
            **{
                "question": message,
                "behaviour": "answer",
                "intent": understood.intent,
                "answer": "",
                "profile": understood.profile,
                **answer,
            }
        )
        return Conversation.new(TODAY).after(Turn(message, understood, given))

    return make


@pytest.fixture(scope="session")
def cues():
    """Return the table of all cues."""
    return build_cues(read_list("cues"))


@pytest.fixture(scope="session")
def gazetteer(base) -> Gazetteer:
    """Return the names of the real content."""
    implied = read_list("implications")
    names = {**read_list("names"), "jobs": implied["jobs"], "missing": implied["missing"]}
    small = frozenset(word for group in read_list("languages").values() for word in group)
    return Gazetteer(base, names, common_words(), small)
