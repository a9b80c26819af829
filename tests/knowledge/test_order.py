"""Check the order of topics and concepts against what teachers of the field put first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml
from rapidfuzz import fuzz, process

from knowledge import KnowledgeBase
from knowledge.models import Subtopic
from knowledge.names import fold

Changed = Callable[..., KnowledgeBase]

PAIRS = Path(__file__).parent / "order_pairs.yaml"
NEAR = 90
"""The least rapidfuzz ratio (0 to 100) at which a name that we spell otherwise is found."""

WHOLE = -1
"""The position of a topic as a whole, which is neither before nor after a concept in it."""

AMERICAN = {
    "isation": "ization",
    "ising": "izing",
    "ised": "ized",
    "modelling": "modeling",
    "labelling": "labeling",
    "colour": "color",
    "neighbour": "neighbor",
    "behaviour": "behavior",
}
"""American endings for British ones; both names are changed alike, so none need be a word."""


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
            before, after = self.find(first), self.find(second)
            verdict = self.compare(before, after) if before and after else "missing"
            getattr(order, verdict).append(f"{first} -> {second}")
        return order


def plain(name: str) -> str:
    """Return a name as it is compared: folded, singular, with American spelling."""
    name = re.sub(r"[’']s\b|[’'(),]", "", fold(name)).replace("–", " ")
    for british, american in AMERICAN.items():
        name = name.replace(british, american)
    return " ".join(_singular(word) for word in name.split())


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is", "bias")):
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


@pytest.fixture(scope="module")
def order(curriculum: Curriculum) -> Order:
    """Return how the content orders the whole list."""
    return curriculum.judge(read_pairs())


def test_nearly_all_concepts_of_the_field_are_found_by_their_usual_names(
    curriculum: Curriculum,
) -> None:
    names = {name for pair in read_pairs() for name in pair}
    missing = sorted(name for name in names if curriculum.find(name) is None)
    assert 1 - len(missing) / len(names) >= 0.97, missing


def test_no_concept_comes_before_one_that_it_needs(order: Order) -> None:
    assert order.reversed == []


def test_nine_of_ten_concepts_come_after_what_they_need(order: Order) -> None:
    assert len(order.forward) / order.found >= 0.88, order.apart


def test_few_concepts_are_out_of_reach_of_what_they_need(order: Order) -> None:
    assert len(order.apart) / order.found <= 0.03, order.apart


def test_no_topic_holds_more_concepts_than_can_be_learnt_in_one_go(base: KnowledgeBase) -> None:
    longest = {topic.id: len(topic.subtopics) for topic in base.topics.values()}
    assert [name for name, count in longest.items() if count > 18] == []


def test_the_list_of_pairs_holds_no_circle_and_states_no_pair_twice() -> None:
    pairs = [(plain(first), plain(second)) for first, second in read_pairs()]
    assert len(pairs) == len(set(pairs)) >= 850
    before: dict[str, set[str]] = {}
    for first, second in pairs:
        before.setdefault(second, set()).add(first)
    assert list(TopologicalSorter(before).static_order())


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Deep learning", "Natural-Language Processing", "forward"),
        ("NLP", "python basics", "reversed"),
        ("pandas", "descriptive statistics", "apart"),
        ("Attention", "Transformer", "forward"),
        ("BERT", "transformer", "reversed"),
        ("bidirectional encoder", "BERT", "together"),
        ("BERT", "NLP", "together"),
        ("Alchemy", "NLP", "missing"),
    ],
)
def test_pairs_are_judged_by_position_and_by_edges(
    changed: Changed, first: str, second: str, verdict: str
) -> None:
    concepts = (
        Subtopic(name="Attention"),
        Subtopic(name="Transformers"),
        Subtopic(name="BERT", aliases=("bidirectional encoders",)),
    )
    curriculum = Curriculum(changed("topic", "nlp", subtopics=concepts))
    assert getattr(curriculum.judge([(first, second)]), verdict) == [f"{first} -> {second}"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Regularisation", "regularization"),
        ("Generalised linear models", "Generalized Linear Model"),
        ("Optimising", "optimizing"),
        ("k-nearest neighbours", "K nearest neighbor"),
        ("Topic modelling", "Topic modeling"),
        ("Matrices", "matrix"),
        ("Bayes’ theorem", "Bayes theorem"),
    ],
)
def test_spelling_number_and_hyphens_do_not_matter(british: str, american: str) -> None:
    assert plain(british) == plain(american)


def test_words_that_end_in_s_anyway_stay_whole() -> None:
    assert plain("Bias, loss and analysis of calculus") == "bias loss and analysis of calculus"
