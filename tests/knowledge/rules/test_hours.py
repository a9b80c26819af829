"""Check that impossible hours are found."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import KnowledgeBase
from knowledge.models import Hours
from knowledge.rules.hours import absurd_hours

Change = Callable[..., KnowledgeBase]


def hours(low: float, high: float) -> Hours:
    return Hours(low=low, high=high, basis="Our estimate: a guess.")


def test_range_of_more_than_four_times_is_too_wide(changed: Change) -> None:
    (problem,) = absurd_hours(changed("topic", "nlp", hours=hours(10, 41)))
    assert problem.message == "10 to 41 hours says little; narrow the range"
    assert list(absurd_hours(changed("topic", "nlp", hours=hours(11, 44)))) == []


def test_topic_shorter_than_its_project_is_found(changed: Change) -> None:
    # The project of pandas takes 5 hours and its shortest resource 4.
    (problem,) = absurd_hours(changed("topic", "pandas", hours=hours(2, 4.5)))
    assert problem.message == "the projects alone take 5 hours; the range ends at 4.5"


def test_topic_shorter_than_its_shortest_resource_is_found(changed: Change) -> None:
    # The only resource of nlp with hours that can still be taken is the course of 40 hours.
    (problem,) = absurd_hours(changed("topic", "nlp", hours=hours(20, 39)))
    assert problem.message == "ends at 39 hours, but its shortest resource takes 40"


def test_resource_of_several_topics_counts_with_its_share(changed: Change) -> None:
    # Shared with pandas, 40 hours are 20 for each; pandas itself has a course of 4 hours.
    names = ("table-course", "table-docs", "language-course")
    base = changed("topic", "pandas", resources=names)
    topic = base.topics["nlp"].model_copy(update={"hours": hours(10, 20)})
    base.topics["nlp"] = topic  # type: ignore[index]
    assert list(absurd_hours(base)) == []
