import pytest


@pytest.mark.slow
def test_the_tutorial_chain_finds_four_chunks_of_the_same_content(tutorial, tiny_chunks):
    found = tutorial.retriever.invoke("a course on tables")
    assert len(found) == 4
    assert {document.metadata["title"] for document in found} <= {
        chunk.title for chunk in tiny_chunks.values()
    }
    assert tutorial.chunks >= len(tiny_chunks)
