"""Every kind of question has its own way of being answered."""

import datetime as dt

import pytest

from assistant import Progress


def test_prerequisites_give_the_reason_on_each_edge_and_what_is_missing(answer, person, base):
    result = answer("prerequisites", person("python-basics"), topics=("ml-fundamentals",))
    edge = base.topics["ml-fundamentals"].prerequisites[0]
    assert edge.reason.rstrip(".") in result.answer
    assert "(missing)" in result.answer


def test_a_topic_without_prerequisites_can_be_started_today(answer, person):
    result = answer("prerequisites", person(), topics=("sql",))
    assert result.answer.startswith("Nothing has to come before SQL")


def test_certification_tells_free_from_paid_and_names_what_ended(answer, person):
    result = answer("certification", person(), topics=("deep-learning",))
    assert "(free)" in result.answer
    assert "(paid)" in result.answer
    assert "(discontinued)" in result.answer


def test_explain_begins_with_what_it_is(answer, person, base):
    result = answer("explain", person(), topics=("nlp",))
    first = base.topics["nlp"].summary.split(". ")[0]
    assert result.answer.startswith(first)
    assert not result.recommended


def test_a_concept_is_placed_inside_its_topic(answer, person):
    asked = {"topics": ("deep-learning",), "subtopics": (("deep-learning", "Backpropagation"),)}
    result = answer("explain", person(), **asked)
    assert result.answer.startswith(
        "Backpropagation belongs to deep learning and is learnt after computational graphs"
    )


def test_why_says_what_stays_closed_without_it(answer, person):
    result = answer("why", person(), topics=("linear-algebra",))
    assert "Without linear algebra you cannot follow" in result.answer


def test_compare_puts_a_prerequisite_first(answer, person):
    result = answer("compare", person(), topics=("gradient-boosting", "decision-trees"))
    assert result.answer.startswith("Decision trees first")


def test_compare_of_roles_names_the_nearer_one(answer, person):
    asked = {"roles": ("data-analyst", "research-scientist")}
    result = answer("compare", person("python-basics", "sql"), **asked)
    assert result.answer.startswith("Nearest for you is data analyst")


def test_a_guide_answers_with_its_verdict_first(answer, person, base):
    result = answer("compare", person(), message="PyTorch or TensorFlow?")
    assert result.answer.startswith(base.guides["pytorch-or-tensorflow"].verdict.split(". ")[0])
    assert result.citations[0].guide_id == "pytorch-or-tensorflow"


def test_a_role_says_what_the_work_is_and_how_far_it_is(answer, person):
    result = answer("role", person(hours_per_week=10), roles=("ml-engineer",))
    assert "An ML engineer" in result.answer
    assert "about a year at 10 hours a week" in result.answer


@pytest.mark.parametrize(
    ("known", "beginning"),
    [(("ml-fundamentals",), "Yes"), (("python-basics",), "Not yet"), ((), "That depends")],
)
def test_ready_answers_yes_no_or_later(answer, person, known, beginning):
    result = answer("ready", person(*known), topics=("deep-learning",))
    assert result.answer.startswith(beginning)
    assert "You can " in result.answer


def test_skipping_what_the_goal_needs_is_advised_against_with_the_reason(answer, person):
    asked = {"topics": ("pandas",), "message": "can I skip pandas"}
    result = answer("ready", person("python-basics", goal=("ml-fundamentals",)), **asked)
    assert result.answer.startswith("No, not if you want ML fundamentals.")


def test_a_project_comes_with_a_finish_line(answer, person):
    result = answer("project", person(), topics=("time-series-forecasting",))
    assert "It is done when" in result.answer


def test_time_is_given_in_hours_and_at_the_person_s_pace(answer, person, base):
    result = answer("time", person(hours_per_week=4), topics=("sql",))
    hours = base.topics["sql"].hours
    assert f"Count on {hours.low:g} to {hours.high:g} hours for SQL" in result.answer
    assert "At your 4 hours a week" in result.answer


def test_progress_is_noted_and_followed_by_what_comes_next(answer, person):
    progress = Progress(done={"python-basics": dt.date(2026, 11, 20)})
    asked = {"topics": ("python-basics",), "changed": ("done",)}
    result = answer("progress", person("python-basics"), progress=progress, **asked)
    assert "Python basics" in result.answer.split("\n\n")[0]
    assert result.recommended


def test_a_slower_pace_is_taken_note_of(answer, person):
    asked = {"changed": ("pace",)}
    result = answer("progress", person("python-basics"), progress=Progress(pace=2), **asked)
    assert "2 times our estimates" in result.answer


