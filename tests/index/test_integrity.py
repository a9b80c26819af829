import pytest

from index.integrity import files_are_intact, fingerprint_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "vectors.bin").write_bytes(b"12345")
    (tmp_path / "chroma.sqlite3").write_bytes(b"pages")
    return tmp_path


def test_databases_have_a_size_and_no_hash(folder):
    files = fingerprint_files(folder)
    assert files["chroma.sqlite3"] == (5, None)
    assert files["deep/vectors.bin"][0] == 5
    assert len(files["deep/vectors.bin"][1]) == 64


def test_untouched_files_are_intact(folder):
    assert files_are_intact(folder, fingerprint_files(folder))


def test_a_changed_byte_is_noticed(folder):
    files = fingerprint_files(folder)
    (folder / "deep" / "vectors.bin").write_bytes(b"12346")
    assert not files_are_intact(folder, files)


def test_a_missing_file_is_noticed(folder):
    files = fingerprint_files(folder)
    (folder / "chroma.sqlite3").unlink()
    assert not files_are_intact(folder, files)


def test_a_database_may_grow(folder):
    files = fingerprint_files(folder)
    (folder / "chroma.sqlite3").write_bytes(b"more pages")
    assert files_are_intact(folder, files)
