"""Read every fixture of tests/data/roadmaps and compare with what a person counts in it."""

import pytest
import yaml

from knowledge.importing.reading import read_documents
from knowledge.importing.source import read_sources
from tests.knowledge.importing.conftest import ROADMAPS

EXPECTED = yaml.safe_load((ROADMAPS / "expected.yaml").read_text(encoding="utf-8"))


def test_at_least_fifteen_shapes_are_kept_and_each_has_its_expectation():
    fixtures = {path.name for path in ROADMAPS.iterdir() if path.suffix != ".yaml"}
    assert fixtures == set(EXPECTED)
    assert len(fixtures) >= 15


@pytest.mark.parametrize("name", EXPECTED)
def test_a_shape_gives_the_topics_and_links_that_a_person_counts(name, known):
    sources, _ = read_sources([ROADMAPS / name])
    findings = read_documents(sources, known.is_name, known.is_field_word)
    topics = [{one.title: [r.url for r in one.resources]} for one in findings.topics]
    assert topics == EXPECTED[name]["topics"]
    assert [f"{one.line}: {one.reason}" for one in findings.left_out] == EXPECTED[name]["left_out"]
