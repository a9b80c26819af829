"""Give small answers over the tiny content, cited as the assistant cites them."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Answer
from assistant.citations import citation
from assistant.profile import Profile
from index import build_chunks

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def tiny_chunks(tiny_base):
    """Return the chunks of the tiny content by id."""
    return {chunk.id: chunk for chunk in build_chunks(tiny_base)}


@pytest.fixture
def make_answer(tiny_chunks):
    """Return a function that makes an answer citing chunks, numbered from 1 as they are named."""

    def make(text: str, *cited: str, **fields) -> Answer:
        profile = fields.pop("profile", Profile(start=TODAY))
        return Answer(
            question=fields.pop("question", ""),
            behaviour=fields.pop("behaviour", "answer"),
            intent=fields.pop("intent", "explain"),
            answer=text,
            citations=tuple(
                citation(tiny_chunks[name], n, text) for n, name in enumerate(cited, 1)
            ),
            profile=profile,
            **fields,
        )

    return make