def test_small_talk_offers_one_question(answer, person):
    result = answer("small_talk", person(), message="hi")
    assert result.behaviour == "clarify"
    assert result.answer.count("?") == 1
    assert not result.citations


def test_what_lies_outside_is_declined_with_something_useful(answer, person):
    result = answer("off_topic", person(), message="How do I cook rice?")
    assert result.behaviour == "decline"
    assert result.citations
    assert not result.recommended


def test_what_cannot_be_known_is_declined_with_what_can_be_said(answer, person):
    asked = {"unanswerable": "pay", "roles": ("ml-engineer",)}
    result = answer("unanswerable", person(), message="What does Google pay?", **asked)
    assert result.answer.startswith("What a company pays is not something I can know.")
    assert result.citations


def test_two_meanings_lead_to_a_question(answer, person):
    result = answer("explain", person(), ambiguous=("computer-vision", "portfolio"))
    assert result.answer == "Which do you mean: computer vision or building a portfolio?"


def test_a_word_that_is_not_held_is_answered_from_the_nearest(answer, person):
    asked = {"topics": ("apache-spark",), "not_held": (("Hadoop", "apache-spark"),)}
    result = answer("explain", person(), **asked)
    assert result.answer.startswith("I hold nothing on Hadoop itself; the nearest is Spark.")


def test_another_language_is_answered_in_english_and_said(answer, person):
    result = answer("explain", person(), topics=("sql",), message="Was ist SQL?")
    assert "I read your" not in result.answer


def test_a_question_of_the_field_without_a_form_gets_the_nearest_material(answer, person):
    result = answer("explain", person(), message="tell me about gradient descent variants")
    assert result.behaviour == "answer"
    assert result.citations


@pytest.mark.parametrize(
    ("topics", "beginning"),
    [
        (
            ("python-basics", "deep-learning"),
            "Yes, in the end: deep learning rests on Python basics",
        ),
        (("ml-fundamentals", "deep-learning"), "Yes, ML fundamentals should come before"),
        (("logistic-regression", "deep-learning"), "No, but it helps."),
        (("docker", "sql"), "No, SQL does not ask for Docker."),
    ],
)
def test_whether_one_topic_is_needed_for_another_is_answered_yes_or_no(
    answer, person, topics, beginning
):
    result = answer("prerequisites", person(), message="do I need the one first?", topics=topics)
    assert result.answer.startswith(beginning)


def test_compare_takes_what_was_recommended_as_the_other_side(answer, person, assistant):
    turn = assistant.ask("I know Python and pandas. What should I learn next?")
    shown = turn.answer.recommended[0]
    result = answer("compare", person("python-basics"), topics=("docker",), turns=(turn,))
    assert result.topics == (shown, "docker")


def test_anger_is_met_calmly(answer, person):
    result = answer("small_talk", person(), message="you are useless")
    assert "Good to meet you" not in result.answer
    assert result.answer.endswith("?")


def test_pay_of_a_role_named_in_the_question_is_declined_with_what_the_role_asks(answer, person):
    asked = {"unanswerable": "pay", "message": "what does Google pay a data scientist?"}
    result = answer("unanswerable", person(), **asked)
    assert result.citations[0].chunk_id == "role:data-scientist#role"


def test_a_part_outside_the_field_is_mentioned_after_the_answer(answer, person):
    result = answer("explain", person(), topics=("sql",), noise=True)
    assert result.answer.endswith("I leave aside the part that is not about data science.")


def test_hours_named_in_passing_are_applied_to_the_topic_at_hand(answer, person):
    asked = {"topics": ("docker",), "changed": ("hours_per_week",), "message": "I have 3 hours"}
    result = answer("resources", person(hours_per_week=3), **asked)
    assert "At your 3 hours a week" in result.answer


def test_a_single_prerequisite_is_told_with_its_reason_in_one_go(answer, person, base):
    result = answer("prerequisites", person(), topics=("deep-learning",))
    reason = base.graph.edges["deep-learning"]["ml-fundamentals"].reason
    first = result.answer.split("\n\n")[0]
    assert first.startswith("Before deep learning you need ML fundamentals.")
    assert reason.rstrip(".") in first


def test_how_long_a_role_takes_is_the_first_thing_said(answer, person):
    result = answer("time", person("sql", hours_per_week=10), roles=("data-engineer",))
    assert result.answer.startswith("Becoming a data engineer still takes you about")
    assert "at 10 hours a week" in result.answer.split("\n\n")[0]


def test_somebody_who_asks_for_material_for_a_role_is_told_the_next_step(answer, person):
    result = answer("resources", person("python-basics"), roles=("ml-engineer",))
    assert result.recommended
