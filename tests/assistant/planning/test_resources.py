from assistant.planning import choose_resources, mismatches
from assistant.profile import Preferences
from knowledge import Resource
from tests.assistant.planning.conftest import made_base, made_resource, made_topic


def choose(*resources: Resource, **preferences):
    topic = made_topic("a", resources=tuple(resource.id for resource in resources))
    base = made_base(topic, resources=resources)
    choice = choose_resources(base, ["a"], Preferences(**preferences))
    return [r.id for r in choice.matching], [r.id for r in choice.others]


def test_content_order_is_the_order_of_merit():
    assert choose(made_resource("b"), made_resource("a")) == (["b", "a"], [])


def test_moved_and_retired_never_appear_and_unknown_comes_last():
    found = choose(
        made_resource("unknown", status="unknown"),
        made_resource("moved", status="moved"),
        made_resource("active"),
        made_resource("retired", status="retired"),
    )
    assert found == (["active", "unknown"], [])


def test_what_misses_a_wish_is_kept_apart():
    paid = made_resource("paid", cost="paid")
    assert choose(paid, made_resource("free"), cost=("free",)) == (["free"], ["paid"])


def test_what_misses_least_is_the_nearest():
    far = made_resource("far", cost="paid", formats=("text",))
    near = made_resource("near", formats=("text",))
    assert choose(far, near, cost=("free",), formats=("video",)) == ([], ["near", "far"])


def test_each_wish_is_named_where_it_is_not_met():
    resource = made_resource("x", provider="Coursera", hours=80, cost="paid")
    wishes = Preferences(
        cost=("free",),
        formats=("text",),
        avoid_formats=("video",),
        types=("book",),
        max_hours=10,
        certificate=("free",),
        language="de",
        avoid_providers=("coursera",),
    )
    assert set(mismatches(resource, wishes)) == set(Preferences.model_fields)
