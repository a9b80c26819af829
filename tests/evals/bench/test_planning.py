from evals.bench import planning


def test_next_and_both_plans_are_measured(monkeypatch):
    monkeypatch.setattr(planning, "TOPICS", 60)
    monkeypatch.setattr(planning, "CLOSURE", 20)
    next_, whole, half = planning.rows(1)
    assert (next_.unit, next_.limit, next_.ours.n) == ("ms", 50, 3)
    assert (whole.unit, whole.limit) == ("s", 2)
    assert half.ours.median > 0
