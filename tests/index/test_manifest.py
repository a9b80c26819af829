from dataclasses import replace

import pytest

from index.chunks import Chunk
from index.manifest import Identity, Manifest, chunk_hash, read_manifest, text_hash

CHUNK = Chunk(
    id="topic:a#overview",
    text="A is.",
    title="A",
    facet="overview",
    source="a.yaml:1",
    search_text="A",
)
MANIFEST = Manifest(
    identity=Identity(2, 2, "model", "sha256:1", None, {"topic:a#overview": "x.y"}),
    generation="generation-1",
    collection="roadmap-1",
    files={"chroma.sqlite3": (10, None), "keywords/data.npy": (5, "abc")},
    built="2026-11-22T00:00:00+00:00",
)


def test_a_written_manifest_is_read_as_it_was(tmp_path):
    MANIFEST.write(tmp_path)
    assert read_manifest(tmp_path) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"identity": {}}', b"\xff\xfe", b"null"])
def test_anything_else_is_no_manifest(tmp_path, content):
    (tmp_path / "manifest.json").write_bytes(content)
    assert read_manifest(tmp_path) is None


def test_a_missing_manifest_is_none(tmp_path):
    assert read_manifest(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    "change", [{"text": "A was."}, {"source": "a.yaml:2"}, {"resources": ("r",)}]
)
def test_what_is_only_cited_changes_the_hash_but_not_that_of_the_embedded_text(change):
    other = replace(CHUNK, **change)
    assert chunk_hash(other) != chunk_hash(CHUNK)
    assert text_hash(chunk_hash(other)) == text_hash(chunk_hash(CHUNK))


def test_a_changed_search_text_changes_the_hash_of_the_embedded_text():
    other = replace(CHUNK, search_text="B")
    assert text_hash(chunk_hash(other)) != text_hash(chunk_hash(CHUNK))
