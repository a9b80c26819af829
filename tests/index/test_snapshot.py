import pytest

from index import IndexSettings, load_knowledge_cached
from knowledge import CONTENT, ContentError, load_knowledge


@pytest.fixture
def home(tmp_path):
    return IndexSettings(home=tmp_path / "home")


def snapshots(settings):
    return sorted((settings.home / "knowledge").iterdir())


def test_the_snapshot_is_the_content(tiny_content, home):
    expected = load_knowledge(tiny_content)
    assert load_knowledge_cached([tiny_content], home) == expected
    assert len(snapshots(home)) == 1
    assert load_knowledge_cached([tiny_content], home) == expected


def test_the_real_content_survives_the_round_trip(base, home):
    load_knowledge_cached((), home)
    assert load_knowledge_cached((), home) == base


def test_a_second_load_reads_no_yaml(tiny_content, home, monkeypatch):
    load_knowledge_cached([tiny_content], home)
    monkeypatch.setattr("index.snapshot.load_knowledge", None)
    assert "pandas" in load_knowledge_cached([tiny_content], home).topics


def test_an_edit_is_seen_and_replaces_the_snapshot(tiny_content, home):
    load_knowledge_cached([tiny_content], home)
    path = tiny_content / "topics" / "modelling" / "nlp.yaml"
    path.write_text(
        path.read_text().replace("title: Natural language", "title: Unnatural language")
    )
    changed = load_knowledge_cached([tiny_content], home)
    assert changed.topics["nlp"].title == "Unnatural language processing"
    assert len(snapshots(home)) == 1


def test_broken_content_is_reported_and_not_kept(tiny_content, home):
    (tiny_content / "areas.yaml").write_text("areas: [")
    with pytest.raises(ContentError):
        load_knowledge_cached([tiny_content], home)
    assert not (home.home / "knowledge").exists()


@pytest.mark.parametrize("content", ["", "{", '{"topics": [{}]}', "[]"])
def test_a_damaged_snapshot_is_made_anew(tiny_content, home, content):
    expected = load_knowledge_cached([tiny_content], home)
    snapshots(home)[0].write_text(content)
    assert load_knowledge_cached([tiny_content], home) == expected
    assert load_knowledge_cached([tiny_content], home) == expected


def test_a_home_that_cannot_be_written_costs_only_time(tiny_content, tmp_path):
    (tmp_path / "file").write_text("")
    settings = IndexSettings(home=tmp_path / "file")
    assert "pandas" in load_knowledge_cached([tiny_content], settings).topics


def test_a_file_that_cannot_be_read_is_a_problem_and_not_a_crash(tiny_content, home):
    load_knowledge_cached([tiny_content], home)
    path = next((tiny_content / "topics").rglob("*.yaml"))
    path.unlink()
    path.mkdir()
    with pytest.raises(ContentError, match=f"{path.name}:1: cannot be read"):
        load_knowledge_cached([tiny_content], home)


def test_our_content_named_twice_is_the_same_snapshot(home):
    once = load_knowledge_cached((CONTENT,), home)
    assert load_knowledge_cached((CONTENT, CONTENT), home).directories == once.directories
    assert len(snapshots(home)) == 1
