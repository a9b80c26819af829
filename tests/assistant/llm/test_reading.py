"""Check how a streamed text is cut, and when reading it ends."""

from __future__ import annotations

import threading
import time

import pytest

from assistant.llm.reading import ModelFailedError, read_model, runs


def cut(text: str) -> list[str]:
    return list(runs(iter(text)))


def test_run_ends_with_a_marked_sentence_or_a_line():
    assert cut("One. Two [1]. Three [2][3]. Four. [4] Five\n\n- Six [5].") == [
        "One. Two [1]. ",
        "Three [2][3]. ",
        "Four. [4] ",
        "Five\n",
        "\n",
        "- Six [5].",
    ]


def test_link_is_never_cut():
    text = "See [What is it? [1]. No](https://a.test). Well [2]."
    assert "".join(cut(text)) == text


def test_thought_is_left_out_even_if_it_never_ends():
    assert cut("<think>a [1]. b</think>\n\nOne [1].") == ["One [1]."]
    assert cut("<thinking>a [1]. b") == []


def test_less_than_sign_at_the_end_is_no_thought():
    assert "".join(cut("p < 0.05 holds [1].")) == "p < 0.05 holds [1]."


@pytest.mark.parametrize(
    "loop",
    [
        "[Draft: I am ready to present my answer now. The answer is: ",
        "yes ",
        "One [1]. Two [1]. Three [1]. ",
        "It goes on and on, line after line\n",
    ],
)
def test_loop_is_noticed(loop):
    with pytest.raises(ModelFailedError, match="it repeated itself"):
        cut(loop * 40)


def test_reading_stops_at_the_deadline_although_the_model_does_not(make_model):
    start = time.monotonic()
    with pytest.raises(ModelFailedError, match=r"longer than 0\.3 seconds"):
        list(read_model(make_model(text="One.", seconds=20), [("human", "?")], 0.3, None))
    assert time.monotonic() - start < 2


def test_reader_that_leaves_stops_the_model(make_model):
    before = threading.active_count()
    pieces = read_model(make_model(text="word " * 100_000), [("human", "?")], 5, None)
    next(pieces)
    pieces.close()
    deadline = time.monotonic() + 3
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before
