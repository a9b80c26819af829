"""Know which topic a line belongs to."""

from knowledge.importing.findings import Findings
from knowledge.importing.inline import Line
from knowledge.importing.place import Place
from knowledge.importing.verdict import Kind


def place():
    return Place(Findings(None, lambda title: False, lambda title: True), "a.md", "Roadmap")


def test_labels_and_groups_leave_links_to_the_topic_around():
    here = place()
    here.enter(20, "SQL", Line("SQL", 3), is_heading=True)
    here.enter(30, "Resources", Line("Resources", 4), is_heading=True)
    assert (here.topic.title, here.kind) == ("SQL", Kind.RESOURCES)
    here.pop(20)
    assert here.topic is None
    assert here.topic_for_links().title == "Roadmap"


def test_the_words_around_exclude_the_documents_title():
    here = place()
    here.push(0, Kind.GROUP, None, "All free")
    here.push(20, Kind.RESOURCES, None, "Paid courses")
    assert here.context == "Paid courses"


def test_noise_is_seen_from_every_depth_until_a_topic_of_the_field_ends_it():
    here = place()
    here.enter(20, "Contributing", Line("Contributing", 1), is_heading=True)
    here.push(30, Kind.ABOUT, None, "Steps")
    assert here.noise == "Contributing"
    here.enter(40, "Regression", Line("Regression", 5), is_heading=True)
    assert here.noise == ""


def test_numbers_and_periods_make_a_topic_one_of_a_series():
    here = place()
    for text in ("1. SQL", "Week 2: Git", "Docker"):
        here.pop(20)
        here.enter(20, text, Line(text, 1), is_heading=True)
    assert [one.is_ordered for one in here.findings.topics] == [True, True, False]
