"""Effects: what each level of each factor did, against its first level, in the same games."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.experiments.running import outcomes_of, read_points
from game.batch.intervals import half_width
from game.batch.validity.protocol import resampled

Array = npt.NDArray[Any]

MANY = 5000  # pairs above which the normal interval takes the place of the bootstrap


@dataclass(frozen=True, slots=True)
class Effect:
    """One level of a factor and one outcome.

    mean, low, high: of the outcome over all points with this level, with its 95 % interval;
    change, change_low, change_high: against the factor's first level, game by game; None there.
    """

    factor: str
    level: str
    outcome: str
    mean: float
    low: float
    high: float
    change: float | None
    change_low: float | None
    change_high: float | None


def analyze(out: Path) -> list[Effect]:
    """Return the effects of an experiment: by outcome, then factor, then level.

    A level's outcome of one replicate is its mean over all points that have the level, so other
    factors weigh the same on both sides; intervals are bootstrap intervals over replicates.

    Raises:
        BatchError: the folder holds no experiment that was played to its end.
    """
    design, points = read_points(out)
    found = []
    for outcome, values in outcomes_of(design, out, len(points)):
        fewest = min(len(row) for row in values)
        table = np.stack([row[:fewest] for row in values]).astype(np.float64)
        for factor in design.vary:
            levels = list(dict.fromkeys(point[factor] for point in points))
            rows = [
                table[[n for n, point in enumerate(points) if point[factor] == level]].mean(axis=0)
                for level in levels
            ]
            found += [
                _effect(factor, str(level), outcome, row, None if row is rows[0] else rows[0])
                for level, row in zip(levels, rows, strict=True)
            ]
    return found


def _effect(factor: str, level: str, outcome: str, row: Array, base: Array | None) -> Effect:
    low, high = interval(row)
    if base is None:
        return Effect(factor, level, outcome, float(row.mean()), low, high, None, None, None)
    change = row - base
    least, most = interval(change)
    mean = float(row.mean())
    return Effect(factor, level, outcome, mean, low, high, float(change.mean()), least, most)


def interval(values: Array) -> tuple[float, float]:
    """Return the 95 % interval of the mean of values (n,): bootstrap, normal for very many."""
    if len(values) <= MANY:
        return resampled(values)
    half = half_width(values)
    return float(values.mean()) - half, float(values.mean()) + half


def effect_lines(effects: Sequence[Effect]) -> Iterator[str]:
    """Return effects as lines of a table, one block an outcome."""
    widest = max((len(f"{one.factor} = {one.level}") for one in effects), default=0)
    outcome = ""
    for one in effects:
        if one.outcome != outcome:
            outcome = one.outcome
            yield from ([""] if one is not effects[0] else [])
            yield f"{outcome:<{widest}}      mean  interval            change  interval"
        name, change = f"{one.factor} = {one.level}", ""
        if one.change is not None:
            change = f"{one.change:+8.2f}  {one.change_low:+.2f} to {one.change_high:+.2f}"
        spread = f"{one.low:.2f} to {one.high:.2f}"
        yield f"{name:<{widest}}  {one.mean:8.2f}  {spread:<16}  {change}".rstrip()
