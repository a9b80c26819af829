"""Check that a person's thread goes on where it stopped, and that nothing shown is lost."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant import Settings, Turn
from assistant.memory import Memory
from assistant.session import Session

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def memory(tmp_path, assistant):
    opened = Memory.open(Settings(home=tmp_path, today=TODAY), assistant.base)
    yield opened
    opened.close()


@pytest.fixture
def session(assistant, memory):
    return Session(assistant, memory, "ada")


def test_later_question_knows_what_was_said_before(session):
    session.ask("a", "I know Python and pandas.")
    turn = session.ask("a", "What should I learn next?")
    assert {"python-basics", "pandas"} <= set(turn.answer.profile.known)
    assert not {"python-basics", "pandas"} & set(turn.answer.recommended)


def test_new_thread_knows_the_person_and_not_the_talk(session, memory):
    session.ask("a", "I know Python and pandas.")
    conversation = memory.conversation("ada", "b")
    assert "pandas" in conversation.profile.known
    assert conversation.turns == ()


def test_follow_up_goes_on_after_a_restart(session, assistant, memory):
    first = session.ask("a", "I know Python. What should I learn next?")
    turn = Session(assistant, memory, "ada").ask("a", "and after that?")
    assert turn.understanding.follow_up == "after_that"
    assert first.answer.recommended[0] not in turn.answer.recommended


def test_another_person_starts_from_nothing(session, assistant, memory):
    session.ask("a", "I know Python and pandas.")
    turn = Session(assistant, memory, "bob").ask("a", "What should I learn next?")
    assert turn.answer.profile.known == ()


def test_stream_says_what_it_stores(session, memory):
    *pieces, turn = session.stream("a", "What is SQL?")
    assert isinstance(turn, Turn)
    assert "".join(pieces) == turn.answer.answer
    assert [entry.turn for entry in memory.turns("ada", "a")] == [turn]


def test_whole_text_is_only_seen_when_it_is_stored(session, memory):
    shown = ""
    for part in session.stream("a", "What is SQL?"):
        stored = memory.turns("ada", "a")
        if isinstance(part, str):
            shown += part
        if stored:
            assert shown == stored[0].turn.answer.answer
            break
    else:
        pytest.fail("nothing was stored")


def test_stream_that_nobody_finishes_stores_nothing(session, memory):
    stream = session.stream("a", "What is SQL?")
    next(stream)
    stream.close()
    assert memory.turns("ada", "a") == []
