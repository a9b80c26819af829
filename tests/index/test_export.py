from dataclasses import dataclass, field

import numpy as np
import pytest

from index.encoder import CARD, read_card
from index.export import LEAST_COSINE, SAMPLE, export_encoder
from index.settings import DEFAULT_MODEL
from index.weights import Weights, find_weights

WEIGHTS = Weights("model", "nowhere", "name:model")


@dataclass
class SlowTokenizer:
    is_fast: bool = False


@dataclass
class ModelWithoutFastTokenizer:
    tokenizer: SlowTokenizer = field(default_factory=SlowTokenizer)
    max_seq_length: int = 128
    prompts: dict = field(default_factory=lambda: {"query": "query: "})


class ReferenceWithoutFastTokenizer:
    dimension = 3
    model = ModelWithoutFastTokenizer()

    def encode(self, texts, kind="query"):
        return np.ones((len(texts), 3), dtype=np.float32)


def test_a_model_that_cannot_be_exported_leaves_a_card_that_says_why(tmp_path):
    card = export_encoder(ReferenceWithoutFastTokenizer(), WEIGHTS, tmp_path)
    assert card.refused == "its tokenizer has no fast version"
    assert [path.name for path in tmp_path.iterdir()] == [CARD]
    assert read_card(tmp_path, "name:model") == card
    assert card.prompts == {"query": "query: ", "document": ""}


@pytest.mark.slow
def test_an_export_that_differs_from_the_original_is_thrown_away(tmp_path):
    from index.reference import ReferenceEncoder

    class Rotated(ReferenceEncoder):
        def encode(self, texts, kind="query"):
            return np.roll(super().encode(texts, kind), 1, axis=1)

    card = export_encoder(Rotated(find_weights(DEFAULT_MODEL)), WEIGHTS, tmp_path)
    assert card.worst_cosine < LEAST_COSINE
    assert "differs from the original (cosine" in card.refused
    assert [path.name for path in tmp_path.iterdir()] == [CARD]


def test_the_sample_has_short_long_and_foreign_texts():
    assert min(map(len, SAMPLE)) < 5
    assert max(len(text.split()) for text in SAMPLE) > 256
    assert any(not text.isascii() for text in SAMPLE)
