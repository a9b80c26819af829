import dataclasses

import pytest


def test_an_understanding_cannot_be_changed(understand):
    with pytest.raises(dataclasses.FrozenInstanceError):
        understand("hi").intent = "next"


def test_the_message_is_kept_as_typed_but_trimmed(understand):
    assert understand("  What <b>next</b>? \n").message == "What <b>next</b>?"
