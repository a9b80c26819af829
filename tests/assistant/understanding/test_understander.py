import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.conversation import Conversation
from assistant.understanding import Understander
from tests.assistant.understanding.conftest import TODAY


@pytest.mark.parametrize(
    "message",
    [
        "python " * 3000,
        "🎉" * 20_000,
        "9" * 20_000,
        "<" * 20_000,
        "1 hour a day, " * 1500,
        "I don't know " * 1600,
        "好" * 20_000,
        "\x00\ud83d\n\t",
    ],
)
def test_no_message_is_too_odd_or_too_long(understand, message):
    assert understand(message).intent


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=200))
def test_any_text_is_understood_without_failing(understand, text):
    assert understand(text).profile.start == TODAY


def test_the_same_message_is_always_understood_alike(understand):
    message = "I know python, a bit of sql. data analyst in 6 months?"
    assert understand(message) == understand(message)


def test_a_message_in_another_language_is_understood(understand):
    understood = understand("Sé Python pero no SQL. Quiero ser analista de datos. ¿Qué sigue?")
    assert understood.language == "es"
    assert understood.profile.known == ("python-basics",)
    assert understood.profile.unknown == ("sql",)
    assert understood.profile.goal == ("data-analyst",)


def test_a_question_without_names_gets_the_nearest_topic(understand):
    assert understand("explain how a computer can tell cats from dogs in photos").topics


def test_fixed_texts_are_encoded_only_when_they_are_needed(base, understander):
    encoded = []

    def remember(texts):
        encoded.append(len(texts))
        return understander._remember(texts)

    fresh = Understander(base, understander._encode, remember=remember)
    assert encoded == []
    fresh.understand("how do I cook pasta?", Conversation.new(TODAY), TODAY)
    fresh.understand("what is my dog thinking?", Conversation.new(TODAY), TODAY)
    assert encoded == [len(fresh.exemplar_texts)]


def test_a_small_roadmap_is_understood_too(tiny_base, understander):
    small = Understander(tiny_base, understander._encode)
    understood = small.understand("I know pandas and docker", Conversation.new(TODAY), TODAY)
    assert understood.profile.known == ("pandas",)


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("I want to schedule trucks optimally. which topic is that", "operations-research"),
        (
            "predict when machines in our factory will break, what should I learn",
            "predictive-maintenance",
        ),
    ],
)
def test_a_task_told_in_everyday_words_finds_its_topic(understand, message, topic):
    assert understand(message).topics == (topic,)


def test_a_message_without_a_task_finds_none(understand):
    assert understand("what should I learn first?").topics == ()


@pytest.mark.parametrize(
    "message", ["no, computer vision", "sorry, I meant computer vision", "computer vision instead"]
)
def test_a_correction_replaces_the_goal(understand, after, message):
    conversation = after("plan for NLP, 5 hours a week", behaviour="plan")
    assert understand(message, conversation).profile.goal == ("computer-vision",)


def test_a_pause_or_a_known_step_plans_anew(understand, after):
    conversation = after("plan for NLP, 5 hours a week", behaviour="plan")
    pause = understand("I can't do december, holidays", conversation)
    assert (pause.intent, len(pause.profile.pauses)) == ("plan", 1)
    known = understand("pandas I know, skip it", conversation)
    assert (known.intent, known.profile.known) == ("plan", ("pandas",))
