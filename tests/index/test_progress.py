from index.progress import Progress, Stopwatch, ignore


def test_nothing_is_known_before_the_first_step():
    assert Stopwatch(10).seconds_left(0) is None


def test_nothing_is_left_at_the_end():
    assert Stopwatch(10).seconds_left(10) == 0


def test_half_the_work_takes_as_long_as_the_other_half(monkeypatch):
    clock = iter([100.0, 106.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    assert Stopwatch(10).seconds_left(5) == 6.0


def test_a_report_needs_no_estimate():
    ignore(Progress("reading", 0, 3))
    assert Progress("reading", 0, 3).seconds_left is None
