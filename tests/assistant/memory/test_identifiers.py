"""Check that renamed topics and roles are followed."""

from __future__ import annotations

import dataclasses

import pytest

from assistant.memory.identifiers import CurrentIds


@pytest.fixture
def ids(tiny_base):
    """Ids after `pandas` was renamed to `dataframes`."""
    return CurrentIds(renamed(tiny_base))


def renamed(base):
    topics = dict(base.topics)
    pandas = topics.pop("pandas")
    topics["dataframes"] = pandas.model_copy(
        update={"id": "dataframes", "aliases": (*pandas.aliases, "pandas")}
    )
    return dataclasses.replace(base, topics=topics)


def test_renamed_topic_is_found_under_its_new_id(ids):
    assert ids.now("pandas") == "dataframes"


def test_list_follows_names_drops_the_removed_and_repeats_nothing(ids):
    stored = ("pandas", "cobol", "nlp", "dataframes")
    assert ids.held(stored) == ("dataframes", "nlp")
    assert ids.gone(stored) == ("cobol",)
    assert ids.all_now(stored) == ("dataframes", "cobol", "nlp")


def test_id_in_use_is_not_taken_for_somebody_elses_alias(tiny_base):
    topics = dict(tiny_base.topics)
    nlp = topics["nlp"]
    topics["nlp"] = nlp.model_copy(update={"aliases": (*nlp.aliases, "pandas")})
    assert CurrentIds(dataclasses.replace(tiny_base, topics=topics)).now("pandas") == "pandas"
