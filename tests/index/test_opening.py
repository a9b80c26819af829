import re
from contextlib import ExitStack
from dataclasses import replace

import pytest

from index import IndexSettings, Progress, build_chunks, open_index
from index.target import find_target
from knowledge import IndexUnavailableError, KnowledgeBase


@pytest.fixture
def opened():
    """Open indexes that are closed when the test ends."""
    with ExitStack() as stack:

        def open_and_close_later(*arguments):
            index = open_index(*arguments)
            stack.callback(index.close)
            return index

        yield open_and_close_later


def without(base: KnowledgeBase, topic_id: str) -> KnowledgeBase:
    topics = {name: topic for name, topic in base.topics.items() if name != topic_id}
    roles = {
        role.id: role.model_copy(
            update={"topics": tuple(t for t in role.topics if t.topic != topic_id)}
        )
        for role in base.roles.values()
    }
    return replace(base, topics=topics, roles=roles)


def with_summary(base: KnowledgeBase, topic_id: str, summary: str) -> KnowledgeBase:
    topic = base.topics[topic_id].model_copy(update={"summary": summary})
    return replace(base, topics={**base.topics, topic_id: topic})


def generations(base: KnowledgeBase, settings: IndexSettings) -> list[str]:
    return sorted(path.name for path in find_target(base, settings).directory.glob("generation-*"))


def test_a_missing_index_is_built(opened, tiny_base, store_settings):
    index = opened(tiny_base, store_settings)
    assert str(index.sync) == f"added {len(index.chunks)}, updated 0, removed 0, unchanged 0"
    assert list(index.chunks) == [chunk.id for chunk in build_chunks(tiny_base)]
    assert index.search("rows and columns of a DataFrame")[0].chunk.topic_id == "pandas"


def test_an_unchanged_index_is_opened_without_work(opened, tiny_base, store_settings):
    opened(tiny_base, store_settings).close()
    reports: list[Progress] = []
    index = opened(tiny_base, store_settings, reports.append)
    assert (index.sync, reports) == (None, [])
    assert index.search("rows and columns of a DataFrame")[0].chunk.topic_id == "pandas"


def test_editing_one_topic_embeds_only_its_overview(opened, tiny_base, store_settings):
    count = len(opened(tiny_base, store_settings).chunks)
    edited = with_summary(tiny_base, "pandas", "pandas is a bamboo eater of the mountains.")
    index = opened(edited, store_settings)
    assert str(index.sync) == f"added 0, updated 1, removed 0, unchanged {count - 1}"
    assert index.sync.embedded == 1
    assert index.search("bamboo", mode="dense")[0].chunk.id == "topic:pandas#overview"


def test_a_changed_source_line_embeds_nothing(opened, tiny_base, store_settings):
    opened(tiny_base, store_settings).close()
    place = tiny_base.places[("topic", "pandas")]
    moved = replace(place, lines={name: line + 1 for name, line in place.lines.items()})
    base = replace(tiny_base, places={**tiny_base.places, ("topic", "pandas"): moved})
    index = opened(base, store_settings)
    assert index.sync.updated == 4  # overview, prerequisites, resources, projects
    assert index.sync.embedded == 0


def test_removed_and_added_topics_are_synced(opened, tiny_base, store_settings):
    count = len(opened(tiny_base, store_settings).chunks)
    fewer = opened(without(tiny_base, "nlp"), store_settings)
    assert fewer.sync.removed == 5
    assert all(hit.chunk.topic_id != "nlp" for hit in fewer.search("language", top_k=40))
    again = opened(tiny_base, store_settings)
    assert again.sync.added == 5
    assert len(again.chunks) == count


def test_another_model_is_another_index(opened, tiny_base, settings, encoder_home, tmp_path):
    from index.weights import find_weights

    opened(tiny_base, settings).close()
    copy = tmp_path / "model"
    copy.mkdir()
    (copy / "config.json").write_text("{}")
    assert find_weights(str(copy)).fingerprint != find_weights(settings.model).fingerprint


def test_each_content_directory_has_its_own_index(opened, tiny_base, settings, tmp_path):
    other = replace(tiny_base, directories=(tmp_path,))
    opened(tiny_base, settings).close()
    assert opened(other, settings).sync is not None
    assert opened(tiny_base, settings).sync is None


