from evals.metrics.table import METRICS, Metric


def test_metrics_have_names_of_their_own():
    names = [metric.name for metric in METRICS]
    assert len(set(names)) == len(names)


def test_a_share_is_faultless_at_one_and_a_count_at_zero():
    share = Metric("share", "group", METRICS[0].judge)
    count = Metric("count", "group", METRICS[0].judge, "count")
    assert share.is_faultless(1.0) and not share.is_faultless(0.99)
    assert count.is_faultless(0.0) and not count.is_faultless(1.0)
