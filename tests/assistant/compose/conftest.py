"""Compose answers to hand-made understandings over the real content and index."""

import datetime as dt
from collections.abc import Callable

import pytest

from assistant import Answer, Assistant, Conversation, Profile, Progress
from assistant.chain import Work
from assistant.understanding import Understanding

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def person(base) -> Callable[..., Profile]:
    def make(*known: str, goal: tuple[str, ...] = (), **fields) -> Profile:
        assumed = base.graph.order(base.graph.ancestors(known) - set(known))
        return Profile(known=known, assumed_known=tuple(assumed), goal=goal, start=TODAY, **fields)

    return make


@pytest.fixture
def answer(assistant: Assistant, person) -> Callable[..., Answer]:
    """Return the answer to an understanding made of an intent, a profile and what is asked."""

    def compose(intent, profile=None, message="A question", progress=None, turns=(), **asked):
        profile = profile or person()
        progress = progress or Progress()
        understanding = Understanding(message, intent, profile, progress, language="en", **asked)
        conversation = Conversation(profile, progress, turns)
        work = Work(message, conversation, TODAY, understanding)
        for stage in (assistant._retrieve, assistant._plan, assistant._answer, assistant._verify):
            work = stage(work)
        assert work.answer is not None
        return work.answer

    return compose
