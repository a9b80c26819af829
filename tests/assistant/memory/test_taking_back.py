"""Check that what is taken back is gone, with what it changed, and nothing else."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from assistant.conversation import Turn
from assistant.profile import Profile, Progress

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def say(memory, make_turn):
    """Record a turn that changes some fields of the profile as it is remembered."""

    def record(thread: str, question: str, **changes) -> None:
        before = memory.conversation("ada", thread)
        profile = before.profile.model_copy(update=changes)
        turn: Turn = make_turn(question, profile=profile)
        understanding = dataclasses.replace(turn.understanding, changed=tuple(changes))
        memory.record("ada", thread, dataclasses.replace(turn, understanding=understanding), before)

    return record


def test_a_turn_and_all_after_it_are_gone(memory, say):
    for question in ("one", "two", "three"):
        say("first", question)
    memory.take_back("ada", "first", 2)
    assert [stored.turn.question for stored in memory.turns("ada", "first")] == ["one"]


def test_the_person_is_again_as_before_the_turn(memory, say):
    say("first", "I know pandas", known=("pandas",))
    say("first", "5 hours a week", hours_per_week=5.0)
    say("first", "No, I know NLP", known=("nlp",))
    memory.take_back("ada", "first", 2)
    profile = memory.learner("ada").profile
    assert profile.known == ("pandas",)
    assert profile.hours_per_week is None


def test_the_first_turn_leaves_nothing_behind(memory, say):
    say("first", "I know pandas", known=("pandas",))
    memory.take_back("ada", "first", 1)
    assert memory.turns("ada", "first") == []
    assert memory.learner("ada").profile == Profile(start=TODAY)


def test_an_edit_of_another_field_stays(memory, say):
    say("first", "I know pandas", known=("pandas",))
    edited = memory.learner("ada").profile.model_copy(update={"hours_per_week": 3.0})
    memory.save_learner("ada", edited, Progress())
    memory.take_back("ada", "first", 1)
    assert memory.learner("ada").profile == Profile(start=TODAY, hours_per_week=3.0)


def test_nobody_takes_back_what_another_said(memory, say):
    say("first", "I know pandas", known=("pandas",))
    memory.take_back("bob", "first", 1)
    assert memory.learner("ada").profile.known == ("pandas",)
    assert len(memory.turns("ada", "first")) == 1


def test_a_turn_that_is_not_there_is_no_error(memory, say):
    say("first", "one")
    memory.take_back("ada", "first", 2)
    assert len(memory.turns("ada", "first")) == 1
