"""No sentence is said twice in a thread, and nothing that answers goes missing."""

import datetime as dt

import pytest

from assistant import Conversation

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def talk(assistant):
    def ask(*questions):
        conversation, answers = Conversation.new(TODAY), []
        for question in questions:
            turn = assistant.ask(question, conversation)
            conversation = conversation.after(turn)
            answers.append(turn.answer)
        return answers

    return ask


def test_why_after_a_recommendation_brings_something_new(talk):
    first, second = talk("I know Python basics. What should I learn next?", "why?")
    assert second.citations
    assert second.answer not in first.answer


def test_the_same_question_again_is_answered_in_full(talk):
    first, again = talk("What is SQL?", "What is SQL?")
    assert len(again.answer.split()) >= 0.9 * len(first.answer.split())


def test_a_list_keeps_its_items(talk):
    _, second = talk("free resources for docker", "not video please")
    assert second.resources
    assert second.answer.count("](http") >= 1
