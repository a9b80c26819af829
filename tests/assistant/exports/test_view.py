import datetime as dt

from assistant.exports.view import about, goal_title, hour_range, hours, span, step_views, summary
from knowledge import Hours
from tests.assistant.planning.conftest import made_resource


def test_steps_know_the_weeks_they_take(small_plan, small_base):
    # 10 days from the first, then 21
    assert [view.weeks for view in step_views(small_plan, small_base)] == [(1, 2), (2, 5)]


def test_steps_come_with_their_project_and_resources_in_full(small_plan, small_base):
    first = step_views(small_plan, small_base)[0]
    assert (first.number, first.project.title) == (1, "A map, drawn")
    assert [resource.id for resource in first.resources] == ["book", "course"]


def test_several_goals_are_joined_in_words(base, real_plan):
    plan = real_plan.model_copy(update={"goal": ("data-scientist", "sql", "rag")})
    assert goal_title(plan, base) == "Data scientist, SQL and Retrieval-augmented generation"


def test_the_summary_of_what_does_not_fit_names_the_ways_out(small_plan):
    plan = small_plan.model_copy(
        update={
            "feasible": False,
            "minimum_hours_per_week": 8.5,
            "earliest_finish": dt.date(2027, 5, 3),
            "gap": 0.0213,
        }
    )
    assert summary(plan) == (
        "2 steps, 31 hours, 4.4 weeks; the last day is 23 Dec 2026. All that the goal requires "
        "takes 8.5 hours a week to be done by the deadline. At the present pace all of it is done "
        "on 3 May 2027. The search stopped at its time limit; this choice is within 2.1% of the "
        "best."
    )


def test_spans_are_as_short_as_can_be():
    first = dt.date(2026, 12, 3)
    assert span(first, first) == "3 Dec 2026"
    assert span(first, dt.date(2026, 12, 9)) == "3–9 Dec 2026"
    assert span(dt.date(2026, 11, 30), first) == "30 Nov – 3 Dec 2026"
    assert span(first, dt.date(2027, 1, 2)) == "3 Dec 2026 – 2 Jan 2027"


def test_one_hour_is_singular():
    assert (hours(1), hours(22.5), hours(0.96)) == ("1 hour", "22.5 hours", "1 hour")


def test_a_range_of_equal_ends_is_one_number():
    assert hour_range(Hours(low=4, high=8.5, basis="Made up.")) == "4–8.5 hours"
    assert hour_range(Hours(low=1, high=1, basis="Made up.")) == "1 hour"


def test_what_was_not_checked_lately_says_so():
    resource = made_resource("x", cost="free-audit", hours=3, status="unknown")
    assert about(resource) == "course, free to audit, 3 hours, not checked lately"


def test_a_goal_that_no_longer_exists_has_no_title(base, real_plan):
    assert goal_title(real_plan.model_copy(update={"goal": ()}), base) == ""
