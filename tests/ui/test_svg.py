import datetime as dt
from xml.etree import ElementTree

from assistant import Profile, Progress
from ui.standing import standings
from ui.svg import map_svg

PROFILE = Profile(start=dt.date(2026, 3, 2), known=("python-basics",), goal=("ml-fundamentals",))
SVG = "{http://www.w3.org/2000/svg}"


def drawn(base, shown=None):
    text = map_svg(base, standings(base, PROFILE, Progress()), shown)
    return ElementTree.fromstring(
        text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def test_every_topic_is_a_button_that_says_its_standing(tiny_base):
    labels = {
        node.get("data-topic"): node.get("aria-label")
        for node in drawn(tiny_base).iter(f"{SVG}g")
        if node.get("role") == "button"
    }
    assert labels.keys() == tiny_base.topics.keys()
    assert labels["python-basics"].endswith(": known")
    assert ": can be learned next, step " in labels["pandas"]
    assert labels["nlp"].endswith(": needs other topics first")


def test_an_edge_leads_from_each_required_topic(tiny_base):
    edges = {
        (path.get("data-before"), path.get("data-after"))
        for path in drawn(tiny_base).iter(f"{SVG}path")
        if path.get("data-before")
    }
    required = tiny_base.graph.required
    assert edges == {(before, after) for after in required for before in required[after]}


def test_only_the_shown_topics_and_their_edges_are_drawn(tiny_base):
    picture = drawn(tiny_base, {"python-basics", "pandas"})
    assert sum(node.get("role") == "button" for node in picture.iter(f"{SVG}g")) == 2
    assert sum(path.get("data-before") is not None for path in picture.iter(f"{SVG}path")) == 1
