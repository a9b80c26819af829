import threading
from types import SimpleNamespace

import pytest

from assistant import Settings, UsageError
from ui.warm import Warming


def test_words_tell_how_far_it_is_until_the_desk_is_open(tmp_path):
    go_on = threading.Event()

    def open_slowly(settings, report):
        report(SimpleNamespace(stage="Embedding chunks", done=40, total=100, seconds_left=12.4))
        go_on.wait(10)
        return "desk"

    warming = Warming(Settings(home=tmp_path), open_slowly).start()
    words = warming.words()
    assert next(words) == "Embedding chunks: 40 of 100, about 12 s left …"
    assert not warming.is_ready
    go_on.set()
    assert warming.desk() == "desk"
    assert list(words) == []
    assert warming.is_ready


def test_why_it_could_not_be_opened_reaches_whoever_asks(tmp_path):
    def fail(*_):
        raise UsageError("The disk is full; make room.")

    warming = Warming(Settings(home=tmp_path), fail).start()
    for _ in range(2):
        with pytest.raises(UsageError, match="make room"):
            warming.desk()
