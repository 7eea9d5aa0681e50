"""Measures over the turns of many games: medians and the bands that hold half and most of them.

A turn's figures are of the games that still went on in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.report.batch_sums import QUANTILES
from game.report.batch_tables import Folder

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Fan:
    """A column over turns. bands: for each turn its 5, 25, 50, 75 and 95 % quantiles."""

    column: str
    turns: tuple[int, ...]
    games: tuple[int, ...]
    bands: tuple[tuple[float, ...], ...]

    @property
    def moves(self) -> bool:
        """Whether any turn or game differs from any other, as far as the bands tell."""
        return len({value for band in self.bands for value in band}) > 1

    @property
    def curved(self) -> bool:
        """Whether it takes more than two values: of a yes and no, bands show nothing."""
        return len({value for band in self.bands for value in band}) > 2


def fans(folder: Folder, columns: Sequence[str], only: Sequence[int] = ()) -> Iterator[Fan]:
    """The fans of some columns of the table of turns, at all turns or at `only` some."""
    (_, turn), *_ = folder.read("turns", ["turn"])
    order = np.argsort(turn, kind="stable")
    there, first, count = np.unique(turn[order], return_index=True, return_counts=True)
    wanted = [
        (int(number), int(start), int(games))
        for number, start, games in zip(there, first, count, strict=True)
        if not only or number in only
    ]
    for name, values in folder.read("turns", columns):
        by_turn = values[order]
        yield Fan(
            column=name,
            turns=tuple(number for number, _, _ in wanted),
            games=tuple(games for _, _, games in wanted),
            bands=tuple(_bands(by_turn[start : start + games]) for _, start, games in wanted),
        )


def _bands(values: Array) -> tuple[float, ...]:
    return tuple(float(value) for value in np.quantile(values, QUANTILES))
