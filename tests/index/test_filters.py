import pytest

from index import Filters, build_chunks
from index.filters import matching_ids


def passing(base, **wanted):
    return matching_ids(build_chunks(base), Filters(**wanted), base)


def test_empty_filters_pass_everything(tiny_base):
    assert Filters().is_empty
    assert passing(tiny_base) == [chunk.id for chunk in build_chunks(tiny_base)]


def test_topics_and_facets_both_have_to_fit(tiny_base):
    assert passing(tiny_base, topic_ids={"nlp"}, facets={"overview"}) == ["topic:nlp#overview"]


@pytest.mark.parametrize(
    ("wanted", "topics"),
    [
        ({"cost": ["paid"]}, {"python-basics"}),
        ({"types": ["video"]}, {"ml-fundamentals"}),
        ({"types": ["practice"]}, {"python-basics", "descriptive-statistics"}),
        ({"types": ["practice"], "formats": ["text"]}, {"python-basics"}),
        ({"language": "de"}, set()),
    ],
)
def test_resources_have_to_fit(tiny_base, wanted, topics):
    ids = passing(tiny_base, facets=["resources"], **wanted)
    assert {name.partition("#")[0].removeprefix("topic:") for name in ids} == topics


def test_one_resource_must_meet_all_wishes_together(tiny_base):
    # python-basics has a paid video course and a free text, but no free video.
    name = "topic:python-basics#resources"
    assert name in passing(tiny_base, formats=["video"])
    assert name in passing(tiny_base, cost=["free"])
    assert name not in passing(tiny_base, formats=["video"], cost=["free"])


def test_retired_and_moved_resources_never_fit(tiny_base):
    # The only video on language was retired.
    assert "topic:nlp#resources" not in passing(tiny_base, formats=["video"])
