"""The chain answers, streams, traces and remembers what was said."""

import json
import socket

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from assistant import Answer, Conversation

FIELDS = {
    "question", "behaviour", "intent", "answer", "citations", "resources", "topics", "recommended",
    "plan", "profile", "follow_ups", "engine", "timings_ms",
}  # fmt: skip


class Trace(BaseCallbackHandler):
    def __init__(self) -> None:
        self.names: list[str] = []

    def on_chain_start(self, serialized, inputs, *, name=None, **kwargs):
        self.names.append(name)


def test_the_answer_object_has_every_field_of_the_design(assistant):
    answer = assistant.ask("I know Python. What should I learn next?").answer
    printed = json.loads(answer.model_dump_json(by_alias=True))
    assert printed.keys() >= FIELDS
    assert printed["profile"].keys() >= {
        "known", "partly_known", "assumed_known", "unknown", "other_skills", "goal",
        "hours_per_week", "start", "deadline", "weeks", "pauses", "preferences",
    }  # fmt: skip
    assert set(printed["citations"][0]) == {
        "n", "chunk_id", "title", "topic_id", "guide_id", "facet", "source", "quote", "resources",
    }  # fmt: skip


def test_callbacks_see_each_stage_by_name(assistant):
    trace = Trace()
    assistant.ask("What is PCA?", config={"callbacks": [trace]})
    stages = [name for name in trace.names if name in assistant.stages]
    assert stages == list(assistant.stages)


def test_quotes_are_words_of_the_cited_chunk(assistant):
    answer = assistant.ask("Why should I learn linear algebra?").answer
    for citation in answer.citations:
        chunk = assistant.index.chunks[citation.chunk_id]
        for sentence in citation.quote.split(". "):
            assert sentence.strip(" .") in chunk.text


def test_the_stream_ends_with_the_turn_whose_text_it_was(assistant):
    *pieces, turn = assistant.stream("What is SQL?")
    assert "".join(pieces) == turn.answer.answer
    assert len(pieces) > 3


async def test_asking_without_blocking_gives_the_same_answer(assistant):
    now = assistant.ask("What is SQL?").answer
    later = (await assistant.aask("What is SQL?")).answer
    assert later.answer == now.answer


def test_the_same_question_has_the_same_answer(assistant):
    first, second = (assistant.ask("What do I need before NLP?").answer for _ in range(2))
    assert first.model_dump(exclude={"timings_ms"}) == second.model_dump(exclude={"timings_ms"})


def test_later_turns_know_the_earlier_ones(assistant):
    conversation = Conversation.new(assistant.today())
    first = assistant.ask("I know Python and pandas.", conversation)
    second = assistant.ask("What should I learn next?", conversation.after(first))
    assert {"python-basics", "pandas"} <= set(second.answer.profile.known)
    assert not {"python-basics", "pandas"} & set(second.answer.recommended)


@pytest.mark.parametrize(
    "message",
    [
        "",
        "   ",
        "?" * 20_000,
        "I know Python. " * 1_400,
        "<script>alert(1)</script> what is PCA?",
        "什么是机器学习？",
        "🤖🤖🤖",
        "\x00\x01 SQL",
        "[1] [2](javascript:alert(1)) learn SQL",
    ],
)
def test_odd_messages_get_an_answer_object(assistant, message):
    answer = assistant.ask(message).answer
    assert isinstance(answer, Answer)
    assert answer.answer
    assert "javascript:" not in answer.answer
    assert "<script" not in answer.answer


def test_an_empty_message_is_asked_back(assistant):
    assert assistant.ask("").answer.behaviour == "clarify"


def test_answering_opens_no_connection(assistant, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert assistant.ask("I know ML fundamentals. What next?").answer.citations


def test_a_stated_profile_is_answered_like_a_message(assistant):
    profile = Conversation.new(assistant.today()).profile
    profile = profile.model_copy(update={"known": ("python-basics",), "goal": ("pandas",)})
    answer = assistant.advise("next", profile)
    assert answer.question == "I know Python basics. What should I learn next for pandas?"
    assert answer.recommended
    assert "python-basics" not in answer.recommended
    assert answer.timings_ms.keys() == {"plan", "answer", "verify", "total"}
    assert answer.timings_ms["total"] > 0
