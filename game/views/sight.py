"""Sight: which cells a seat sees, and how sharply, as the table of measures says.

A seat's view is a narrower vector than the world: cells it may not see have no place in it, so no
mistake further on can show them.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.rulebook import Rulebook
from game.scenario import Scenario
from game.scenario.move import Gauge

Array = npt.NDArray[Any]

LISTENING = 0.1  # insight at which an audience is being listened to (a guess)
UNSEEN = -1


@dataclass(frozen=True, eq=False)
class Sight:
    """What one seat sees. V cells seen, N cells of the world.

    cells: (V,) the cell each column shows; step: (V,) what it is rounded to, 0 if exact; ear: (V,)
    the cell of the insight that must be there, -1 if none; column: (N + 1,) the column of a cell,
    V (always unknown) where it is not seen.
    """

    cells: Array
    step: Array
    ear: Array
    column: Array

    def look(self, cells: Array) -> Array:
        """Return (G, V + 1) what the seat sees of a block; NaN is not known."""
        seen = np.empty((len(self.cells) + 1, len(cells)))
        np.take(cells.T, self.cells, axis=0, out=seen[:-1], mode="clip")
        seen[-1] = np.nan
        blurred = np.flatnonzero(self.step > 0)
        step = self.step[blurred, None]
        seen[blurred] = np.rint(seen[blurred] / step) * step
        heard = np.flatnonzero(self.ear != UNSEEN)
        deaf = cells.T[self.ear[heard]] < LISTENING
        seen[heard] = np.where(deaf, np.nan, seen[heard])
        return seen.T

    def of(self, cells: Array) -> "Sight":
        """Return the sight of these cells alone, as far as they are seen at all."""
        kept = np.unique(self.column[cells])
        kept = kept[kept < len(self.cells)]
        place = np.full(len(self.cells) + 1, len(kept))
        place[kept] = np.arange(len(kept))
        return Sight(self.cells[kept], self.step[kept], self.ear[kept], place[self.column])


def sight_of(scenario: Scenario, rulebook: Rulebook, seat: str, also: Array) -> Sight:
    """Return the sight of a seat; `also` are cells it knows exactly beside the table's."""
    me = rulebook.keys["actor"].index(scenario.content.seats[seat].actor)
    layout = rulebook.layout
    step = np.full(layout.size + 1, np.nan)
    ear = np.full(layout.size + 1, UNSEEN)
    for name, gauge in scenario.measures.items():
        stretch = layout.stretches[name]
        span = slice(stretch.first, stretch.first + stretch.size)
        exact = _mask(gauge, gauge.known, stretch.shape, me)
        rough = _mask(gauge, gauge.glimpsed, stretch.shape, me)
        step[span] = np.where(exact, 0.0, np.where(rough, gauge.step, np.nan)).ravel()
        if gauge.known == "listeners" and "audience" in gauge.axes:
            step[span] = 0.0
            ear[span] = _ears(rulebook, gauge, stretch.shape, me).ravel()
    step[also] = 0.0
    step[layout.stretches["turn"].first] = 0.0
    seen = np.flatnonzero(~np.isnan(step[:-1]) & (layout.alias[:-1] == np.arange(layout.size)))
    column = np.full(layout.size + 1, len(seen))
    column[seen] = np.arange(len(seen))
    return Sight(seen, step[seen], ear[seen], column[layout.alias])


def _mask(gauge: Gauge, known: str, shape: tuple[int, ...], me: int) -> Array:
    """Return over the axes of a measure: whether the seat is among those who know it."""
    if known == "all":
        return np.ones(shape, dtype=bool)
    mine = np.zeros(shape, dtype=bool)
    if known == "own" and gauge.axes[:1] == ["actor"]:
        mine[me] = True
        if gauge.symmetric:
            mine[:, me] = True
    if known == "parties":
        for place, axis in enumerate(gauge.axes):
            if axis == "actor":
                mine.swapaxes(0, place)[me] = True
    return mine


def _ears(rulebook: Rulebook, gauge: Gauge, shape: tuple[int, ...], me: int) -> Array:
    """Return over the axes of a measure the cell of the seat's insight into that audience."""
    stretch = rulebook.layout.stretches["insight"]
    nodes = stretch.shape[1]
    cells = stretch.first + me * nodes + np.arange(nodes)
    place = gauge.axes.index("audience")
    wide = cells.reshape([-1 if axis == place else 1 for axis in range(len(shape))])
    return np.broadcast_to(wide, shape)
