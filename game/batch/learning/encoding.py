"""What a seat knows, as the numbers that a learning agent reads."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine import Rulebook
from game.views import Observation, Viewpoint

Array = npt.NDArray[Any]

STOCKS = 3
HALF = 10.0  # where an open-ended number reaches half way to 1: a guess that fits stocks of 1 to 30
MOST_SEVERITY = 30.0  # squeezed like the rest; the severest deed of the rulebook weighs 60


def squeezed(values: Array) -> Array:
    """Return open-ended numbers within -1..1, evenly around 0 and never at the ends."""
    return np.asarray(values / (HALF + np.abs(values)))


class Scale:
    """Brings some cells of a world into -1..1: by their range if that is closed, else squeezed."""

    def __init__(self, rulebook: Rulebook, cells: Array) -> None:
        """Take the ranges of these cells (V,) from the table of measures."""
        self.low, self.high = rulebook.layout.low[cells], rulebook.layout.high[cells]
        self.closed = np.isfinite(self.low) & np.isfinite(self.high) & (self.high > self.low)
        self.width = np.where(self.closed, self.high - self.low, 1.0)
        self.low = np.where(self.closed, self.low, 0.0)

    def __call__(self, values: Array) -> Array:
        """Return values (G, V) within -1..1, NaN where they are NaN."""
        within = (values - self.low) / self.width
        return np.asarray(np.where(self.closed, within, squeezed(values)))


class Encoder:
    """One seat's observation as a row of numbers; `size` says how many.

    In this order: V numbers it may know (0 where it does not know them now), V times whether it
    does, the time gone and the slots of its sheet gone, three stocks left for this sheet, and for
    every actor the severity of what it was seen to do last turn.
    """

    def __init__(self, view: Viewpoint) -> None:
        """Prepare for the seat of this viewpoint."""
        self.view = view
        self.scale = Scale(view.rulebook, view.sight.cells)
        self.actors = len(view.rulebook.keys["actor"])
        self.known = len(view.sight.cells)
        self.size = 2 * self.known + 2 + STOCKS + self.actors

    def encode(self, seen: Observation, slot: int, left: Array) -> Array:
        """Return (G, size) float32 within -1..1; `left` (G, 3) is what the sheet may still cost."""
        numbers = seen.seen[:, : self.known]
        known = ~np.isnan(numbers)
        scaled = np.where(known, self.scale(np.where(known, numbers, 0.0)), 0.0)
        turns, slots = self.view.rulebook.turns, seen.booklet.orders_per_turn
        time = np.tile([seen.turn / (turns + 1), slot / slots], (seen.games, 1))
        parts = (scaled, known, time, squeezed(left), self._deeds(seen))
        return np.concatenate(parts, axis=1, dtype=np.float32)

    def _deeds(self, seen: Observation) -> Array:
        """Return (G, A) how severe the deeds were that each actor was named for, 0..1."""
        heard = seen.heard
        total = np.zeros((seen.games, self.actors))
        named = heard.actor >= 0
        np.add.at(total, (heard.game[named], heard.actor[named]), np.abs(heard.severity[named]))
        return total / (MOST_SEVERITY + total)
