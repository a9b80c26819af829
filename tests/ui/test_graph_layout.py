from itertools import combinations

from ui.graph_layout import Measures, lay_out
from ui.svg import layout_of

SIZES = Measures(width=100, height=40, gap_x=20, gap_y=10, heading=30)
TOPICS = (("a", "one"), ("b", "one"), ("c", "two"), ("d", "two"))
EDGES = frozenset({("a", "b"), ("a", "c"), ("c", "d"), ("b", "d"), ("x", "a")})


def test_a_topic_stands_right_of_everything_before_it():
    layout = lay_out(TOPICS, EDGES, SIZES)
    # Layers: a is 0, b and c are 1, d is 2; a column is 100 + 20 wide.
    assert {topic: x for topic, (x, _) in layout.places.items()} == {
        "a": 20,
        "b": 140,
        "c": 140,
        "d": 260,
    }
    assert layout.width == 20 + 3 * 120


def test_areas_are_lanes_one_below_the_other():
    layout = lay_out(TOPICS, EDGES, SIZES)
    assert [(lane.area, lane.y, lane.height) for lane in layout.lanes] == [
        ("one", 0, 80),
        ("two", 80, 80),
    ]
    assert layout.places["a"][1] == layout.places["b"][1] == 30
    assert layout.places["c"][1] == layout.places["d"][1] == 110
    assert layout.height == 160


def test_neighbours_are_ordered_so_that_edges_do_not_cross():
    topics = (("p", "one"), ("q", "one"), ("s", "one"), ("r", "one"))
    layout = lay_out(topics, frozenset({("p", "r"), ("q", "s")}), SIZES)
    above = layout.places["p"][1] < layout.places["q"][1]
    assert (layout.places["r"][1] < layout.places["s"][1]) is above


def test_a_full_cell_gets_a_second_column():
    topics = tuple((name, "one") for name in "abcdef")
    layout = lay_out(topics, frozenset(), SIZES)
    assert {x for x, _ in layout.places.values()} == {20, 140}
    assert layout.height == 30 + 3 * 50


def test_an_empty_map_has_no_size():
    layout = lay_out((), frozenset(), SIZES)
    assert layout.places == {}
    assert layout.height == 0


def test_on_the_real_content_no_two_topics_overlap_and_edges_lead_right(base):
    layout = layout_of(base)
    sizes = Measures()
    assert layout.places.keys() == base.topics.keys()
    for (ax, ay), (bx, by) in combinations(layout.places.values(), 2):
        assert abs(ax - bx) >= sizes.width or abs(ay - by) >= sizes.height
    for after, required in base.graph.required.items():
        for before in required:
            assert layout.places[before][0] < layout.places[after][0]


def test_the_layout_of_the_same_topics_is_computed_once(base):
    assert layout_of(base) is layout_of(base)
