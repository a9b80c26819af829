import numpy as np
import pytest

from index.reference import ReferenceEncoder
from index.settings import DEFAULT_MODEL
from index.weights import Weights, find_weights
from knowledge import IndexUnavailableError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reference():
    return ReferenceEncoder(find_weights(DEFAULT_MODEL))


def test_the_export_encodes_as_the_reference_does(reference, encoder, tiny_base):
    from index import build_chunks

    texts = [chunk.text for chunk in build_chunks(tiny_base)]
    cosines = np.sum(reference.encode(texts) * encoder.encode(texts), axis=1)
    assert cosines.min() >= 0.9999


def test_no_texts_give_no_rows(reference):
    assert reference.encode([]).shape == (0, 384)


def test_a_model_that_does_not_exist_is_named_with_what_to_do(tmp_path):
    nowhere = str(tmp_path / "nowhere")
    with pytest.raises(IndexUnavailableError, match=r"nowhere cannot be loaded .* name a sentence"):
        ReferenceEncoder(Weights("nowhere", nowhere, "name:nowhere"))
