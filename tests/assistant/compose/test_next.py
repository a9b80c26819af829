"""One recommendation, argued for this person."""

import re

from assistant import Progress


def test_the_first_sentence_names_the_recommendation(answer, person, base):
    result = answer("next", person("ml-fundamentals", "statistical-inference"))
    assert "deep learning" in result.answer.split(".")[0].lower()
    assert {"deep-learning", "time-series-forecasting"} <= set(result.recommended)


def test_the_recommendation_comes_with_a_link_a_project_and_a_finish_line(answer, person, base):
    result = answer("next", person("ml-fundamentals", "statistical-inference"))
    links = re.findall(r"\]\((https?://[^)]+)\)", result.answer)
    assert links == [resource.url for resource in result.resources]
    assert len(links) == len(result.recommended) == 3
    project = base.topics[result.recommended[0]].projects[0]
    assert project.brief.split(". ")[0][1:].rstrip(".") in result.answer
    assert project.done_when.split(". ")[0][1:].rstrip(".") in result.answer


def test_each_has_its_reason_hours_difficulty_and_marker(answer, person, base):
    result = answer("next", person("ml-fundamentals", "statistical-inference"))
    assert {"deep-learning", "time-series-forecasting"} <= set(result.recommended)
    for name in result.recommended:
        topic = base.topics[name]
        assert f"difficulty {topic.difficulty} of 5" in result.answer
        assert f"{topic.hours.midpoint:g} hours" in result.answer
        assert " ".join(topic.why.split()[1:6]) in result.answer
    for line in result.answer.split("\n- ")[1:]:
        assert len(re.findall(r"\[\d+\](?!\()", line)) == 2


def test_a_slower_pace_multiplies_the_estimate_in_words(answer, person):
    result = answer("next", person("python-basics"), progress=Progress(pace=2))
    assert "by our estimates, and at your pace twice that" in result.answer


def test_nothing_known_is_recommended(answer, person):
    result = answer("next", person("python-basics", "pandas", goal=("data-analyst",)))
    assert not set(result.recommended) & {"python-basics", "pandas"}


def test_hours_a_week_become_weeks(answer, person):
    result = answer("next", person("python-basics", goal=("pandas",), hours_per_week=4))
    assert re.search(r"\d+ weeks? at your 4 hours a week", result.answer)


def test_what_was_assumed_is_said(answer, person):
    result = answer("next", person("ml-fundamentals"))
    assert "I take " in result.answer
    assert "say so if not" in result.answer


def test_somebody_without_a_goal_is_asked_for_one(answer, person):
    assert "Where would you like to get to?" in answer("next", person("python-basics")).answer


def test_after_that_moves_on(answer, person):
    profile = person("ml-fundamentals", "statistical-inference")
    result = answer("next", profile, follow_up="after_that", topics=("deep-learning",))
    assert "deep-learning" not in result.recommended


def test_only_preferred_formats_are_offered_first(answer, person, base):
    from assistant import Preferences

    wants_text = Preferences(formats=("text",), avoid_formats=("video",))
    result = answer("next", person("python-basics", preferences=wants_text))
    assert all("text" in base.resources[item.id].formats for item in result.resources)
