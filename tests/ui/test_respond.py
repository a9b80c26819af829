from itertools import pairwise

import pytest

from assistant import Settings, UsageError
from assistant.memory import Memory
from ui.desks import Desks
from ui.respond import LONGEST_QUESTION, Conversations
from ui.warm import Desk

QUESTION = "I know Python and statistics. What should I learn next?"


@pytest.fixture
def conversations(desk, tmp_path):
    memory = Memory.open(Settings(home=tmp_path), desk.base)
    yield Conversations(Desks(Settings(home=tmp_path), lambda *_: Desk(desk.assistant, memory)))
    memory.close()


def last(talks):
    return list(talks)[-1]


def test_an_answer_grows_and_is_stored_when_whole(conversations):
    talks = list(conversations.ask("ada", "", QUESTION))
    texts = [talk.partial for talk in talks if talk.partial]
    assert len(texts) > 3
    assert all(after.startswith(before) for before, after in pairwise(texts))
    assert talks[-1].last.turn.answer.answer == texts[-1]
    assert conversations.show("ada", talks[-1].thread).turns == talks[-1].turns


def test_a_follow_up_stays_in_the_thread_and_another_person_does_not_see_it(conversations):
    first = last(conversations.ask("ada", "", QUESTION))
    second = last(conversations.ask("ada", first.thread, "Why?"))
    assert [stored.position for stored in second.turns] == [1, 2]
    assert conversations.show("eve", first.thread).turns == ()


def test_undo_gives_the_question_back_and_forgets_what_it_said(conversations):
    talk = last(conversations.ask("ada", "", QUESTION))
    memory = conversations.desks.of("ada").memory
    assert memory.learner("ada").profile.known
    undone = conversations.undo("ada", talk.thread)
    assert undone.draft == QUESTION
    assert undone.turns == ()
    assert memory.learner("ada").profile.known == ()


def test_an_edited_question_replaces_its_turn_and_all_after_it(conversations):
    first = last(conversations.ask("ada", "", QUESTION))
    last(conversations.ask("ada", first.thread, "Why?"))
    editing = conversations.edit("ada", first.thread, 1)
    assert (editing.draft, editing.editing) == (QUESTION, 1)
    after = last(conversations.ask("ada", first.thread, "What is SQL?", 1))
    assert [stored.turn.question for stored in after.turns] == ["What is SQL?"]
    assert conversations.desks.of("ada").memory.learner("ada").profile.known == ()


def test_the_same_thumb_again_takes_the_verdict_back(conversations):
    talk = last(conversations.ask("ada", "", QUESTION))
    assert conversations.rate("ada", talk.thread, 1, "down").turns[0].thumbs == "down"
    rated = conversations.rate("ada", talk.thread, 1, "down", "too long").turns[0]
    assert (rated.thumbs, rated.reason) == ("down", "too long")
    assert conversations.rate("ada", talk.thread, 1, "down").turns[0].thumbs is None


@pytest.mark.parametrize("question", ["", "  ", "x" * 30_000, "<script>alert(1)</script>", "你好"])
def test_every_message_gets_an_answer(conversations, question):
    talk = last(conversations.ask("ada", "", question))
    assert talk.last.turn.answer.answer
    assert len(talk.last.turn.question) <= LONGEST_QUESTION


def test_an_error_keeps_the_question_in_the_message_box(tmp_path):
    def fail(*_):
        raise UsageError("The disk is full; make room.")

    desks = Desks(Settings(home=tmp_path), fail)
    talk = last(Conversations(desks).ask("ada", "", QUESTION))
    assert (talk.notice, talk.draft) == ("The disk is full; make room.", QUESTION)
