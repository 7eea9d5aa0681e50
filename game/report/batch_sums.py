"""Figures of many games: shares and means with their intervals, ranks, and many tests at once.

All intervals are 95 %. Shares have Wilson's (Wilson 1927), differences of shares Newcombe's of two
Wilson intervals (1998, method 10), means and their differences the normal one.
"""

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

Z = 1.959964  # of the normal distribution: 95 % lie within
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, and the interval of the share."""

    count: int
    of: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread:
    """A number over games. low, high: the interval of its mean, None for a single game.

    fan: its 5, 25, 50, 75 and 95 % quantiles.
    """

    games: int
    mean: float
    low: float | None
    high: float | None
    sd: float | None
    least: float
    fan: tuple[float, ...]
    most: float


def share(count: int, of: int) -> Share:
    """A share with Wilson's interval; of none, the whole range."""
    if not of:
        return Share(0, 0, 0.0, 0.0, 1.0)
    part = count / of
    middle = part + Z**2 / (2 * of)
    half = Z * sqrt(part * (1 - part) / of + Z**2 / (4 * of**2))
    whole = 1 + Z**2 / of
    low, high = max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)
    return Share(count, of, part, low, high)


def spread(values: Array) -> Spread:
    """The distribution of values (R,), R >= 1."""
    mean = float(values.mean())
    sd = float(values.std(ddof=1)) if len(values) > 1 else None
    half = None if sd is None else Z * sd / sqrt(len(values))
    least, *fan, most = (float(q) for q in np.quantile(values, (0, *QUANTILES, 1)))
    return Spread(
        games=len(values),
        mean=mean,
        low=None if half is None else mean - half,
        high=None if half is None else mean + half,
        sd=sd,
        least=least,
        fan=tuple(fan),
        most=most,
    )


def ranks(values: Array) -> Array:
    """(R,) ranks from 1, of equal values their mean."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    mean: Array = (last - (count - 1) / 2)[place]
    return mean


def correlation(one: Array, other: Array) -> float | None:
    """Pearson's of two rows (R,); of ranks it is Spearman's. None where one never varies."""
    a, b = one - one.mean(), other - other.mean()
    scale = sqrt(float((a * a).sum()) * float((b * b).sum()))
    return float((a * b).sum()) / scale if scale > 0 else None


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of games with something less that of games without it, its interval, and a test.

    p: two-sided, of the difference against chance alone: the normal approximation to shuffling
    which games had it.
    """

    value: float
    low: float
    high: float
    p: float

    @property
    def least(self) -> float:
        """How far from nothing it is at least: the nearer end of its interval, or 0."""
        return max(self.low, -self.high, 0.0)


def difference(with_it: Array, without: Array, *, shares: bool) -> Difference:
    """The difference of two groups of values (n,), or of two groups of yes (1) and no (0)."""
    one, other = float(with_it.mean()), float(without.mean())
    value = one - other
    if shares:
        a = share(int(with_it.sum()), len(with_it))
        b = share(int(without.sum()), len(without))
        low = value - sqrt((one - a.low) ** 2 + (b.high - other) ** 2)
        high = value + sqrt((a.high - one) ** 2 + (other - b.low) ** 2)
    else:
        half = Z * sqrt(with_it.var(ddof=1) / len(with_it) + without.var(ddof=1) / len(without))
        low, high = value - half, value + half
    sd = float(np.concatenate([with_it, without]).std(ddof=1))
    error = sd * sqrt(1 / len(with_it) + 1 / len(without))
    p = erfc(abs(value) / error / sqrt(2)) if error > 0 else 1.0
    return Difference(value, low, high, p)


def discoveries(ps: list[float]) -> list[float]:
    """Each test's p, adjusted for all of them as Benjamini and Hochberg (1995) do."""
    order = sorted(range(len(ps)), key=lambda place: ps[place])
    found = [1.0] * len(ps)
    least = 1.0
    for rank in range(len(ps), 0, -1):
        place = order[rank - 1]
        least = min(least, ps[place] * len(ps) / rank)
        found[place] = least
    return found
