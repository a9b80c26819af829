from evals.metrics.score import Score, count, listed, share


def test_share_keeps_its_reason_only_where_the_claim_fails():
    assert share(True, "late") == Score(1.0)
    assert share(False, "late") == Score(0.0, ("late",))


def test_count_is_the_number_of_reasons():
    assert count(["a", "b"]) == Score(2.0, ("a", "b"))


def test_listed_sorts_names_and_says_nothing_for_none():
    assert listed(["b", "a"]) == "a, b"
    assert listed([]) == "nothing"
