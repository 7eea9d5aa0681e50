"""The operators of formulas, over whole arrays. None of them can make a NaN."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

NEAR = 1e-9  # 0.4 is stored as a whole multiple of its grain, a hair off: it still is at least 0.4


def divide(left: Array, right: Array) -> Array:
    """Return left / right, 0 where right is 0: a rule must never make a NaN."""
    left, right = np.asarray(left, np.float64), np.asarray(right, np.float64)
    safe = np.where(right == 0, 1.0, right)
    return np.where(right == 0, 0.0, left / safe)


def _log(value: Array) -> Array:
    return np.asarray(np.log1p(np.ascontiguousarray(np.maximum(value, 0.0))))


def _probability(value: Array) -> Array:
    """Return the probability of log-odds."""
    bounded = np.clip(np.asarray(value, np.float64), -40.0, 40.0)
    return np.asarray(1.0 / (1.0 + np.exp(np.ascontiguousarray(-bounded))))


def _near(left: Array, right: Array) -> Array:
    """Return whether two numbers are one, but for what rounding to the grain does to them."""
    return np.asarray(np.abs(np.subtract(left, right, dtype=np.float64)) <= NEAR)


def _arithmetic(combine: Callable[..., Array]) -> Callable[[Array, Array], Array]:
    return lambda left, right: np.asarray(combine(left, right, dtype=np.float64))


def _many(combine: Callable[..., Array]) -> Callable[..., Array]:
    def folded(first: Array, *rest: Array) -> Array:
        for value in rest:
            first = combine(first, value)
        return np.asarray(first)

    return folded


OPERATORS: dict[str, Callable[..., Array]] = {
    "+": _arithmetic(np.add),
    "-": _arithmetic(np.subtract),
    "*": _arithmetic(np.multiply),
    "/": divide,
    "neg": lambda value: np.negative(np.asarray(value, np.float64)),
    "<": lambda left, right: np.less(left, right - NEAR),
    "<=": lambda left, right: np.less_equal(left, right + NEAR),
    ">": lambda left, right: np.greater(left, right + NEAR),
    ">=": lambda left, right: np.greater_equal(left, right - NEAR),
    "==": _near,
    "!=": lambda left, right: ~_near(left, right),
    "same": lambda left, right: np.asarray((left == right) & (left >= 0)),
    "not": lambda value: np.asarray(value) == 0,
    "and": lambda left, right: (np.asarray(left) != 0) & (np.asarray(right) != 0),
    "or": lambda left, right: (np.asarray(left) != 0) | (np.asarray(right) != 0),
    "min": _many(np.minimum),
    "max": _many(np.maximum),
    "abs": np.abs,
    "log1p": _log,
    "prob": _probability,
}
