"""Say how sure a mean is: a seeded percentile bootstrap, so that the same run gives the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
SEED = 20261122


@dataclass(frozen=True)
class Estimate:
    """A mean (or a sum, for counts) with its 95 % confidence interval over `n` questions."""

    value: float
    low: float
    high: float
    n: int


def mean_interval(values: Sequence[float]) -> Estimate:
    """Return the mean with the 2.5th and 97.5th percentiles of the means of resamples."""
    data = np.asarray(values, dtype=float)
    if not len(data):
        raise ValueError("a mean needs at least one value")
    means = _resampled_means(data)
    low, high = np.quantile(means, (0.025, 0.975))
    return Estimate(float(data.mean()), float(low), float(high), len(data))


def sum_interval(values: Sequence[float]) -> Estimate:
    """Return the sum with the interval of the mean, scaled."""
    mean = mean_interval(values)
    return Estimate(mean.value * mean.n, mean.low * mean.n, mean.high * mean.n, mean.n)


def difference_interval(before: Sequence[float], after: Sequence[float]) -> Estimate:
    """Return the mean of `after - before`, paired by position, with its interval."""
    pairs = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    return mean_interval(pairs.tolist())


def _resampled_means(data: np.ndarray) -> np.ndarray:
    if np.all(data == data[0]):
        return np.full(RESAMPLES, data[0])
    random = np.random.default_rng(SEED)
    chosen = random.integers(0, len(data), size=(RESAMPLES, len(data)))
    means: np.ndarray = data[chosen].mean(axis=1)
    return means
