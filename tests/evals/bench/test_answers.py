import pytest

from evals.bench.answers import concurrency_rows, first_piece, long_thread_row, warm_rows


def test_the_first_piece_comes_after_understanding(assistant):
    assert 0 <= first_piece(assistant, "What should I learn after SQL?") < 5000


def test_a_warm_answer_stands_beside_the_bare_encoding(assistant):
    answer, first = warm_rows(assistant, ["What is PCA?", "free course for SQL?"])
    assert answer.ours.n == answer.other.n == first.ours.n == 2
    assert answer.ratio > 1


def test_a_long_thread_stands_beside_a_short_one(assistant):
    row = long_thread_row(assistant, 2)
    assert row.compared_with == "thread of 2 turns"
    assert row.ours.n == row.other.n == 2


@pytest.mark.slow
def test_people_at_once_are_counted_beside_the_chain(assistant, tutorial):
    turn, rate = concurrency_rows(assistant, tutorial, [2])
    assert turn.ours.n == 2
    assert rate.ours.median > 0
    assert rate.other.median > 0
