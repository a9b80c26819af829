import pytest
from langchain_tests.integration_tests import EmbeddingsIntegrationTests

from index import RoadmapEmbeddings
from index.encoder import Encoder


class TestLangChainStandard(EmbeddingsIntegrationTests):
    @pytest.fixture(autouse=True)
    def _opened(self, encoder: Encoder) -> None:
        self.encoder = encoder

    @property
    def embeddings_class(self) -> type[RoadmapEmbeddings]:
        return RoadmapEmbeddings

    @property
    def embedding_model_params(self) -> dict:
        return {"encoder": self.encoder}


def test_a_question_is_nearest_to_its_answer(encoder):
    embeddings = RoadmapEmbeddings(encoder)
    query = embeddings.embed_query("which library is for tables?")
    texts = ["pandas is a library for tables", "a lion sleeps in the grass"]
    near, far = (
        sum(a * b for a, b in zip(query, row, strict=True))
        for row in embeddings.embed_documents(texts)
    )
    assert near > 0.4 > far
