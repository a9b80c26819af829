"""Check the order of topics and concepts against what teachers of the field put first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from rapidfuzz import fuzz, process

from knowledge import KnowledgeBase
from knowledge.names import fold

PAIRS = Path(__file__).parent / "order_pairs.yaml"
NEAR = 90
"""The least rapidfuzz ratio (0 to 100) at which a name that we spell otherwise is found."""

WHOLE = -1
"""The position of a topic as a whole, which is neither before nor after a concept in it."""

BRITISH = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))
BRITISH += (("modelling", "modeling"), ("labelling", "labeling"), ("colour", "color"))
BRITISH += (("neighbour", "neighbor"), ("behaviour", "behavior"), ("centre", "center"))
BRITISH += (("mme", "m"),)


@dataclass(frozen=True)
class Place:
    """Where a concept is taught: a topic and the position in it, or `WHOLE`."""

    topic: str
    position: int


@dataclass(frozen=True)
class Order:
    """The pairs of one list, "before -> after", by how the content orders them."""

    forward: list[str]
    together: list[str]
    reversed: list[str]
    apart: list[str]
    missing: list[str]

    @property
    def found(self) -> int:
        """Return the number of pairs of which both names were found."""
        return sum(map(len, (self.forward, self.together, self.reversed, self.apart)))


class Curriculum:
    """The places of all names in a knowledge base and the order between them."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.before = _all_ancestors(base)
        self.places: dict[str, Place] = {}
        for topic in base.topics.values():
            for position, subtopic in enumerate(topic.subtopics):
                for name in (subtopic.name, *subtopic.aliases):
                    self.places.setdefault(plain(name), Place(topic.id, position))
        for topic in base.topics.values():
            for name in (topic.id, topic.title, topic.short or topic.title, *topic.aliases):
                self.places.setdefault(plain(name), Place(topic.id, WHOLE))

    def find(self, name: str) -> Place | None:
        """Return where a concept is taught, or None where nothing has a name near to it."""
        key = plain(name)
        if key in self.places:
            return self.places[key]
        near = process.extractOne(key, self.places.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self.places[near[0]] if near else None

    def compare(self, first: Place, second: Place) -> str:
        """Tell how the content orders two places: the name of a field of `Order`."""
        if first.topic == second.topic:
            if first.position == second.position or WHOLE in (first.position, second.position):
                return "together"
            return "forward" if first.position < second.position else "reversed"
        if first.topic in self.before[second.topic]:
            return "forward"
        return "reversed" if second.topic in self.before[first.topic] else "apart"

    def judge(self, pairs: list[tuple[str, str]]) -> Order:
        """Sort pairs (what comes first, what it is needed for) by how the content orders them."""
        order = Order([], [], [], [], [])
        for first, second in pairs:
            places = self.find(first), self.find(second)
            verdict = "missing" if None in places else self.compare(places[0], places[1])
            getattr(order, verdict).append(f"{first} -> {second}")
        return order


def plain(name: str) -> str:
    """Return a name as it is compared: folded, singular, with American spelling."""
    name = re.sub(r"[’']s\b|[’'(),]", "", fold(name)).replace("–", " ")
    for british, american in BRITISH:
        name = name.replace(british, american)
    return " ".join(_singular(word) for word in name.split())


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("trices", "trix")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word.removesuffix("s")


def _all_ancestors(base: KnowledgeBase) -> dict[str, set[str]]:
    edges = base.graph.edges
    before: dict[str, set[str]] = {}
    for topic in base.graph.order(list(edges)):
        before[topic] = set(edges[topic]).union(*(before[name] for name in edges[topic]))
    return before


def read_pairs() -> list[tuple[str, str]]:
    """Return the pairs of the list, what comes first in front."""
    fields = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    return [
        (first, second)
        for concepts in fields.values()
        for second, needs in concepts.items()
        for first in needs
    ]


@pytest.fixture(scope="module")
def curriculum(base: KnowledgeBase) -> Curriculum:
    """Return the order of the real content."""
    return Curriculum(base)
