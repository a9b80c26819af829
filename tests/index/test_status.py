from dataclasses import replace

import pytest

from index import build_chunks, index_status, open_index
from index.target import find_target


@pytest.fixture
def built(tiny_base, settings):
    open_index(tiny_base, settings).close()
    return settings


def test_no_index_is_missing_and_asking_does_not_build(tiny_base, settings):
    status = index_status(tiny_base, settings)
    assert (status.state, status.chunks, status.built) == ("missing", 0, None)
    assert status.text == "There is no index yet; the next question builds it in about a minute."
    assert not find_target(tiny_base, settings).directory.exists()


def test_a_built_index_is_ready(tiny_base, built):
    status = index_status(tiny_base, built)
    count = len(build_chunks(tiny_base))
    assert status.state == "ready"
    assert status.text == f"The index is complete and matches the roadmap: {count} chunks."
    assert status.chunks == count
    assert status.bytes > 100_000


def test_a_status_reads_as_sentences_and_facts(tiny_base, built):
    status = index_status(tiny_base, built)
    lines = str(status).split("\n")
    assert lines[0] == status.text
    assert lines[1:3] == [f"place: {status.location}", f"model: {status.model}"]
    assert lines[3].startswith(f"built: {status.built}, {status.chunks} chunks, ")


def test_changed_content_is_outdated_and_says_what_changed(tiny_base, built):
    topic = tiny_base.topics["nlp"].model_copy(update={"summary": "Another one, quite different."})
    changed = replace(tiny_base, topics={**tiny_base.topics, "nlp": topic})
    status = index_status(changed, built)
    assert status.state == "outdated"
    assert "added 0, updated 1, removed 0" in status.text


def test_a_lost_file_is_damage(tiny_base, built):
    directory = find_target(tiny_base, built).directory
    next(directory.glob("generation-*/keywords/words.json")).unlink()
    assert index_status(tiny_base, built).state == "damaged"


def test_an_interrupted_build_is_told(tiny_base, settings):
    (find_target(tiny_base, settings).directory / "generation-abc").mkdir(parents=True)
    assert "begun and not finished" in index_status(tiny_base, settings).text


def test_another_store_makes_it_outdated(tiny_base, built):
    status = index_status(tiny_base, replace(built, chroma_url="http://127.0.0.1:9"))
    assert status.state == "outdated"
    assert "another model, store or version" in status.text


def test_a_missing_encoder_is_told(tiny_base, tmp_path):
    from index import IndexSettings

    status = index_status(tiny_base, IndexSettings(home=tmp_path))
    assert status.text.endswith(
        "The encoder has to be prepared first, which takes about 20 seconds."
    )
