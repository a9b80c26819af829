"""Check which facts about the person and the plan need no source."""

from __future__ import annotations

import datetime as dt

from assistant.person import person_facts
from assistant.profile import Profile

TODAY = dt.date(2026, 11, 22)


def test_profile_gives_topics_names_and_figures(make_answer, tiny_base):
    profile = Profile(
        start=TODAY, known=("pandas",), other_skills=("Excel",), goal=("analyst",), hours_per_week=6
    )
    facts = person_facts(make_answer("", profile=profile), tiny_base)
    assert "pandas" in facts.topics
    assert {"excel", "analyst"} <= facts.stems
    assert {6, 22, 11, 2026} <= facts.figures
    assert 9 not in facts.figures


def test_weeks_of_a_topic_follow_from_its_hours_and_the_pace(make_answer, tiny_base):
    profile = Profile(start=TODAY, hours_per_week=5)
    facts = person_facts(make_answer("", profile=profile, topics=("pandas",)), tiny_base)
    # pandas: (10 + 20) / 2 = 15 hours, so 3 weeks; before it Python basics: (20 + 40) / 2 = 30.
    assert {15, 3, 30, 6} <= facts.figures


def test_neighbours_on_the_way_may_be_named(make_answer, tiny_base):
    facts = person_facts(make_answer("", topics=("ml-fundamentals",)), tiny_base)
    before = {"pandas", "python-basics", "descriptive-statistics"}
    assert facts.topics == {"ml-fundamentals", "deep-learning", *before}


def test_question_of_the_person_is_theirs_to_say(make_answer, tiny_base):
    facts = person_facts(make_answer("", question="I am 45 and use Hadoop"), tiny_base)
    assert 45 in facts.figures
    assert "hadoop" in facts.stems
