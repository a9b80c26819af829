"""Check that the model is one stage of the chain, streamed and traced like the others."""

from __future__ import annotations

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from assistant import Assistant, Turn
from assistant.llm import Writer

QUESTION = "What is pandas?"


class Trace(BaseCallbackHandler):
    def __init__(self) -> None:
        self.stages: list[str] = []
        self.models = 0

    def on_chain_start(self, serialized, inputs, *, name=None, **kwargs):
        self.stages.append(name)

    def on_chat_model_start(self, serialized, messages, **kwargs):
        self.models += 1


@pytest.fixture
def with_model(assistant, make_model):
    """Return a function that gives the assistant a scripted model."""

    def make(text: str, **behaviour) -> Assistant:
        writer = Writer(make_model(text=text, **behaviour), "scripted:model", 5)
        made = Assistant(
            assistant.base,
            assistant.index,
            today=assistant.today,
            vectors=assistant._vectors,
            writer=writer,
        )
        # Read messages with what is loaded already.
        made.__dict__["understander"] = assistant.understander
        made.__dict__["guides"] = assistant.guides
        return made

    return make


@pytest.fixture
def good(assistant):
    """Return an answer that holds: the first sentence of the composed one."""
    composed = assistant.ask(QUESTION).answer.answer
    return composed.split("\n")[0]


def test_model_words_the_answer(with_model, good):
    answer = with_model(good).ask(QUESTION).answer
    assert answer.answer == good
    assert answer.engine == "scripted:model"
    assert answer.timings_ms["write"] > 0


def test_pieces_come_before_the_turn_and_make_its_text(with_model, good):
    *pieces, turn = with_model(good).stream(QUESTION)
    assert isinstance(turn, Turn)
    assert "".join(pieces) == turn.answer.answer == good


async def test_async_stream_says_the_same(with_model, good):
    said = [part async for part in with_model(good).astream(QUESTION)]
    assert "".join(said[:-1]) == said[-1].answer.answer == good


async def test_async_answer_says_the_same(with_model, good):
    turn = await with_model(good).aask(QUESTION)
    assert turn.answer.answer == good


def test_useless_model_leaves_the_composed_answer(with_model, assistant):
    composed = assistant.ask(QUESTION).answer
    *pieces, turn = with_model("No idea.").stream(QUESTION)
    assert turn.answer.answer == composed.answer
    assert "".join(pieces).endswith(composed.answer)
    assert turn.answer.engine == "composed"
    assert len(turn.answer.notes) == 1


def test_greeting_is_not_sent_to_the_model(with_model, assistant):
    answer = with_model("Buy my book!").ask("hello").answer
    assert answer == assistant.ask("hello").answer.model_copy(
        update={"timings_ms": answer.timings_ms}
    )


def test_plan_keeps_its_table_under_the_words_of_the_model(with_model, assistant):
    question = "I know Python. Make me a plan for SQL with 5 hours a week"
    composed = assistant.ask(question).answer
    words = composed.answer.split("\n")[0]
    answer = with_model(words).ask(question).answer
    rows = [line for line in composed.answer.split("\n") if line.startswith("|")]
    assert len(rows) > 2
    assert answer.answer == "\n".join([words, "", *rows])
    assert answer.engine == "scripted:model"
    assert answer.plan == composed.plan


def test_callbacks_hear_of_the_stage_and_of_the_model(with_model, good):
    trace = Trace()
    with_model(good).ask(QUESTION, config={"callbacks": [trace]})
    assert trace.stages[-1] == "write"
    assert trace.models == 1
