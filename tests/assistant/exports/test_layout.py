from hypothesis import given
from hypothesis import strategies as st

from assistant.exports.layout import lay_out_rows
from tests.assistant.planning.conftest import roadmaps


@given(base=roadmaps(), columns=st.integers(1, 5))
def test_every_node_stands_once_below_its_prerequisites(base, columns):
    nodes = base.graph.order(set(base.topics), helpful=False)
    edges = [(before, t) for t in nodes for before in base.graph.required[t]]
    rows = lay_out_rows(nodes, edges, columns=columns)
    row_of = {node: number for number, row in enumerate(rows) for node in row}
    assert sorted(node for row in rows for node in row) == sorted(nodes)
    assert all(row_of[before] < row_of[after] for before, after in edges)
    assert all(0 < len(row) <= columns for row in rows)


def test_nodes_stand_below_what_they_are_joined_to_so_that_edges_do_not_cross():
    edges = [("a", "d"), ("b", "c")]
    assert lay_out_rows(["a", "b", "c", "d"], edges, columns=4) == [["a", "b"], ["d", "c"]]


def test_nodes_without_edges_come_last():
    assert lay_out_rows(["x", "a", "b"], [("a", "b")], columns=3) == [["a"], ["b"], ["x"]]


def test_edges_to_nodes_elsewhere_do_not_matter():
    assert lay_out_rows(["a"], [("z", "a")], columns=3) == [["a"]]


def test_nothing_takes_no_rows():
    assert lay_out_rows([], [], columns=3) == []
