import numpy as np
import pytest

from assistant.understanding.intents import IntentReader, question_of
from assistant.understanding.text import tokenize

LISTS = {
    "next": {"cues": {2.0: ["what next"]}, "exemplars": ["what should I learn", "where now"]},
    "why": {"cues": {2.0: ["why"], 1.0: ["worth it"]}, "exemplars": ["why X", "is X worth it"]},
}
VECTORS = {"what should I learn": [1, 0], "where now": [0.8, 0.6]}


def encode(texts):
    return np.array([VECTORS.get(text, [0, 1]) for text in texts], dtype=float)


@pytest.fixture
def reader():
    return IntentReader(LISTS, encode, lambda: encode(reader_texts()))


def reader_texts():
    return ["what should I learn", "where now", "why it", "is it worth it"]


def test_exemplars_have_stand_ins_for_names(reader):
    assert reader.exemplars == tuple(reader_texts())


def test_cues_weigh_by_the_strongest_and_a_little_for_more(reader):
    tokens = tokenize("why, is it worth it")
    assert reader.cue_scores(tokens, [True] * len(tokens)) == {"why": 2.25}


def test_cues_inside_names_do_not_count(reader):
    tokens = tokenize("what next")
    assert reader.cue_scores(tokens, [True, False]) == {}


def test_a_question_is_like_its_exemplars(reader):
    likeness = reader.likeness("what should I learn")
    assert likeness["next"] > likeness["why"]
    assert reader.likeness("anything else")["why"] > reader.likeness("anything else")["next"]


def test_only_the_question_is_compared_and_names_are_masked(read):
    message = read("I know SQL. What do I need before PyTorch, as a data analyst?")
    assert question_of(message) == "What do I need before it, as a developer?"


def test_every_intent_with_exemplars_is_one_of_the_answer_object(understander):
    from typing import get_args

    from assistant.answer import Intent

    assert set(understander._intents.intents) == set(get_args(Intent)) - {"follow_up"}
