"""Resources are filtered as asked, and nothing that has gone is recommended."""

from assistant import Preferences


def test_what_was_asked_for_is_what_is_listed(answer, person):
    free_text = Preferences(cost=("free",), formats=("text",), types=("book",))
    result = answer("resources", person(preferences=free_text), topics=("statistical-inference",))
    assert result.resources
    for resource in result.resources:
        assert resource.cost == "free"
        assert resource.type == "book"


def test_nothing_that_matches_is_said_and_the_nearest_offered(answer, person):
    impossible = Preferences(types=("newsletter",), cost=("paid",))
    result = answer("resources", person(preferences=impossible), topics=("sql",))
    assert result.answer.startswith("I know no paid newsletter for SQL")
    assert result.resources


def test_the_nlp_row_of_the_seed_is_answered_with_its_successors(answer, person):
    free = Preferences(cost=("free",))
    result = answer("resources", person(preferences=free), topics=("nlp",))
    listed = [resource.id for resource in result.resources]
    assert listed[:2] == ["hf-llm-course", "cs224n"]
    assert all(resource.status in ("active", "unknown") for resource in result.resources)


def test_a_retired_resource_is_named_as_such_with_its_source(answer, person):
    result = answer("resources", person(), resources=("neptune-anomaly",))
    assert "no longer exists" in result.answer
    assert result.citations
    assert "neptune-anomaly" not in [resource.id for resource in result.resources]


def test_a_moved_resource_names_its_new_address(answer, person, base):
    result = answer("resources", person(), resources=("hf-nlp-course",))
    assert "has moved" in result.answer
    assert base.resources["hf-llm-course"].url in result.answer


def test_an_exam_that_ended_is_answered_from_the_topic_that_certifies(answer, person):
    result = answer("certification", person(), resources=("tf-dev-certificate",))
    assert "no longer exists" in result.answer
    assert result.citations
