"""Keep topics and links unique where they are the same."""

from knowledge.importing.findings import Findings
from knowledge.importing.inline import Line, Link


def findings():
    return Findings(None, lambda title: False, lambda title: False)


def test_a_topic_named_twice_at_one_place_is_one_topic():
    found = findings()
    first = found.topic("Trees", 1, "a.md", None)
    assert found.topic("trees!", 9, "a.md", None) is first
    assert found.topic("Trees", 9, "b.md", None) is not first


def test_equal_names_below_different_topics_are_different():
    found = findings()
    one, other = (found.topic(name, 1, "a.md", None) for name in ("R", "Python"))
    assert found.topic("Basics", 2, "a.md", one) is not found.topic("Basics", 5, "a.md", other)
    assert one.has_children and found.topic("r", 7, "a.md", one) is one


def test_a_link_is_offered_once_and_left_out_with_its_own_reason():
    found = findings()
    line = Line("Guide", 3, [Link("Guide", "https://a.org/x", 0, 5, 3)])
    first = found.offer(line.links[0], line, None, "a.md", fallback="", context="Books")
    assert first is found.offer(line.links[0], line, None, "a.md", fallback="", context="")
    found.leave_out(Link("Chat", "https://discord.gg/x", 0, 4, 5), "under “Team”", "a.md")
    found.leave_out(Link("Jane", "https://jane.org", 0, 4, 6), "under “Team”", "a.md")
    assert [one.reason for one in found.left_out] == ["a chat invitation", "under “Team”"]
