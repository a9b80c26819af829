import datetime as dt

from evals.answering import Case, ask_all, asked_on, converse
from evals.question import EVAL_DAY, Question


def test_later_turns_know_the_earlier_ones(assistant):
    first, second = converse(assistant, ["I know pandas.", "What should I learn next?"])
    assert "pandas" in first.profile.known
    assert "pandas" in second.profile.known


def test_every_question_is_a_new_person(assistant):
    questions = [
        Question(id="a", turns=["I know pandas. What next?"], behaviour="answer"),
        Question(id="b", turns=["What should I learn next?"], behaviour="answer"),
    ]
    knows, stranger = ask_all(assistant, questions)
    assert isinstance(knows, Case)
    assert "pandas" in knows.answer.profile.known
    assert stranger.answer.profile.known == ()


def test_questions_are_asked_on_the_day_of_the_labels_and_progress_is_told(assistant):
    told = []
    question = Question(id="a", turns=["Plan for SQL, 5 hours a week"], behaviour="plan")
    before = assistant.today
    (case,) = ask_all(assistant, [question], lambda done, total: told.append((done, total)))
    assert case.answer.profile.start == EVAL_DAY
    assert told == [(1, 1)]
    assert assistant.today is before


def test_the_day_is_given_back_afterwards(assistant):
    day = dt.date(2030, 1, 1)
    with asked_on(assistant, day):
        assert assistant.today() == day
    assert assistant.today() != day