def test_only_the_current_and_the_last_generation_are_kept(opened, tiny_base, settings):
    for number in range(4):
        base = with_summary(tiny_base, "pandas", f"pandas is a bear of the {number}th kind.")
        opened(base, settings).close()
    assert len(generations(tiny_base, settings)) == 2


def test_progress_counts_the_chunks(opened, tiny_base, settings):
    reports: list[Progress] = []
    index = opened(tiny_base, settings, reports.append)
    embedding = [report for report in reports if report.stage.startswith("Reading")]
    assert (embedding[0].done, embedding[-1].done) == (0, len(index.chunks))
    assert embedding[-1].total == len(index.chunks)
    assert embedding[-1].seconds_left == pytest.approx(0.0)


def damaged(base: KnowledgeBase, settings: IndexSettings, how: str) -> None:
    directory = find_target(base, settings).directory
    generation = next(directory.glob("generation-*"))
    vectors = next(generation.glob("*/data_level0.bin"))
    match how:
        case "manifest garbled":
            (directory / "manifest.json").write_bytes(b"\x00garbage{")
        case "manifest removed":
            (directory / "manifest.json").unlink()
        case "manifest of another shape":
            (directory / "manifest.json").write_text('{"identity": []}')
        case "vectors flipped":
            content = bytearray(vectors.read_bytes())
            content[len(content) // 2] ^= 0xFF
            vectors.write_bytes(content)
        case "vectors cut":
            vectors.write_bytes(vectors.read_bytes()[:1000])
        case "database cut":
            path = generation / "chroma.sqlite3"
            path.write_bytes(path.read_bytes()[:20_000])
        case "database overwritten":
            path = generation / "chroma.sqlite3"
            content = path.read_bytes()
            path.write_bytes(content[:4096] + b"x" * 8192 + content[12288:])
        case "database emptied":
            (generation / "chroma.sqlite3").write_bytes(b"")
        case "words removed":
            (generation / "keywords" / "words.json").unlink()


@pytest.mark.parametrize(
    "how",
    [
        "manifest garbled",
        "manifest removed",
        "manifest of another shape",
        "vectors flipped",
        "vectors cut",
        "database cut",
        "database overwritten",
        "database emptied",
        "words removed",
    ],
)
def test_a_damaged_index_is_rebuilt_by_opening_it(opened, tiny_base, settings, how):
    index = opened(tiny_base, settings)
    expected = [hit.chunk.id for hit in index.search("tables")]
    index.close()
    damaged(tiny_base, settings, how)
    repaired = opened(tiny_base, settings)
    assert repaired.sync is not None
    assert [hit.chunk.id for hit in repaired.search("tables")] == expected


def test_a_collection_deleted_on_the_server_is_rebuilt(opened, tiny_base, new_home, chroma_server):
    from index.store import close, connect

    settings = IndexSettings(home=new_home(), chroma_url=chroma_server)
    opened(tiny_base, settings).close()
    client = connect(settings.home, chroma_server)
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    close(client)
    assert opened(tiny_base, settings).sync is not None


def test_an_index_taken_away_while_it_is_open_is_told(opened, tiny_base, new_home, chroma_server):
    from index.store import close, connect

    settings = IndexSettings(home=new_home(), chroma_url=chroma_server)
    index = opened(tiny_base, settings)
    client = connect(settings.home, chroma_server)
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    close(client)
    with pytest.raises(IndexUnavailableError, match="ask again after a restart"):
        index.search("tables")


def test_a_server_that_does_not_answer_is_named_with_what_to_do(opened, tiny_base, settings):
    away = replace(settings, chroma_url="http://127.0.0.1:9")
    sentence = re.escape("http://127.0.0.1:9 does not answer; start it with `chroma run`")
    with pytest.raises(IndexUnavailableError, match=sentence):
        opened(tiny_base, away)


def test_a_home_that_is_a_file_is_named_with_what_to_do(opened, tiny_base, tmp_path, settings):
    home = tmp_path / "home"
    home.write_text("")
    with pytest.raises(IndexUnavailableError, match="set ROADMAP_HOME"):
        opened(tiny_base, IndexSettings(home=home))
