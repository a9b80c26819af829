import pytest

from assistant.understanding.data import read_list
from assistant.understanding.implications import Implications
from assistant.understanding.text import words


@pytest.fixture(scope="module")
def implications(base):
    return Implications(base, read_list("implications"))


def test_a_job_implies_its_tools(implications):
    assert implications.of_job(words("DevOps engineer"), None) == (
        "linux-shell",
        "git-github",
        "docker",
        "cloud-fundamentals",
    )


def test_a_role_of_the_content_is_a_job_too(implications):
    assert "sql" in implications.of_job(words("analytics person"), "data-analyst")


def test_an_unknown_job_implies_nothing(implications):
    assert implications.of_job(words("nurse"), None) == ()


def test_a_finished_course_implies_what_it_teaches(implications):
    assert "ml-fundamentals" in implications.of_course("ml-specialization")


def test_a_resource_of_many_topics_implies_none(implications, base):
    shared = next(
        name
        for name, topics in base.topics_of_resource.items()
        if len(topics) > 1 and name not in read_list("implications")["courses"]
    )
    assert implications.of_course(shared) == ()


def test_mastery_implies_more_than_the_topic(implications):
    assert "python-intermediate" in implications.of_mastery("python-basics")
    assert implications.of_mastery("docker") == ()


def test_topics_that_a_roadmap_lacks_are_left_out(tiny_base):
    small = Implications(tiny_base, read_list("implications"))
    assert set(small.of_course("ml-specialization")) <= set(tiny_base.topics)


def test_every_topic_and_course_in_the_lists_exists(base):
    lists = read_list("implications")
    named = {topic for job in lists["jobs"] for topic in job["topics"]}
    named |= {topic for topics in lists["courses"].values() for topic in topics}
    named |= {topic for topics in lists["mastery"].values() for topic in topics}
    assert named - set(base.topics) == set()
    assert set(lists["courses"]) - set(base.resources) == set()
