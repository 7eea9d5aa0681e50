"""The statistics of the validity checks: paired arms, signs, trends, equivalence, intervals.

Two arms play the same seeds and differ in one factor, so pairs are compared, not averages. All
resampling is drawn by name and never from a generator: a check says the same every time.
"""

from math import comb, erfc, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix, uniform

Array = npt.NDArray[Any]

FAMILY = 0.05 / 12  # twelve checks together may be wrong once in twenty times
RESAMPLES = 2000
EPSILON = 1e-9  # smaller differences are ties


def needed(pairs: int) -> int:
    """Return how many of `pairs` must go the predicted way: 64 of 100, 120 of 200, 227 of 400.

    One-sided sign test at the level of the family; ties count against.
    """
    limit = FAMILY * 2**pairs
    tail, wins = 0, pairs + 1
    while tail + comb(pairs, wins - 1) <= limit:
        wins -= 1
        tail += comb(pairs, wins)
    return wins


def wins(higher: Array, lower: Array) -> int:
    """Return in how many pairs (n,) the first is higher; ties do not count."""
    return int((np.asarray(higher) - np.asarray(lower) > EPSILON).sum())


def standardized(difference: Array) -> float:
    """Return dz, the mean difference in standard deviations of the differences (n,)."""
    spread = float(np.std(difference, ddof=1)) if len(difference) > 1 else 0.0
    mean = float(np.mean(difference))
    return mean / spread if spread > EPSILON else np.sign(mean) * (np.inf if mean else 0.0)


def resampled(values: Array, level: float = 0.95) -> tuple[float, float]:
    """Return the bootstrap interval of the mean of values (n,), by percentiles."""
    means = _resamples(values)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _resamples(values: Array) -> Array:
    """Return (RESAMPLES,) means of values drawn again with replacement."""
    number = len(values)
    draw = np.arange(RESAMPLES, dtype=np.uint64)[:, None]
    place = np.arange(number, dtype=np.uint64)[None, :]
    chosen = np.floor(uniform(mix(key("bootstrap"), draw, place)) * number).astype(np.int64)
    means: Array = np.asarray(values, dtype=np.float64)[chosen].mean(axis=1)
    return means


def equivalent(difference: Array, margin: float) -> tuple[bool, float, float]:
    """Return whether the 90 % interval of the mean lies within +-margin (TOST), and that."""
    low, high = resampled(difference, 0.90)
    return -margin < low and high < margin, low, high


def trend(columns: list[Array]) -> tuple[float, float]:
    """Return Page's L as a z, and its one-sided p: that columns (n,) rise from first to last.

    Page 1963, normal approximation; ties share their ranks.
    """
    table = np.stack([np.round(column, 9) for column in columns], axis=1)
    pairs, arms = table.shape
    ranks = np.stack([_ranks(row) for row in table])
    score = float((ranks.sum(axis=0) * np.arange(1, arms + 1)).sum())
    expected = pairs * arms * (arms + 1) ** 2 / 4
    variance = pairs * arms**2 * (arms + 1) * (arms**2 - 1) / 144
    z = (score - expected) / sqrt(variance)
    return z, 0.5 * erfc(z / sqrt(2))


def _ranks(row: Array) -> Array:
    """Return the ranks of a short row, ties sharing theirs."""
    below = (row[:, None] > row[None, :]).sum(axis=1)
    same = (row[:, None] == row[None, :]).sum(axis=1)
    return np.asarray(below + (same + 1) / 2)


def rank_correlation(first: Array, second: Array) -> float:
    """Return Spearman's rho of two short rows."""
    a, b = _ranks(np.asarray(first)), _ranks(np.asarray(second))
    a, b = a - a.mean(), b - b.mean()
    total = sqrt(float((a**2).sum() * (b**2).sum()))
    return float((a * b).sum()) / total if total else 0.0


def larger(first: Array, second: Array) -> float:
    """Return the one-sided p of Mann and Whitney that the first sample is the larger."""
    from scipy.stats import mannwhitneyu

    return float(mannwhitneyu(first, second, alternative="greater").pvalue)


def fits(counts: Array, expected: Array) -> float:
    """Return the p of Pearson's chi-square that counts (n,) come from what is expected."""
    from scipy.stats import chisquare

    return float(chisquare(counts, expected).pvalue)


def more_often(first: Array, second: Array) -> float:
    """Return the one-sided p of Fisher's exact test that the first (n,) bool is true more often."""
    from scipy.stats import fisher_exact

    table = np.array([[one.sum(), len(one) - one.sum()] for one in (first, second)], dtype=int)
    return float(fisher_exact(table, alternative="greater").pvalue)


def slope(x: Array, y: Array) -> Array:
    """Return the least-squares slope of y on x along the first axis, 0 where x does not vary."""
    a, b = x - x.mean(axis=0), y - y.mean(axis=0)
    spread = (a * a).sum(axis=0)
    return np.asarray(
        np.where(spread > EPSILON, (a * b).sum(axis=0), 0.0)
        / np.where(spread > EPSILON, spread, 1.0)
    )
