"""Give plans to export: one by hand whose words try to be markup, one on the real content."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import LeftOut, Plan
from assistant.planning import make_plan
from knowledge.models import Project
from tests.assistant.planning.conftest import made_base, made_resource, made_topic, person

NASTY = '#panic("code") $x$ *bold* [a](b) | "quoted", <b> @ref \\ `raw` _it_ ; naïve – 数'
"""Words that mean something in Typst, Markdown, CSV and iCalendar."""


@pytest.fixture(scope="session")
def small_base():
    """Return two topics, a -> b, whose words try to be markup in every format."""
    project = Project(
        title="A map, drawn", brief=NASTY, deliverable="The map.", done_when="It hangs;\nready."
    )
    return made_base(
        made_topic("a", title=NASTY, projects=(project,), resources=("book", "course")),
        made_topic("b", takes=21, required=["a"]),
        resources=[
            made_resource("book", title="A (good) book", url="https://example.org/a_(b)?c=d#e"),
            made_resource("course", type="course", formats=("text",), hours=3),
        ],
    )


@pytest.fixture(scope="session")
def small_plan(small_base) -> Plan:
    """Return the plan to b at seven hours a week: a of 10 hours, b of 21; something is left out."""
    plan = make_plan(small_base, person(goal=("b",), hours_per_week=7))
    left = LeftOut(topic_id="c", title="C", hours=1, reason=NASTY)
    return plan.model_copy(update={"left_out": (left,)})


@pytest.fixture(scope="session")
def undated_plan(small_base) -> Plan:
    """Return the plan to b without hours a week."""
    return make_plan(small_base, person(goal=("b",)))


@pytest.fixture(scope="session")
def real_plan(base) -> Plan:
    """Return a plan for a data scientist with ten hours a week and forty weeks."""
    return make_plan(
        base,
        person(
            goal=("data-scientist",),
            known=("python-basics",),
            hours_per_week=10,
            deadline=dt.date(2027, 8, 30),
        ),
    )
