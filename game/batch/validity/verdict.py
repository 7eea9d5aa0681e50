"""Verdicts: what a check found, clause by clause, in numbers and in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.validity import protocol

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a check demands, whether it holds, and by what numbers."""

    says: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: it holds where every clause does."""

    number: int
    statement: str
    arms: Sequence[str]
    clauses: Sequence[Clause]
    basis: str

    @property
    def holds(self) -> bool:
        """Whether every clause holds."""
        return all(clause.holds for clause in self.clauses)


@dataclass(slots=True)
class Findings:
    """Collects the clauses of one check."""

    clauses: list[Clause] = field(default_factory=list)

    def note(self, says: str, holds: bool, found: str) -> None:
        """Enter a clause that was judged elsewhere."""
        self.clauses.append(Clause(says, bool(holds), found))

    def more(self, says: str, higher: Array, lower: Array | float) -> None:
        """Demand that the first be higher in enough pairs (sign test, ties against)."""
        higher = np.asarray(higher, dtype=np.float64)
        lower = np.broadcast_to(np.asarray(lower, dtype=np.float64), higher.shape)
        won, wanted = protocol.wins(higher, lower), protocol.needed(len(higher))
        self.note(
            says,
            won >= wanted,
            f"{won} of {len(higher)} pairs, {wanted} wanted; {difference(higher - lower)}",
        )

    def equal(self, says: str, first: Array, second: Array | float, margin: float) -> None:
        """Demand that the mean difference be within a margin (TOST)."""
        same, low, high = protocol.equivalent(np.asarray(first) - second, margin)
        self.note(
            says, same, f"90 % interval {number(low)} to {number(high)} within +-{number(margin)}"
        )

    def rising(self, says: str, columns: list[Array]) -> None:
        """Demand that columns (n,) rise from first to last (Page's trend, p < .004)."""
        z, p = protocol.trend(columns)
        means = [float(np.mean(column)) for column in columns]
        ordered = all(a < b for a, b in pairwise(means))
        shown = " < ".join(number(mean) for mean in means)
        self.note(
            says, p < protocol.FAMILY and ordered, f"means {shown}; Page z = {z:.1f}, p = {p:.2g}"
        )

    def between(self, says: str, value: float, low: float, high: float) -> None:
        """Demand that a number lie inside an interval, ends included."""
        self.note(
            says, low <= value <= high, f"{number(value)}, wanted {number(low)} to {number(high)}"
        )


Check = Callable[[Any], Verdict]


def difference(values: Array) -> str:
    """Say a mean paired difference with its interval and dz."""
    low, high = protocol.resampled(values)
    return (
        f"mean difference {number(float(np.mean(values)))} "
        f"[{number(low)}, {number(high)}], dz {protocol.standardized(values):.2f}"
    )


def number(value: float) -> str:
    """Say a number with as many digits as it deserves."""
    size = abs(value)
    return f"{value:.3f}" if size < 1 else f"{value:.2f}" if size < 100 else f"{value:.0f}"


def lines_of(verdict: Verdict) -> list[str]:
    """Return a verdict as lines of text."""
    word = "holds" if verdict.holds else "DOES NOT HOLD"
    lines = [f"{verdict.number}. {verdict.statement}", *(f"   {arm}" for arm in verdict.arms)]
    lines += [
        f"   [{'ok' if clause.holds else 'no'}] {clause.says}: {clause.found}"
        for clause in verdict.clauses
    ]
    return [*lines, f"   Basis: {verdict.basis}", f"   Verdict: {word}."]
