"""Check that old turns are read in the words of today's knowledge base."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from assistant.answer import LeftOut, Plan, PlanStep
from assistant.memory.identifiers import CurrentIds
from assistant.memory.records import checked_id, read_turn, storable, thread_title, turn_row
from knowledge import UsageError

TODAY = dt.date(2026, 11, 22)


def step(topic: str) -> PlanStep:
    return PlanStep(
        topic_id=topic,
        title=topic,
        why="It is needed.",
        hours=10,
        start=None,
        end=None,
        prerequisites=(),
        resources=(),
        project=None,
        done_when=None,
    )


def test_turn_no_longer_names_what_was_removed(tiny_base, make_turn):
    turn = make_turn("Which?", topics=("cobol", "pandas"))
    plan = Plan(
        goal=("cobol",),
        known=("pandas", "cobol"),
        assumed_known=(),
        steps=(step("cobol"), step("nlp")),
        total_hours=20,
        weeks=None,
        finish_date=None,
        feasible=True,
        left_out=(LeftOut(topic_id="cobol", title="COBOL", hours=10, reason="time"),),
        minimum_hours_per_week=None,
        earliest_finish=None,
    )
    answer = turn.answer.model_copy(update={"plan": plan, "recommended": ("cobol", "nlp")})
    row = turn_row(dataclasses.replace(turn, answer=answer))
    read = read_turn(row, CurrentIds(tiny_base))
    assert read.understanding.topics == ("pandas",)
    assert read.answer.topics == ("pandas",)
    assert read.answer.recommended == ("nlp",)
    assert [entry.topic_id for entry in read.answer.plan.steps] == ["nlp"]
    assert (read.answer.plan.goal, read.answer.plan.known) == ((), ("pandas",))
    assert read.answer.plan.left_out == ()
    assert read.answer.answer == turn.answer.answer


def test_steps_no_longer_name_resources_and_prerequisites_that_were_removed(tiny_base, make_turn):
    kept = step("nlp").model_copy(
        update={"resources": ("gone", "table-course"), "prerequisites": ("cobol", "pandas")}
    )
    plan = Plan(
        goal=("nlp",),
        known=(),
        assumed_known=(),
        steps=(kept,),
        total_hours=10,
        weeks=None,
        finish_date=None,
        feasible=True,
        left_out=(),
        minimum_hours_per_week=None,
        earliest_finish=None,
    )
    turn = make_turn("A plan")
    answer = turn.answer.model_copy(update={"plan": plan})
    row = turn_row(dataclasses.replace(turn, answer=answer))
    (read,) = read_turn(row, CurrentIds(tiny_base)).answer.plan.steps
    assert read.resources == ("table-course",)
    assert read.prerequisites == ("pandas",)


@pytest.mark.parametrize("identifier", ["", "x" * 201, "a\0b", "\udc80"])
def test_an_id_that_cannot_be_stored_is_refused(identifier):
    with pytest.raises(UsageError, match="The id of a person has 1 to 200 characters"):
        checked_id(identifier, "person")


def test_storable_reaches_into_everything():
    value = {"a\0": ["b\0", {"c": "\udc80"}], "n": 1.5, "none": None}
    assert storable(value) == {"a": ["b", {"c": "?"}], "n": 1.5, "none": None}


def test_empty_question_gives_a_title_all_the_same():
    assert thread_title(" \n ") == "New conversation"


def test_short_question_is_its_own_title():
    assert thread_title("What  next\nafter pandas?") == "What next after pandas?"


def test_stored_answer_shows_no_link_that_is_not_in_the_knowledge_base(tiny_base, make_turn):
    text = "See [Tables](https://notebooks.test/tables) or [this](https://evil.test) [1]."
    row = turn_row(make_turn("What next?", text=text))
    row["answer"]["resources"] = [
        {
            "id": "table-course",
            "title": "Free money",
            "url": "https://evil.test",
            "type": "course",
            "formats": ["text"],
            "cost": "free",
            "level": "beginner",
            "hours": None,
            "certificate": "none",
            "status": "active",
        }
    ]
    answer = read_turn(row, CurrentIds(tiny_base)).answer
    assert answer.answer == "See [Tables](https://notebooks.test/tables) or this [1]."
    assert answer.resources[0].url == "https://notebooks.test/tables"
    assert answer.resources[0].title == "Tables in an afternoon"
