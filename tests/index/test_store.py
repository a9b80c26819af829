import numpy as np
import pytest

from index.chunks import Chunk
from index.store import (
    StoreDamagedError,
    close,
    connect,
    database_is_sound,
    open_store,
    remove_collections,
    server_of,
    write_collection,
)
from knowledge import IndexUnavailableError


def chunk(identifier):
    return Chunk(id=identifier, text=identifier, title="T", facet="overview", source="f:1")


# Right angles: cosines between them are 0, with themselves 1.
AXES = {name: row for name, row in zip("abc", np.eye(3, dtype=np.float32), strict=True)}


@pytest.fixture(params=["embedded", "server"])
def url(request):
    return request.getfixturevalue("chroma_server") if request.param == "server" else None


@pytest.fixture
def written(url, tmp_path):
    """Write three chunks and return where they are."""
    name = f"written-{tmp_path.name[-20:]}x"
    client = connect(tmp_path, url)
    write_collection(client, name, [chunk(name) for name in "abc"], AXES)
    close(client)
    return tmp_path, name, url


@pytest.fixture
def store(written):
    opened = open_store(*written, 3)
    yield opened
    opened.close()


def test_the_nearest_comes_first_with_its_cosine(store):
    query = np.array([0.8, 0.6, 0.0], dtype=np.float32)
    found = store.nearest(query, 2)
    assert [name for name, _ in found] == ["a", "b"]
    assert [score for _, score in found] == pytest.approx([0.8, 0.6], abs=1e-6)


def test_a_search_can_be_limited_to_ids(store):
    query = np.array([0.8, 0.6, 0.0], dtype=np.float32)
    assert [name for name, _ in store.nearest(query, 3, ["b", "c"])] == ["b", "c"]


def test_vectors_come_back_as_they_were_written(store):
    found = store.vectors(["c", "a", "nowhere"])
    assert sorted(found) == ["a", "c"]
    assert found["c"] == pytest.approx([0, 0, 1])


def test_another_number_of_vectors_is_damage(written):
    with pytest.raises(StoreDamagedError, match="is not complete"):
        open_store(*written, 4)


def test_a_collection_without_its_mark_is_damage(url, tmp_path):
    client = connect(tmp_path, url)
    name = f"begun-{tmp_path.name[-20:]}x"
    collection = client.create_collection(name, embedding_function=None)
    collection.add(ids=["a"], embeddings=[[1.0, 0.0]])
    close(client)
    with pytest.raises(StoreDamagedError, match="is not complete"):
        open_store(tmp_path, name, url, 1)


def test_a_missing_collection_is_damage(written):
    directory, _, url = written
    with pytest.raises(StoreDamagedError):
        open_store(directory, "no-such-collection", url, 3)


def test_only_collections_of_the_same_index_are_removed(url, tmp_path):
    client = connect(tmp_path, url)
    mark = f"{tmp_path.name[-20:]}x"
    for name in (f"mine-{mark}-1", f"mine-{mark}-2", f"other-{mark}"):
        client.create_collection(name, embedding_function=None)
    remove_collections(client, f"mine-{mark}-", keep=f"mine-{mark}-2")
    names = {collection.name for collection in client.list_collections() if mark in collection.name}
    close(client)
    assert names == {f"mine-{mark}-2", f"other-{mark}"}


def test_a_directory_without_a_database_is_not_sound(tmp_path):
    assert not database_is_sound(tmp_path)
    (tmp_path / "chroma.sqlite3").write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    assert not database_is_sound(tmp_path)


def test_a_silent_server_is_named():
    with pytest.raises(IndexUnavailableError, match="start it with `chroma run`"):
        connect(None, "http://127.0.0.1:9")


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("http://localhost:8123", ("localhost", 8123, False)),
        ("http://chroma.internal", ("chroma.internal", 8000, False)),
        ("https://chroma.example", ("chroma.example", 443, True)),
    ],
)
def test_an_address_names_host_port_and_protection(address, server):
    assert server_of(address) == server


@pytest.mark.parametrize(
    "address",
    ["chroma.internal:9000", "localhost", "http://localhost:99999", "http://[::1", "ftp://x"],
)
def test_an_address_of_no_server_is_refused(address):
    with pytest.raises(IndexUnavailableError, match="it looks like http://localhost:8000"):
        server_of(address)
