"""Choosing orders at random by weight, for a whole block of games at once.

First a deed is drawn, then one of its candidates. Weights are whole numbers, so sums are exact and
a game chooses the same alone and in any block.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Menu, Observation

Array = npt.NDArray[Any]

FINE = 10_000  # a weight of 1, as a whole number
SMALL = 2**15  # sums below this are kept in two bytes


def choose(
    observation: Observation, draws: Draws, worth: Array, count: Array, *, evenly: bool
) -> Array:
    """Return (G, orders_per_turn) candidates, drawn one after another within the stocks.

    `worth` (C,) int weighs the candidates, 0 for never; with `evenly` every deed that has one open
    is as likely as the next. `count` (G,) is how many orders each game wants. What is drawn twice
    is dropped.
    """
    menu, slots = observation.menu, observation.booklet.orders_per_turn
    chosen = np.full((observation.games, slots), NONE, dtype=np.int64)
    if not len(menu.deed):
        return chosen
    drawing = _Drawing(menu, worth, evenly=evenly)
    left = menu.stocks.copy()
    numbers = draws.numbers("choose", 2 * slots)
    for slot in range(slots):
        wanted = np.flatnonzero((count > slot) & ~observation.ended)
        candidate = drawing.draw(wanted, left[wanted], numbers[wanted, 2 * slot : 2 * slot + 2])
        fresh = (candidate >= 0) & ~(chosen[wanted] == candidate[:, None]).any(axis=1)
        games, candidate = wanted[fresh], candidate[fresh]
        chosen[games, slot] = candidate
        left[games] -= menu.price[candidate]
    return chosen


class _Drawing:
    """What is open, summed by deed. D deeds of the seat, L ways, W whole-number weights."""

    def __init__(self, menu: Menu, worth: Array, *, evenly: bool) -> None:
        plan = menu.plan
        self.sums = np.concatenate([[0], np.cumsum(worth)])
        self.way_first = plan.way_first
        way_last = np.append(plan.way_first[1:], len(worth))
        self.way_worth = self.sums[way_last] - self.sums[plan.way_first]
        _, self.first = np.unique(plan.way_deed, return_index=True)
        self.count = np.diff(np.append(self.first, len(plan.way_deed)))
        self.price = menu.price[plan.way_first[self.first]]
        small = np.int16 if self.sums[-1] < SMALL else np.int64
        self.open = menu.ways * self.way_worth.astype(small)[:, None]
        self.total = np.add.reduceat(self.open, self.first, axis=0)
        self.weight = self.total > 0 if evenly else self.total

    def draw(self, games: Array, left: Array, numbers: Array) -> Array:
        """Return (n,) one candidate for each of some games, -1 where nothing is open and paid."""
        paid = np.ones((len(self.price), len(games)), dtype=bool)
        for stock in range(3):
            paid &= left[:, stock] >= self.price[:, stock, None]
        ends = np.cumsum(self.weight[:, games] * paid, axis=0, dtype=np.int64)
        mark = np.floor(numbers[:, 0] * ends[-1]).astype(np.int64)
        some = ends[-1] > 0
        deed = np.minimum((ends <= mark).sum(axis=0), len(self.price) - 1)
        found = np.full(len(games), NONE, dtype=np.int64)
        found[some] = self._inside(games[some], deed[some], numbers[some, 1])
        return found

    def _inside(self, games: Array, deed: Array, number: Array) -> Array:
        """Return (n,) one open candidate of each game's deed, by worth."""
        counts = self.count[deed]
        ends = np.cumsum(counts)
        step = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
        way = np.repeat(self.first[deed], counts) + step
        worth = np.cumsum(self.open[way, np.repeat(games, counts)], dtype=np.int64)
        total = self.total[deed, games].astype(np.int64)
        base = worth[ends - 1] - total
        mark = base + np.floor(number * total).astype(np.int64)
        place = np.searchsorted(worth, mark, side="right")
        before = np.where(place > 0, worth[place - 1], 0)
        target = self.sums[self.way_first[way[place]]] + mark - before
        return np.asarray(np.searchsorted(self.sums, target, side="right") - 1)
