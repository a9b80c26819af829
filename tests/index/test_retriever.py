import pytest
from langchain_core.runnables import RunnableLambda
from langchain_tests.integration_tests import RetrieversIntegrationTests

from index import Filters, Index, RoadmapRetriever


class TestLangChainStandard(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _opened(self, tiny_index: Index) -> None:
        self.index = tiny_index

    @property
    def retriever_constructor(self) -> type[RoadmapRetriever]:
        return RoadmapRetriever

    @property
    def retriever_constructor_params(self) -> dict:
        return {"index": self.index}

    @property
    def retriever_query_example(self) -> str:
        return "how do I join two tables?"


def test_documents_carry_what_a_citation_needs(tiny_index):
    document = RoadmapRetriever(index=tiny_index, k=1).invoke("join two tables in pandas")[0]
    chunk = tiny_index.chunks[document.id]
    assert document.page_content == chunk.text
    assert document.metadata["source"] == chunk.source
    assert document.metadata["resources"] == list(chunk.resources)
    assert document.metadata["rank"] == 1


def test_filters_and_mode_can_be_given_to_a_call(tiny_index):
    retriever = RoadmapRetriever(index=tiny_index)
    found = retriever.invoke("tables", filters=Filters(topic_ids=["nlp"]), mode="dense", k=2)
    assert {document.metadata["topic_id"] for document in found} == {"nlp"}


def test_it_is_a_part_of_a_chain(tiny_index):
    chain = RoadmapRetriever(index=tiny_index, k=2) | RunnableLambda(len)
    assert chain.invoke("tables") == 2
