"""Say what a topic is worth for a set of goals: the one place that defines it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from knowledge import KnowledgeBase, PrerequisiteGraph, UsageError

REFRESHER_SHARE = 0.4
"""The part of a topic's hours that somebody who partly knows it needs."""

UNASKED = 0.01
"""The worth, without a goal, of a topic that no role asks for: it can still be suggested."""

PRIOR = 0.3
"""The part of the value without a goal that all roles share; stated knowledge votes on the rest."""

# A base cannot be hashed; its graph lives exactly as long and can.
_role_values: WeakKeyDictionary[PrerequisiteGraph, Mapping[str, GoalValue]] = WeakKeyDictionary()


@dataclass(frozen=True)
class GoalValue:
    """What a goal asks for: ids with prerequisites first, and the value of each.

    `required` is the required closure of what the goals demand; `optional` holds what enters only
    when time is left: optional topics of roles, topics helpful to the required ones, and whatever
    these require. `own` is the part of a value that a topic has in itself, without what it leads
    to.
    """

    required: Mapping[str, float]
    optional: Mapping[str, float]
    own: Mapping[str, float]

    def __contains__(self, topic: str) -> bool:
        return topic in self.required or topic in self.optional

    def __getitem__(self, topic: str) -> float:
        return self.required[topic] if topic in self.required else self.optional[topic]

    def without(self, base: KnowledgeBase, skipped: Collection[str]) -> GoalValue:
        """Return the value without the skipped topics and without what only they need."""
        kept: set[str] = set()
        for topic in base.graph.order({*self.required, *self.optional}, helpful=False)[::-1]:
            wanted = topic in self.own or any(d in kept for d in base.graph.unlocks[topic])
            if wanted and topic not in skipped:
                kept.add(topic)
        return GoalValue(
            {topic: worth for topic, worth in self.required.items() if topic in kept},
            {topic: worth for topic, worth in self.optional.items() if topic in kept},
            self.own,
        )


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
    own = {t: w for t, w in {**wished, **helpful}.items() if t not in required}
    optional = _with_ancestors(base, own)
    extras = {topic: worth for topic, worth in optional.items() if topic not in required}
    return GoalValue(required, extras, {**own, **demanded})


def general_value(base: KnowledgeBase, stated: Collection[str] = ()) -> dict[str, float]:
    """Return the value of every topic for somebody without a goal: a mean over all roles.

    What a role holds as optional counts half. Of `stated`, what a person said they know, each topic
    votes for the roles in proportion to its weight in them, as people mostly go on from where they
    are; without it all roles count the same.
    """
    values = _values_of_roles(base)
    total = dict.fromkeys(base.topics, UNASKED)
    for role, share in _shares(values, stated).items():
        for topic, worth in values[role].required.items():
            total[topic] += share * worth
        for topic, worth in values[role].optional.items():
            total[topic] += share * worth / 2
    return total


def _values_of_roles(base: KnowledgeBase) -> Mapping[str, GoalValue]:
    """Return the value of each role as goal; computed once for a knowledge base."""
    if base.graph not in _role_values:
        _role_values[base.graph] = {role: goal_value(base, [role]) for role in base.roles}
    return _role_values[base.graph]


def _shares(values: Mapping[str, GoalValue], stated: Collection[str]) -> dict[str, float]:
    """Return how much each role counts; the shares add up to 1."""
    heard = {
        role: {topic: weight for topic, weight in value.own.items() if topic in stated}
        for role, value in values.items()
    }
    cast: Counter[str] = Counter()
    for weights in heard.values():
        cast.update(weights)
    votes = {
        role: sum(weight / cast[topic] for topic, weight in weights.items())
        for role, weights in heard.items()
    }
    all_votes = sum(votes.values())
    if not all_votes:
        return dict.fromkeys(values, 1 / max(1, len(values)))
    return {
        role: PRIOR / len(votes) + (1 - PRIOR) * vote / all_votes for role, vote in votes.items()
    }


def study_hours(
    base: KnowledgeBase, topic: str, *, partly_known: Iterable[str] = (), pace: float = 1.0
) -> float:
    """Return the hours a person needs for a topic: the midpoint of its range times their pace.

    Rounded to a hundredth. A topic partly known needs only a refresher (`REFRESHER_SHARE`).
    """
    share = REFRESHER_SHARE if topic in partly_known else 1.0
    return max(0.01, round(base.topics[topic].hours.midpoint * share * pace, 2))


def _with_ancestors(base: KnowledgeBase, own: Mapping[str, float]) -> dict[str, float]:
    closure = base.graph.closure(own)
    order = base.graph.order(closure, helpful=False)
    values: dict[str, float] = {}
    for topic in reversed(order):
        led_to = [values[name] for name in base.graph.unlocks[topic] if name in closure]
        values[topic] = own.get(topic, 0.0) + max(led_to, default=0.0) / 2
    return {topic: values[topic] for topic in order}
