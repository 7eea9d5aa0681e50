"""Intervals: how sure shares and means of played games are, all of them 95 %.

Shares have Wilson's (Wilson 1927), which also holds for few games and for shares near 0 or 1;
means have the normal one, which for fewer than about 30 games is too narrow.
"""

from math import inf, sqrt
from typing import Any

import numpy.typing as npt

Array = npt.NDArray[Any]

Z = 1.959964  # of the normal distribution: 95 % lie within


def wilson(hits: float, games: int) -> tuple[float, float]:
    """Return the interval of a share of `hits` in `games`; of no game, the whole range."""
    if not games:
        return 0.0, 1.0
    share = hits / games
    middle = share + Z**2 / (2 * games)
    half = Z * sqrt(share * (1 - share) / games + Z**2 / (4 * games**2))
    whole = 1 + Z**2 / games
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def half_width(values: Array) -> float:
    """Return half the interval of the mean of values (n,), infinite for fewer than two."""
    if len(values) < 2:
        return inf
    return Z * float(values.std(ddof=1)) / sqrt(len(values))
