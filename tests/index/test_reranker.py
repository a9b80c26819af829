import pytest

from index import IndexSettings, open_index
from index.chunks import Chunk
from index.reranker import Reranker
from knowledge import IndexUnavailableError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tiny_cross_encoder(tmp_path_factory):
    """Write a cross-encoder with two small random layers, which is loaded as a real one is."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    from index.weights import find_weights

    torch.manual_seed(0)
    directory = tmp_path_factory.mktemp("cross-encoder")
    tokenizer = AutoTokenizer.from_pretrained(find_weights(IndexSettings.model).location)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        num_labels=1,
    )
    BertForSequenceClassification(config).save_pretrained(directory)
    tokenizer.save_pretrained(directory)
    return directory


def chunk(identifier):
    return Chunk(id=identifier, text=f"text {identifier}", title="T", facet="f", source="s:1")


def test_every_chunk_gets_a_score_and_the_best_comes_first(tiny_cross_encoder):
    reranker = Reranker(str(tiny_cross_encoder))
    order = reranker.order("a question", [chunk("a"), chunk("b"), chunk("c")])
    assert sorted(name for name, _ in order) == ["a", "b", "c"]
    assert [score for _, score in order] == sorted((score for _, score in order), reverse=True)
    assert reranker.order("a question", []) == []


def test_a_search_uses_the_order_of_the_reranker(tiny_base, settings, tiny_cross_encoder):
    with_reranker = IndexSettings(home=settings.home, reranker=str(tiny_cross_encoder))
    index = open_index(tiny_base, with_reranker)
    hits = index.search("join two tables", top_k=3)
    order = dict(Reranker(str(tiny_cross_encoder)).order("join two tables", index.chunks.values()))
    assert [hit.score for hit in hits] == pytest.approx(
        [order[hit.chunk.id] for hit in hits], abs=1e-4
    )
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    index.close()


def test_a_reranker_that_does_not_exist_is_named_with_what_to_do(tmp_path):
    with pytest.raises(IndexUnavailableError, match=r"nowhere cannot be loaded; name a sentence"):
        Reranker(str(tmp_path / "nowhere"))
