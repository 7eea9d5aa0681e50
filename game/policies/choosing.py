"""Choosing orders at random by weight, for a whole block of games at once.

First a deed is drawn, then one of its candidates. Weights are whole numbers, so sums are exact and
a game chooses the same alone and in any block.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Menu, Observation

Array = npt.NDArray[Any]

FINE = 10_000  # a weight of 1, as a whole number
SMALL = 2**15  # sums below this are kept in two bytes
SHARES = 2520  # a weight is shared among one to ten without a rest


@dataclass(frozen=True, eq=False)
class Taste:
    """What a stand-in likes. C candidates, D deeds, P moods; all whole numbers.

    worth: (P, C) weighs the candidates in each mood, 0 for never; deeds: (P, D) weighs the deeds
    that have one open, None if a deed weighs what is open of it; moves: (D,) which of them share
    their weight, equal ones side by side, None if none do.
    """

    worth: Array
    deeds: Array | None = None
    moves: Array | None = None


def evenly(worth: Array, deeds: int) -> Taste:
    """Return the taste to which every deed is as good as the next, and so are its candidates."""
    return Taste(worth[None], np.ones((1, deeds), dtype=np.int64))


def choose(
    observation: Observation,
    draws: Draws,
    taste: Taste,
    count: Array,
    *,
    mood: Array | None = None,
    given: Array | None = None,
    again: int = 0,
) -> Array:
    """Return (G, orders_per_turn) candidates, drawn one after another within the stocks.

    `count` (G,) is how many orders each game wants; `mood` (G,) which worth holds in it, the first
    if unsaid; `given` (G,) the first order of games that have one already, else -1. What is drawn
    twice is dropped; `again` is how often a game may then draw once more.
    """
    menu, slots = observation.menu, observation.booklet.orders_per_turn
    chosen = np.full((observation.games, slots), NONE, dtype=np.int64)
    if not len(menu.deed) or not slots:
        return chosen
    left = menu.stocks.copy()
    if given is not None:
        chosen[:, 0] = given
        left[given >= 0] -= menu.price[given[given >= 0]]
    drawing = _Drawing(menu, taste, mood)
    numbers = draws.numbers("choose", 2 * (slots + again))
    for turn in range(slots + again):
        slot = np.full(len(chosen), turn) if turn < slots else (chosen < 0).argmax(axis=1)
        free = chosen[np.arange(len(chosen)), slot] < 0
        wanted = np.flatnonzero((count > slot) & ~observation.ended & free)
        candidate = drawing.draw(wanted, left[wanted], numbers[wanted, 2 * turn : 2 * turn + 2])
        fresh = (candidate >= 0) & ~(chosen[wanted] == candidate[:, None]).any(axis=1)
        games, candidate = wanted[fresh], candidate[fresh]
        chosen[games, slot[games]] = candidate
        left[games] -= menu.price[candidate]
    return chosen


class _Drawing:
    """What is open, by deed. D deeds that have worth, L ways of theirs, W whole-number weights."""

    def __init__(self, menu: Menu, taste: Taste, mood: Array | None) -> None:
        plan = menu.plan
        self.menu = menu
        self.mood = mood if len(taste.worth) > 1 else None
        self.candidates = taste.worth.shape[1]
        self.sums = np.concatenate([[0], np.cumsum(taste.worth)])  # mood after mood
        ends = np.append(plan.way_first, self.candidates)
        ends = ends + np.arange(len(taste.worth))[:, None] * self.candidates
        worth = np.diff(self.sums[ends], axis=1)
        self.way = np.flatnonzero(worth.any(axis=0))
        self.worth = worth[:, self.way].reshape(-1)
        deeds, self.first, self.count = np.unique(
            plan.way_deed[self.way], return_index=True, return_counts=True
        )
        prices = menu.price[plan.way_first[self.way[self.first]]]
        self.prices, self.price = np.unique(prices, axis=0, return_inverse=True)
        self.likes = None if taste.deeds is None else taste.deeds[:, deeds].T
        self.move = None if taste.moves is None else _counted(taste.moves[deeds])
        self.weight = self._weights() if len(self.way) else np.zeros((0, 0))

    def _weights(self) -> Array:
        """Return (D, G) what is open of each deed: whether anything, or how much."""
        ways = self.menu.ways[self.way]
        if self.likes is not None:
            return self.menu.unpacked(np.bitwise_or.reduceat(ways, self.first, axis=0))
        small = np.int16 if self.sums[-1] < SMALL else np.int64
        weighed = self.menu.unpacked(ways) * self.worth.astype(small)[:, None]
        return np.asarray(np.add.reduceat(weighed, self.first, axis=0))

    def _ends(self, games: Array, left: Array) -> Array:
        """Return (D, n) the running sum of what the deeds weigh that are open and paid."""
        paid = np.ones((len(self.prices), len(left)), dtype=bool)
        for stock, price in zip(np.ascontiguousarray(left.T), self.prices.T, strict=True):
            paid &= stock >= price[:, None]
        weight = self.weight[:, games] * paid[self.price.reshape(-1)]
        if self.likes is None:
            return np.cumsum(weight, axis=0, dtype=np.int64)
        likes = self.likes if self.mood is None else self.likes[:, self.mood[games]]
        if self.move is not None:
            first = np.flatnonzero(np.diff(self.move, prepend=-1))
            sharing = np.add.reduceat(weight, first, axis=0, dtype=np.int64)
            likes = likes * (SHARES // sharing.clip(1))[self.move]
        elif (likes == 1).all():
            return np.cumsum(weight, axis=0, dtype=np.int16)
        return np.cumsum(weight * likes, axis=0)

    def draw(self, games: Array, left: Array, numbers: Array) -> Array:
        """Return (n,) one candidate for each of some games, -1 where nothing is open and paid."""
        found = np.full(len(games), NONE, dtype=np.int64)
        if not len(self.way):
            return found
        ends = self._ends(games, left)
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
        mood = np.zeros(len(games), dtype=np.int64) if self.mood is None else self.mood[games]
        in_mood = way if self.mood is None else way + np.repeat(mood * len(self.way), counts)
        worth = np.cumsum(is_open * self.worth[in_mood])
        base = np.append(0, worth)[ends - counts]
        mark = base + np.floor(number * (worth[ends - 1] - base)).astype(np.int64)
        place = np.searchsorted(worth, mark, side="right")
        before = np.where(place > 0, worth[place - 1], 0)
        page = mood * self.candidates
        first = self.sums[page + self.menu.plan.way_first[self.way[way[place]]]]
        found: Array = np.searchsorted(self.sums, first + mark - before, side="right")
        return np.asarray(found - 1 - page)


def _counted(names: Array) -> Array:
    """Return 0 for the first stretch of equal names, 1 for the next, and so on."""
    return np.asarray(np.cumsum(np.diff(names, prepend=names[:1]) != 0))
