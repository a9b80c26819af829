import pytest

from evals.bench.retrieval import cold_rows, sync_rows, warm_rows

QUERIES = ["learn python", "what is pca", "docker"]


@pytest.mark.slow
def test_warm_retrieval_stands_beside_the_bare_encoding_and_the_chain(assistant, tutorial):
    beside_encoding, beside_chain = warm_rows(assistant.index, QUERIES, tutorial, 1)
    assert beside_encoding.ours == beside_chain.ours
    assert beside_encoding.ours.n == len(QUERIES)
    assert beside_encoding.other.median > 0
    assert (beside_encoding.limit, beside_chain.limit) == (2.2, 0.6)


@pytest.mark.slow
def test_cold_starts_of_both_are_measured_in_processes_of_their_own(
    assistant, index_home, tutorial
):
    time, *memory = cold_rows(index_home, tutorial, 1)
    assert 0 < time.ours.median < time.other.median
    assert all(row.ours.median < row.other.median for row in memory if row.other)


@pytest.mark.slow
def test_a_sync_of_an_index_that_is_up_to_date_embeds_nothing(assistant, index_home):
    _, embedded = sync_rows(index_home, 1)
    assert embedded.ours.median == 0
    assert embedded.reached
