"""A plan is presented with judgement, and its figures are the planner's."""

import datetime as dt
import re

TODAY = dt.date(2026, 11, 22)


def rows(text):
    return [line for line in text.split("\n") if line.startswith("| ") and "---" not in line][1:]


def test_the_table_has_the_plan_s_steps_in_order(answer, person, base):
    result = answer("plan", person("python-basics", goal=("nlp",)))
    titles = re.findall(r"\*\*(.+?)\*\*", "\n".join(rows(result.answer)))
    assert titles == [step.title for step in result.plan.steps]
    assert result.recommended == tuple(step.topic_id for step in result.plan.steps)


def test_every_step_is_cited(answer, person):
    result = answer("plan", person("python-basics", goal=("nlp",)))
    numbers = {citation.n for citation in result.citations}
    for row, step in zip(rows(result.answer), result.plan.steps, strict=True):
        marked = {int(n) for n in re.findall(r"\[(\d+)\](?!\()", row)}
        assert marked <= numbers
        assert marked & set(step.citations)


def test_a_plan_without_time_asks_for_hours(answer, person):
    result = answer("plan", person("python-basics", goal=("nlp",)))
    assert result.plan.finish_date is None
    assert "Tell me your hours a week" in result.answer


def test_a_plan_that_fits_says_so_first(answer, person):
    profile = person(
        "ml-fundamentals", goal=("deep-learning",), hours_per_week=10, deadline=dt.date(2027, 6, 1)
    )
    result = answer("plan", profile)
    assert result.answer.startswith("Yes, that fits.")
    assert result.plan.finish_date <= dt.date(2027, 6, 1)


def test_a_plan_that_does_not_fit_says_what_would_have_to_give(answer, person):
    profile = person(
        "python-basics", goal=("data-scientist",), hours_per_week=4, deadline=dt.date(2027, 3, 1)
    )
    result = answer("plan", profile)
    assert result.answer.startswith("Not all of it fits before 1 March 2027")
    assert (
        f"With {result.plan.minimum_hours_per_week:g} hours a week everything fits" in result.answer
    )
    assert "Left out for lack of time" in result.answer


def test_a_deadline_without_hours_gives_the_hours_it_needs(answer, person):
    profile = person("ml-fundamentals", goal=("nlp",), deadline=dt.date(2027, 6, 1))
    result = answer("plan", profile)
    assert f"you need {result.plan.minimum_hours_per_week:g} hours a week" in result.answer


def test_nothing_left_to_learn_is_good_news(answer, person):
    result = answer("plan", person("pandas", goal=("pandas",)))
    assert "There is nothing left to learn" in result.answer
    assert result.citations


def test_a_plan_without_a_goal_asks_for_one(answer, person):
    result = answer("plan", person("pandas"))
    assert result.behaviour == "clarify"
    assert "Which role or topic" in result.answer


def test_the_topic_a_plan_is_asked_for_becomes_its_goal(answer, person):
    result = answer("plan", person("python-basics"), topics=("pandas",))
    assert result.profile.goal == ("pandas",)
    assert result.behaviour == "plan"


def test_shorter_keeps_the_judgement_and_the_table(answer, person):
    result = answer("plan", person("python-basics", goal=("nlp",)), shorter=True)
    assert rows(result.answer)
    assert len(result.answer.split("\n\n")) == 2
    assert "Done when" not in result.answer


def test_a_long_plan_is_told_in_stages_with_dates(answer, person):
    result = answer("plan", person("python-basics", goal=("data-scientist",), hours_per_week=10))
    opening = result.answer.split("\n\n")[0]
    assert re.search(r"Until (early|the middle of|the end of) [A-Z][a-z]+", opening)


def test_other_hours_are_compared_with_the_plan_before(answer, person):
    from assistant import Conversation
    from assistant.conversation import Turn
    from assistant.understanding import Understanding

    before = answer("plan", person("python-basics", goal=("nlp",), hours_per_week=5))
    understood = Understanding("q", "plan", before.profile, Conversation.new(TODAY).progress)
    turn = Turn("q", understood, before)
    after = answer("plan", person("python-basics", goal=("nlp",), hours_per_week=10), turns=(turn,))
    assert "sooner than before" in after.answer.split("\n\n")[0]
