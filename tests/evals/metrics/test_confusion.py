from evals.metrics.confusion import confusion


def test_an_allowed_intent_counts_as_itself_and_a_miss_against_the_first_allowed():
    pairs = [(("why", "next"), "next"), (("why", "next"), "plan"), (("plan",), "plan")]
    assert confusion(pairs) == {"next": {"next": 1}, "plan": {"plan": 1}, "why": {"plan": 1}}
