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
    base = changed("topic", "nlp", resources=("language-course",), hours=hours(20, 39))
    (problem,) = absurd_hours(base)
    assert problem.message == "ends at 39 hours, but its shortest resource takes 40"


def test_resource_without_hours_may_be_short(changed: Change) -> None:
    names = ("language-course", "language-book")
    assert not list(absurd_hours(changed("topic", "nlp", resources=names, hours=hours(20, 39))))


def test_resource_of_several_topics_counts_with_its_share(changed: Change) -> None:
    # Listed by deep-learning too, the 50 hours of the course are 25 for each of the two.
    names = ("network-course",)
    assert not list(absurd_hours(changed("topic", "nlp", resources=names, hours=hours(12, 25))))
    (problem,) = absurd_hours(changed("topic", "nlp", resources=names, hours=hours(12, 24)))
    assert problem.message == "ends at 24 hours, but its shortest resource takes 25"
