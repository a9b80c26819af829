"""Make random roadmaps of any size, for benchmarks and property tests."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from knowledge import Area, Hours, KnowledgeBase, Prerequisite, Resource, Role, Topic
from knowledge.models import RoleTopic, Seen

LAYERS = 10
"""The longest chain of prerequisites; in the written roadmap it is 10."""


def synthetic_base(topics: int, *, seed: int = 0, roles: int = 10) -> KnowledgeBase:
    """Return a valid random roadmap, as sparse and as layered as a written one.

    Topics lie in layers; one has up to three required and up to two helpful prerequisites in the
    layer below, and takes 5 to 80 hours. The same arguments always give the same roadmap.
    """
    draw = random.Random(seed)
    layers = min(LAYERS, topics)
    areas = [f"area-{number}" for number in range(max(1, topics // 40))]
    made: dict[str, Topic] = {}
    for number in range(topics):
        layer = number * layers // topics
        # The numbers of the layer before: prerequisites come from there.
        below = range(-(-(layer - 1) * topics // layers), -(-layer * topics // layers))
        area = draw.choice(areas)
        topic = _topic(number, layer, below if layer else range(0), area, draw)
        made[topic.id] = topic
    resource = _resource()
    return KnowledgeBase(
        areas={name: Area(id=name, title=name, summary="A made-up area.") for name in areas},
        topics=made,
        resources={resource.id: resource},
        roles={role.id: role for role in _roles(list(made), roles, draw)},
        guides={},
    )


def goal_with_closure(base: KnowledgeBase, size: int) -> tuple[str, ...]:
    """Return topic ids, the latest first, whose required closure holds about `size` topics.

    The closure is never larger than that.
    """
    goal: list[str] = []
    closure: set[str] = set()
    for topic in reversed(list(base.topics)):
        grown = closure | base.graph.closure([topic])
        if topic not in closure and len(grown) <= size:
            goal.append(topic)
            closure = grown
        if len(closure) == size:
            break
    return tuple(goal)


def _topic(number: int, layer: int, below: range, area: str, draw: random.Random) -> Topic:
    required = draw.choice((1, 1, 1, 2, 2, 3))
    drawn = draw.sample(below, min(len(below), required + draw.randint(0, 2)))
    edges = tuple(
        Prerequisite(
            topic=f"topic-{before}",
            strength="required" if rank < required else "helpful",
            reason="The one is built from the other.",
        )
        for rank, before in enumerate(drawn)
    )
    low = draw.randint(5, 60)
    return Topic(
        id=f"topic-{number}",
        title=f"Topic {number}",
        area=area,
        difficulty=1 + min(4, layer * 5 // LAYERS),
        hours=Hours(low=low, high=low + draw.randint(0, 40), basis="Drawn at random."),
        summary="A made-up topic.",
        why="It is needed by later ones.",
        prerequisites=edges,
        resources=("resource",),
    )


def _roles(topics: Sequence[str], count: int, draw: random.Random) -> list[Role]:
    return [
        Role(
            id=f"role-{number}",
            title=f"Role {number}",
            work="Works with made-up topics.",
            employers="Nobody employs them.",
            topics=tuple(
                RoleTopic(topic=topic, weight=draw.randint(1, 20) / 20, required=rank < 12)
                for rank, topic in enumerate(draw.sample(topics, min(20, len(topics))))
            ),
        )
        for number in range(count)
    ]


def _resource() -> Resource:
    return Resource(
        id="resource",
        title="A made-up course",
        provider="Nobody",
        url="https://example.org/course",
        type="course",
        formats=("text",),
        cost="free",
        level="beginner",
        status="active",
        seen=Seen(date=dt.date(2026, 1, 1), how="listed", where="example.org"),
    )
