import pytest

from index.fusion import diversified, reciprocal_rank_fusion


def test_scores_are_sums_of_reciprocal_ranks_counted_from_one():
    fused = dict(reciprocal_rank_fusion([["a", "b", "c"], ["c", "a"]]))
    assert fused["a"] == pytest.approx(1 / 61 + 1 / 62)
    assert fused["b"] == pytest.approx(1 / 62)
    assert fused["c"] == pytest.approx(1 / 63 + 1 / 61)


def test_order_follows_the_score():
    fused = reciprocal_rank_fusion([["a", "b", "c"], ["c", "a"]])
    # a: 1/61 + 1/62 = 0.03252, c: 1/61 + 1/63 = 0.03227, b: 1/62 = 0.01613
    assert [name for name, _ in fused] == ["a", "c", "b"]


def test_ties_are_broken_by_id():
    assert [name for name, _ in reciprocal_rank_fusion([["b", "a"], ["a", "b"]])] == ["a", "b"]


def test_a_repeated_id_counts_once_at_its_best_rank():
    assert reciprocal_rank_fusion([["a", "a"]]) == [("a", 1 / 61)]


def test_a_weight_multiplies_the_share_of_its_ranking():
    assert reciprocal_rank_fusion([["a"], ["a"]], [1.0, 0.5]) == [("a", 1 / 61 + 0.5 / 61)]


def test_no_kind_takes_more_than_its_share():
    ranked = [("x1", 4.0), ("x2", 3.0), ("x3", 2.0), ("y1", 1.0)]
    chosen = diversified(ranked, 3, lambda name: [(name[0], 2)])
    assert chosen == [("x1", 4.0), ("x2", 3.0), ("y1", 1.0)]


def test_entries_left_aside_fill_the_places_that_remain():
    ranked = [("x1", 4.0), ("x2", 3.0), ("x3", 2.0)]
    assert diversified(ranked, 3, lambda name: [(name[0], 1)]) == ranked
