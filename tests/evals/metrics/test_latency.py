from evals.metrics.latency import milliseconds


def test_the_slowest_turn_counts(make_case, make_answer):
    turns = [make_answer(timings_ms={"total": ms}) for ms in (5.0, 40.0, 7.0)]
    assert milliseconds(make_case(*turns)).value == 40
