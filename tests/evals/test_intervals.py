import pytest

from evals.intervals import difference_interval, mean_interval, sum_interval


def test_the_mean_of_equal_values_has_no_width():
    estimate = mean_interval([1.0, 1.0, 1.0])
    assert (estimate.value, estimate.low, estimate.high, estimate.n) == (1, 1, 1, 3)


def test_half_right_of_a_hundred_is_sure_to_about_a_tenth():
    # The normal interval is 0.5 +- 1.96 * sqrt(0.25 / 100) = 0.402 to 0.598.
    estimate = mean_interval([0.0, 1.0] * 50)
    assert estimate.value == 0.5
    assert estimate.low == pytest.approx(0.402, abs=0.02)
    assert estimate.high == pytest.approx(0.598, abs=0.02)


def test_the_same_values_give_the_same_interval():
    values = [0.0, 1.0, 1.0, 0.0, 1.0]
    assert mean_interval(values) == mean_interval(values)


def test_a_sum_is_the_mean_times_the_number():
    estimate = sum_interval([0.0, 2.0, 1.0])
    assert estimate.value == pytest.approx(3)
    assert 0 <= estimate.low <= 3 <= estimate.high <= 6


def test_a_difference_is_paired():
    # Every question gains exactly 0.25: no spread, although the values spread widely.
    estimate = difference_interval([0.0, 0.5, 0.75], [0.25, 0.75, 1.0])
    assert (estimate.value, estimate.low, estimate.high) == (0.25, 0.25, 0.25)


def test_a_mean_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one value"):
        mean_interval([])
