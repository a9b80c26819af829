import datetime as dt

from assistant.answer import Answer
from assistant.conversation import KEPT_TURNS, Conversation, Turn
from assistant.profile import Profile, Progress
from assistant.understanding import Understanding

TODAY = dt.date(2026, 11, 22)


def turn(number: int) -> Turn:
    profile = Profile(start=TODAY, hours_per_week=number + 1)
    understood = Understanding(f"q{number}", "next", profile, Progress(pace=1.5))
    answer = Answer(
        question=f"q{number}", behaviour="answer", intent="next", answer="", profile=profile
    )
    return Turn(f"q{number}", understood, answer)


def test_a_new_conversation_knows_only_the_day():
    conversation = Conversation.new(TODAY)
    assert conversation == Conversation(Profile(start=TODAY), Progress(), ())
    assert conversation.last is None


def test_a_turn_brings_its_profile_and_progress():
    conversation = Conversation.new(TODAY).after(turn(4))
    assert conversation.profile.hours_per_week == 5
    assert conversation.progress.pace == 1.5
    assert conversation.last.question == "q4"


def test_only_the_last_turns_are_kept():
    conversation = Conversation.new(TODAY)
    for number in range(KEPT_TURNS + 3):
        conversation = conversation.after(turn(number))
    assert [kept.question for kept in conversation.turns] == [f"q{n}" for n in range(3, 15)]
