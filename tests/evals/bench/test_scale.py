import pytest

from evals.bench.scale import grown, resident, rows, varied


def test_varied_chunks_have_ids_of_their_own_and_the_words_of_the_original(tiny_chunks):
    originals = list(tiny_chunks.values())
    made = varied(originals, len(originals) * 2)
    assert len({chunk.id for chunk in made}) == len(originals) * 2
    assert sorted(made[0].search_text.split()) == sorted(originals[0].search_text.split())


@pytest.mark.slow
def test_a_grown_index_finds_as_the_original_does(assistant, tmp_path):
    large = grown(assistant.index, 2 * len(assistant.index.chunks), tmp_path)
    found = large.search("docker containers", mode="dense", top_k=3)
    assert all(hit.chunk.topic_id == "docker" for hit in found)
    large.close()


@pytest.mark.slow
def test_each_size_stands_beside_the_smallest(assistant):
    found = list(rows(assistant.index, ["learn sql"], sizes=(100, 200)))
    assert [row.limit for row in found[:2]] == [2.5, 4.0]
    assert all(row.ours.n == row.other.n == 1 for row in found[:2])
    assert len(found) == (4 if resident() is not None else 2)
