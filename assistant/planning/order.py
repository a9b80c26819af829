"""Put the topics of a plan into a sequence that a person would want to follow."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from knowledge import KnowledgeBase

FIRST_SUCCESS = 2
"""How many steps are chosen to be short before anything else counts."""


def study_order(
    base: KnowledgeBase,
    topics: Collection[str],
    hours: Mapping[str, float],
    values: Mapping[str, float],
) -> list[str]:
    """Return the topics with every prerequisite first, as a good teacher would put them.

    Of what is possible at each point: the first steps are short ones (an early success), then easier
    before harder, what continues the area just worked on, and theory and practice in turn; what is
    worth more breaks ties, then the id. Helpful prerequisites come first too where both are chosen.
    """
    remaining = {
        topic: {edge.topic for edge in base.topics[topic].prerequisites} & set(topics)
        for topic in topics
    }
    followers: dict[str, list[str]] = {topic: [] for topic in topics}
    for topic, before in remaining.items():
        for name in before:
            followers[name].append(topic)
    ready = {topic for topic, before in remaining.items() if not before}
    sequence: list[str] = []
    while ready:
        previous = base.topics[sequence[-1]] if sequence else None

        def rank(topic: str) -> tuple[float, float, str]:
            record = base.topics[topic]
            reluctance = float(record.difficulty)
            if len(sequence) < FIRST_SUCCESS:  # noqa: B023 - used at once
                reluctance += hours[topic] / 10
            if previous is not None:  # noqa: B023
                reluctance -= 1.2 * (record.area == previous.area)  # noqa: B023
                reluctance -= 0.6 * (previous.id in record.required)  # noqa: B023
                reluctance += 0.4 * (_is_theory(record.area) and _is_theory(previous.area))  # noqa: B023
            return (round(reluctance, 6), -values.get(topic, 0.0), topic)

        chosen = min(ready, key=rank)
        ready.remove(chosen)
        sequence.append(chosen)
        for follower in followers[chosen]:
            remaining[follower].discard(chosen)
            if not remaining[follower]:
                ready.add(follower)
    return sequence


def _is_theory(area: str) -> bool:
    return area in ("mathematics", "statistics")
