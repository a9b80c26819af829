"""Vectors of fixed texts are computed once."""

import numpy as np

from assistant.remembered import remembered_vectors


class CountingEncoder:
    def __init__(self, factor: float = 1.0) -> None:
        self.texts: list[str] = []
        self.factor = factor

    def __call__(self, texts):
        self.texts += texts
        return np.array([[len(text) * self.factor, 1.0] for text in texts], dtype=np.float32)


def test_a_second_run_encodes_only_the_probe(tmp_path):
    first, second = CountingEncoder(), CountingEncoder()
    vectors = remembered_vectors(["a", "bb", "ccc"], first, tmp_path)
    again = remembered_vectors(["a", "bb", "ccc"], second, tmp_path)
    assert np.array_equal(vectors, again)
    assert second.texts == ["a"]


def test_another_encoder_never_meets_old_vectors(tmp_path):
    remembered_vectors(["a", "bb"], CountingEncoder(), tmp_path)
    vectors = remembered_vectors(["a", "bb"], CountingEncoder(2.0), tmp_path)
    assert vectors[:, 0].tolist() == [2.0, 4.0]


def test_a_damaged_file_is_replaced(tmp_path):
    remembered_vectors(["a", "bb"], CountingEncoder(), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"half a fi")
    vectors = remembered_vectors(["a", "bb"], CountingEncoder(), tmp_path)
    assert vectors[:, 0].tolist() == [1.0, 2.0]


def test_a_directory_that_cannot_be_made_is_no_error(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert remembered_vectors(["a"], CountingEncoder(), blocked / "below").shape == (1, 2)


def test_no_texts_need_no_encoder(tmp_path):
    assert remembered_vectors([], CountingEncoder(), tmp_path).shape == (0, 0)
