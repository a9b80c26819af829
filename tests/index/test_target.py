from dataclasses import replace

from index import IndexSettings, build_chunks
from index.target import find_target


def test_the_target_lists_every_chunk_with_its_hash(tiny_base, tmp_path):
    target = find_target(tiny_base, IndexSettings(home=tmp_path))
    assert list(target.identity.chunks) == [chunk.id for chunk in build_chunks(tiny_base)]
    assert target.directory.parent == tmp_path / "index"


def test_other_content_directories_have_another_place(tiny_base, tmp_path):
    settings = IndexSettings(home=tmp_path)
    other = replace(tiny_base, directories=(tmp_path,))
    assert find_target(other, settings).directory != find_target(tiny_base, settings).directory


def test_another_store_is_another_identity(tiny_base, tmp_path):
    here = find_target(tiny_base, IndexSettings(home=tmp_path)).identity
    there = find_target(tiny_base, IndexSettings(home=tmp_path, chroma_url="http://h:1")).identity
    assert here != there
    assert here.chunks == there.chunks
