"""Answer questions about the order of topics: what comes before, what opens next, why."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from knowledge.models import Prerequisite, Topic


class PrerequisiteGraph:
    """The directed graph in which an edge leads from a prerequisite to the topic that needs it."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.edges: Mapping[str, Mapping[str, Prerequisite]] = {
            topic.id: {edge.topic: edge for edge in topic.prerequisites} for topic in topics
        }
        self.required: Mapping[str, tuple[str, ...]] = {
            topic: tuple(edge.topic for edge in edges.values() if edge.strength == "required")
            for topic, edges in self.edges.items()
        }
        unlocks: dict[str, list[str]] = {topic: [] for topic in self.edges}
        for topic, prerequisites in self.required.items():
            for prerequisite in prerequisites:
                unlocks[prerequisite].append(topic)
        self.unlocks: Mapping[str, tuple[str, ...]] = {k: tuple(v) for k, v in unlocks.items()}

    def ancestors(self, topics: Iterable[str]) -> set[str]:
        """Return everything that the given topics require, directly or not, without themselves.

        A given topic is included where another given topic requires it.
        """
        return _reach(topics, self.required.__getitem__)

    def descendants(self, topics: Iterable[str]) -> set[str]:
        """Return everything that requires one of the given topics, directly or not."""
        return _reach(topics, self.unlocks.__getitem__)

    def closure(self, topics: Iterable[str]) -> set[str]:
        """Return the given topics with everything they require: a knowledge state."""
        chosen = set(topics)
        return chosen | self.ancestors(chosen)

    def outer_fringe(self, known: Collection[str]) -> list[str]:
        """Return unknown topics whose required prerequisites are all known, in content order."""
        return [
            topic
            for topic, required in self.required.items()
            if topic not in known and all(prerequisite in known for prerequisite in required)
        ]

    def order(self, topics: Collection[str], helpful: bool = True) -> list[str]:
        """Return the topics so that prerequisites come first; ties keep content order.

        `helpful` edges are honoured too: the whole graph has no cycle.
        """
        chosen = [topic for topic in self.edges if topic in topics]
        position = {topic: rank for rank, topic in enumerate(chosen)}
        placed: dict[str, None] = {}

        def place(topic: str) -> None:
            stack = [(topic, iter(self._before(topic, position, helpful)))]
            while stack:
                current, before = stack[-1]
                following = next((name for name in before if name not in placed), None)
                if following is None:
                    placed[current] = None
                    stack.pop()
                else:
                    stack.append((following, iter(self._before(following, position, helpful))))

        for topic in chosen:
            if topic not in placed:
                place(topic)
        return list(placed)

    def _before(self, topic: str, position: Mapping[str, int], helpful: bool) -> list[str]:
        names = self.edges[topic] if helpful else self.required[topic]
        return sorted((name for name in names if name in position), key=position.__getitem__)

    def chain(self, start: str, goal: str) -> list[str]:
        """Return a shortest chain of prerequisites from `start` to `goal`, both included, or [].

        Required edges are preferred; helpful ones are used only where no required chain exists.
        """
        return self._walk_back(start, goal, self.required) or self._walk_back(
            start, goal, {topic: tuple(edges) for topic, edges in self.edges.items()}
        )

    @staticmethod
    def _walk_back(start: str, goal: str, before: Mapping[str, Sequence[str]]) -> list[str]:
        came_from: dict[str, str | None] = {goal: None}
        queue = deque([goal])
        while queue:
            current = queue.popleft()
            if current == start:
                chain = [current]
                while (following := came_from[chain[-1]]) is not None:
                    chain.append(following)
                return chain
            for name in before[current]:
                if name not in came_from:
                    came_from[name] = current
                    queue.append(name)
        return []

    def cycles(self, limit: int = 20) -> list[list[str]]:
        """Return up to `limit` cycles over required and helpful edges, shortest first."""
        import networkx  # half a second to import, needed only by checks

        graph = networkx.DiGraph(
            (name, topic) for topic, edges in self.edges.items() for name in edges
        )
        found = []
        for cycle in networkx.simple_cycles(graph, length_bound=8):
            first = cycle.index(min(cycle))
            found.append(cycle[first:] + cycle[:first])
            if len(found) == limit:
                break
        if not found and not networkx.is_directed_acyclic_graph(graph):
            found.append([name for name, _ in networkx.find_cycle(graph)])
        return sorted(found, key=lambda cycle: (len(cycle), cycle))

    def implied_edges(self) -> list[tuple[str, str]]:
        """Return (prerequisite, topic) pairs that longer chains already imply.

        A required edge is implied where another required prerequisite requires its topic; a
        helpful edge where any other prerequisite does, since whoever learns that one has it.
        """
        implied = []
        for topic, edges in self.edges.items():
            for name, edge in edges.items():
                before = self.required[topic] if edge.strength == "required" else edges
                if name in self.ancestors(other for other in before if other != name):
                    implied.append((name, topic))
        return implied


def _reach(start: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    stack = list(start)
    while stack:
        for name in following(stack.pop()):
            if name not in reached:
                reached.add(name)
                stack.append(name)
    return reached
