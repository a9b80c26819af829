"""A plan ends with the one piece of advice that fits the person."""

import datetime as dt


def closing(result):
    return result.answer.split("\n\n")[-1]


def test_few_hours_call_for_fixed_appointments(answer, person):
    result = answer("plan", person("python-basics", goal=("nlp",), hours_per_week=3))
    assert closing(result).startswith("With 3 hours a week the habit is everything")


def test_full_time_is_advised_from_the_guide_for_it(answer, person, base):
    result = answer("plan", person("python-basics", goal=("data-analyst",), hours_per_week=40))
    verdict = base.guides["learning-full-time"].verdict.split(". ")[0]
    assert closing(result).startswith(verdict)


def test_what_is_partly_known_is_only_refreshed(answer, person):
    profile = person("python-basics", goal=("pandas", "numpy"), partly_known=("numpy",))
    assert closing(answer("plan", profile)).startswith("For NumPy I planned only a refresher")


def test_a_deadline_too_near_saves_the_projects(answer, person):
    profile = person(goal=("data-scientist",), hours_per_week=8, deadline=dt.date(2027, 3, 1))
    assert "drop the last step rather than a project" in closing(answer("plan", profile))


def test_what_was_assumed_is_said(answer, person):
    result = answer("plan", person("ml-fundamentals", goal=("nlp",), hours_per_week=10))
    assert closing(result).startswith("I counted ")
