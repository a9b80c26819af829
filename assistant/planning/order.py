"""Put the topics of a plan into a sequence that a person would want to follow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from knowledge import KnowledgeBase

FIRST_SUCCESS = 1
"""How many steps are chosen to be short before anything else counts."""

LATE = frozenset({"career"})
"""The areas in which the rest is put to use: a portfolio needs something to show."""

THEORY = frozenset({"mathematics", "statistics"})
"""The areas that are read and calculated; everything else is mostly built."""


def study_order(
    base: KnowledgeBase,
    topics: Collection[str],
    hours: Mapping[str, float],
    values: Mapping[str, float],
    required: Collection[str],
) -> list[str]:
    """Return the topics with every prerequisite first, as a good teacher would put them.

    Of what is possible at each point: what the goal requires before what is only welcome, the first
    step short (an early success), then easier before harder, what is worth more, what continues the
    step or the area just worked on, and theory and practice in turn; the id breaks ties. Helpful
    prerequisites come first too where both are chosen.
    """
    chosen_topics = set(topics)
    waiting = {
        topic: {edge.topic for edge in base.topics[topic].prerequisites} & chosen_topics
        for topic in topics
    }
    followers: dict[str, list[str]] = {topic: [] for topic in topics}
    for topic, before in waiting.items():
        for name in before:
            followers[name].append(topic)
    needed = _needed_by(required, waiting)
    ready = {topic for topic, before in waiting.items() if not before}
    teacher = _Teacher(base, hours, values, needed, max(values.values(), default=0.0) or 1.0)
    while ready:
        chosen = min(ready, key=teacher.reluctance)
        ready.remove(chosen)
        teacher.take(chosen)
        for follower in followers[chosen]:
            waiting[follower].discard(chosen)
            if not waiting[follower]:
                ready.add(follower)
    return teacher.sequence


@dataclass
class _Teacher:
    """Decides what to take next, given what came before."""

    base: KnowledgeBase
    hours: Mapping[str, float]
    values: Mapping[str, float]
    needed: Collection[str]
    most: float
    sequence: list[str] = field(default_factory=list)
    reached: int = 0

    def take(self, topic: str) -> None:
        """Teach a topic next, and remember the hardest so far."""
        self.sequence.append(topic)
        self.reached = max(self.reached, self.base.topics[topic].difficulty)

    def reluctance(self, topic: str) -> tuple[bool, float, str]:
        """Return a sort key; the smallest is taught next. Its parts are in steps of difficulty."""
        record = self.base.topics[topic]
        score = record.difficulty - 1.3 * self.values.get(topic, 0.0) / self.most
        score += 2 * (record.area in LATE)
        if len(self.sequence) < FIRST_SUCCESS:
            score += self.hours[topic] / 15
        if self.sequence:
            previous = self.base.topics[self.sequence[-1]]
            score -= 0.7 * (record.area == previous.area and record.area not in THEORY)
            score -= 0.9 * (previous.id in record.required)
            score += 0.8 * (record.area in THEORY and previous.area in THEORY)
            score += max(0, record.difficulty - self.reached - 1)
        return (topic not in self.needed, round(score, 6), topic)


def _needed_by(required: Collection[str], before: Mapping[str, Collection[str]]) -> set[str]:
    """Return the required topics with all of the plan that must or should come before them."""
    needed: set[str] = set()
    stack = [topic for topic in required if topic in before]
    while stack:
        topic = stack.pop()
        if topic not in needed:
            needed.add(topic)
            stack.extend(before[topic])
    return needed
