import json
import shutil

import numpy as np
import pytest

from index.encoder import CARD, EncoderDamagedError, OnnxEncoder, read_card
from index.export import LEAST_COSINE


@pytest.fixture
def copied(encoder, tmp_path):
    """Return an exported encoder that a test may damage."""
    return shutil.copytree(encoder.directory, tmp_path / "encoder")


def opened(directory, fingerprint):
    encoder = OnnxEncoder(directory, read_card(directory, fingerprint))
    encoder.check()
    return encoder


def test_the_card_says_how_near_the_export_is_to_the_original(encoder):
    assert encoder.card.worst_cosine >= LEAST_COSINE
    assert encoder.card.refused is None
    assert (encoder.card.dimension, encoder.card.max_length) == (384, 256)


def test_a_text_has_the_same_vector_alone_and_among_others(encoder):
    texts = ["short", "a somewhat longer text about gradient descent " * 20, "k8s"]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    assert np.sum(together * alone, axis=1) == pytest.approx([1.0, 1.0, 1.0], abs=1e-5)


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_what_is_beyond_the_limit_is_cut(encoder):
    first = encoder.encode(["word " * 300])
    second = encoder.encode(["word " * 300 + "something else entirely"])
    assert np.array_equal(first, second)


def test_an_encoder_of_another_model_is_refused(encoder):
    with pytest.raises(EncoderDamagedError, match="of another model"):
        read_card(encoder.directory, "sha256:other")


def test_a_directory_without_a_card_is_incomplete(encoder, copied):
    (copied / CARD).unlink()
    with pytest.raises(EncoderDamagedError, match="no complete encoder"):
        opened(copied, encoder.card.fingerprint)


@pytest.mark.parametrize("name", ["model.onnx", "model.onnx.data", "tokenizer.json"])
def test_a_cut_file_is_noticed(encoder, copied, name):
    path = copied / name
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(EncoderDamagedError, match="missing or changed"):
        opened(copied, encoder.card.fingerprint)


def test_changed_weights_are_noticed_by_what_they_compute(encoder, copied):
    path = copied / "model.onnx.data"
    content = bytearray(path.read_bytes())
    middle = len(content) * 3 // 4
    content[middle : middle + 1_000_000] = bytes(1_000_000)
    path.write_bytes(content)
    with pytest.raises(EncoderDamagedError, match="wrong vectors"):
        opened(copied, encoder.card.fingerprint)


def test_an_unreadable_card_is_incomplete(encoder, copied):
    (copied / CARD).write_text(json.dumps({"model": "x"}))
    with pytest.raises(EncoderDamagedError, match="no complete encoder"):
        opened(copied, encoder.card.fingerprint)
