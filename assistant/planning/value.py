"""Say what a topic is worth for a set of goals: the one place that defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge import KnowledgeBase, UsageError

REFRESHER_SHARE = 0.4
"""The part of a topic's hours that somebody who partly knows it needs."""


@dataclass(frozen=True)
class GoalValue:
    """What a goal asks for: ids in content order, and the value of each.

    `required` is the required closure of what the goals demand; `optional` holds what enters only
    when time is left: optional topics of roles, topics helpful to the required ones, and whatever
    these require.
    """

    required: Mapping[str, float]
    optional: Mapping[str, float]

    def __contains__(self, topic: str) -> bool:
        return topic in self.required or topic in self.optional

    def __getitem__(self, topic: str) -> float:
        return self.required[topic] if topic in self.required else self.optional[topic]


def goal_value(base: KnowledgeBase, goals: Sequence[str]) -> GoalValue:
    """Return the value of every topic that the goals (role and topic ids) ask for.

    A topic named as goal is worth 1, a role's topic its weight (the largest where several goals ask
    for it). A required ancestor adds half of the best value it leads to, per step:
    v(t) = own(t) + max(v(d) for d that require t) / 2, over the closure; a helpful topic is worth
    half of the best required topic that it helps. Raises UsageError for an id that is neither.
    """
    demanded: dict[str, float] = {}
    wished: dict[str, float] = {}
    for goal in goals:
        if goal in base.topics:
            demanded[goal] = 1.0
        elif goal in base.roles:
            for entry in base.roles[goal].topics:
                weights = demanded if entry.required else wished
                weights[entry.topic] = max(entry.weight, weights.get(entry.topic, 0.0))
        else:
            raise UsageError(
                f"There is no topic or role `{goal}`; see `roadmap topics` for the names."
            )
    required = _with_ancestors(base, demanded)
    helpful = {
        name: max(value / 2, wished.get(name, 0.0))
        for topic, value in sorted(required.items(), key=lambda item: item[1])
        for name in base.topics[topic].helpful
        if name not in required
    }
    own = {t: w for t, w in {**helpful, **wished}.items() if t not in required}
    optional = _with_ancestors(base, own)
    return GoalValue(required, {t: v for t, v in optional.items() if t not in required})


def study_hours(
    base: KnowledgeBase, topic: str, *, partly_known: Iterable[str] = (), pace: float = 1.0
) -> float:
    """Return the hours a person needs for a topic: the midpoint of its range times their pace.

    A topic that is partly known needs only a refresher (`REFRESHER_SHARE`).
    """
    share = REFRESHER_SHARE if topic in partly_known else 1.0
    return base.topics[topic].hours.midpoint * share * pace


def _with_ancestors(base: KnowledgeBase, own: Mapping[str, float]) -> dict[str, float]:
    closure = base.graph.closure(own)
    order = base.graph.order(closure, helpful=False)
    values: dict[str, float] = {}
    for topic in reversed(order):
        led_to = [values[name] for name in base.graph.unlocks[topic] if name in closure]
        values[topic] = own.get(topic, 0.0) + max(led_to, default=0.0) / 2
    return {topic: values[topic] for topic in order}
