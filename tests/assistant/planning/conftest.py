"""Build small roadmaps by hand, and random ones for properties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import strategies as st

from assistant.profile import Pause, Profile
from knowledge import Area, Hours, KnowledgeBase, Prerequisite, Resource, Role, Topic
from knowledge.models import RoleTopic, Seen

START = dt.date(2026, 11, 23)


def made_topic(name: str, **fields) -> Topic:
    """Return a topic; `required` and `helpful` name its prerequisites, `takes` is its hours."""
    required, helpful = fields.pop("required", ()), fields.pop("helpful", ())
    takes = fields.pop("takes", 10)
    values = {
        "title": name.upper(),
        "area": "area",
        "difficulty": 2,
        "hours": Hours(low=takes, high=takes, basis="Made up for a test."),
        "summary": f"About {name}, briefly.",
        "why": f"You will use {name}. It is needed later.",
        "prerequisites": tuple(
            Prerequisite(topic=before, strength=strength, reason=f"{name} rests on {before}.")
            for strength, names in (("required", required), ("helpful", helpful))
            for before in names
        ),
    }
    return Topic(id=name, **{**values, **fields})


def made_base(*topics: Topic, roles: Sequence[Role] = (), resources=()) -> KnowledgeBase:
    """Return a roadmap of these topics."""
    areas = {topic.area for topic in topics}
    return KnowledgeBase(
        areas={name: Area(id=name, title=name, summary="A made-up area.") for name in areas},
        topics={topic.id: topic for topic in topics},
        resources={resource.id: resource for resource in resources},
        roles={role.id: role for role in roles},
        guides={},
    )


def made_role(
    name: str, required: Mapping[str, float], optional: Mapping[str, float] | None = None
) -> Role:
    """Return a role from the weights of its topics."""
    entries = [RoleTopic(topic=t, weight=w, required=True) for t, w in required.items()]
    entries += [RoleTopic(topic=t, weight=w, required=False) for t, w in (optional or {}).items()]
    return Role(
        id=name,
        title=name.title(),
        work="Works with made-up topics.",
        employers="Nobody employs them.",
        topics=tuple(entries),
    )


def person(**fields) -> Profile:
    """Return a profile that starts on Monday 23 November 2026."""
    return Profile(**{"start": START, **fields})


def made_resource(name: str, **fields) -> Resource:
    """Return an active, free video course, unless the fields say otherwise."""
    values = {
        "title": name,
        "provider": "Somebody",
        "url": f"https://example.org/{name}",
        "type": "course",
        "formats": ("video",),
        "cost": "free",
        "level": "beginner",
        "status": "active",
        "seen": Seen(date=dt.date(2026, 8, 1), how="listed", where="example.org"),
    }
    return Resource(id=name, **{**values, **fields})


@st.composite
def roadmaps(draw, most: int = 12) -> KnowledgeBase:
    """Draw a roadmap of 2 to `most` topics with one role `goal`."""
    count = draw(st.integers(2, most))
    topics = []
    for number in range(count):
        strengths = [draw(st.sampled_from(("none", "none", "required", "helpful"))) for _ in topics]
        topics.append(
            made_topic(
                f"t{number}",
                takes=draw(st.integers(1, 40)),
                difficulty=draw(st.integers(1, 5)),
                area=draw(st.sampled_from(("mathematics", "area", "career"))),
                required=[
                    f"t{i}" for i, strength in enumerate(strengths) if strength == "required"
                ],
                helpful=[f"t{i}" for i, strength in enumerate(strengths) if strength == "helpful"],
            )
        )
    weights = st.integers(1, 20).map(lambda n: n / 20)
    asked = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=count, unique=True))
    needed = draw(st.integers(1, len(asked)))
    role = made_role(
        "goal",
        {f"t{n}": draw(weights) for n in asked[:needed]},
        {f"t{n}": draw(weights) for n in asked[needed:]},
    )
    return made_base(*topics, roles=[role])


@st.composite
def people(draw, base: KnowledgeBase) -> Profile:
    """Draw somebody with the goal `goal`, hours a week, a deadline and perhaps pauses."""
    names = list(base.topics)
    known = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    partly = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    pauses = []
    for _ in range(draw(st.integers(0, 3))):
        begin = START + dt.timedelta(days=draw(st.integers(-10, 60)))
        pauses.append(Pause(from_=begin, to=begin + dt.timedelta(days=draw(st.integers(0, 20)))))
    return person(
        known=tuple(known),
        partly_known=tuple(name for name in partly if name not in known),
        goal=("goal",),
        hours_per_week=draw(st.integers(1, 80)) / 2,
        deadline=START + dt.timedelta(days=draw(st.integers(1, 120))),
        pauses=tuple(pauses),
    )


@pytest.fixture(scope="session")
def ladder() -> KnowledgeBase:
    """Return a -> b -> c of 10, 20 and 30 hours, and d of 5, which helps c; a role wants b, c."""
    return made_base(
        made_topic("a", takes=10, difficulty=1),
        made_topic("b", takes=20, required=["a"]),
        made_topic("d", takes=5),
        made_topic("c", takes=30, difficulty=3, required=["b"], helpful=["d"]),
        roles=[made_role("builder", {"b": 0.8, "c": 1.0}, {"d": 0.2})],
    )
