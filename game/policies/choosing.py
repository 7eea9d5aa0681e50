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
    """What is open, by deed. D deeds that have worth, L ways of theirs, W whole-number weights."""

    def __init__(self, menu: Menu, worth: Array, *, evenly: bool) -> None:
        plan = menu.plan
        self.menu = menu
        self.sums = np.concatenate([[0], np.cumsum(worth)])
        way_worth = np.diff(self.sums[np.append(plan.way_first, len(worth))])
        self.way = np.flatnonzero(way_worth)
        self.worth = way_worth[self.way]
        _, self.first, self.count = np.unique(
            plan.way_deed[self.way], return_index=True, return_counts=True
        )
        prices = menu.price[plan.way_first[self.way[self.first]]]
        self.prices, self.price = np.unique(prices, axis=0, return_inverse=True)
        self.weight = self._weights(evenly=evenly) if len(self.way) else np.zeros((0, 0))

    def _weights(self, *, evenly: bool) -> Array:
        """Return (D, G) what each deed weighs: all that is open of it, or 1 where anything is."""
        ways = self.menu.ways[self.way]
        if evenly:
            return self.menu.unpacked(np.bitwise_or.reduceat(ways, self.first, axis=0))
        small = np.int16 if self.sums[-1] < SMALL else np.int64
        weighed = self.menu.unpacked(ways) * self.worth.astype(small)[:, None]
        return np.asarray(np.add.reduceat(weighed, self.first, axis=0))

    def draw(self, games: Array, left: Array, numbers: Array) -> Array:
        """Return (n,) one candidate for each of some games, -1 where nothing is open and paid."""
        found = np.full(len(games), NONE, dtype=np.int64)
        if not len(self.way):
            return found
        paid: Array = np.all(left[None, :, :] >= self.prices[:, None, :], axis=2)
        ends = self.weight[:, games] * paid[self.price.reshape(-1)]
        ends = np.cumsum(ends, axis=0, dtype=np.int16 if ends.dtype == bool else np.int64)
        mark = np.floor(numbers[:, 0] * ends[-1]).astype(ends.dtype)
        some = ends[-1] > 0
        deed = np.minimum((ends <= mark).sum(axis=0), len(self.first) - 1)
        found[some] = self._inside(games[some], deed[some], numbers[some, 1])
        return found

    def _inside(self, games: Array, deed: Array, number: Array) -> Array:
        """Return (n,) one open candidate of each game's deed, by worth."""
        counts = self.count[deed]
        ends = np.cumsum(counts)
        way = np.arange(int(ends[-1]) if len(ends) else 0)
        way += np.repeat(self.first[deed] - ends + counts, counts)
        is_open = self.menu.is_open(self.way[way], np.repeat(games, counts))
        worth = np.cumsum(is_open * self.worth[way])
        base = np.append(0, worth)[ends - counts]
        mark = base + np.floor(number * (worth[ends - 1] - base)).astype(np.int64)
        place = np.searchsorted(worth, mark, side="right")
        before = np.where(place > 0, worth[place - 1], 0)
        target = self.sums[self.menu.plan.way_first[self.way[way[place]]]] + mark - before
        return np.asarray(np.searchsorted(self.sums, target, side="right") - 1)
