"""Choosing orders at random by weight, for a whole block of games at once.

First a deed is drawn, then one of its candidates. Weights are whole numbers, so sums are exact and
a game chooses the same alone and in any block.
"""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Menu, Observation, Plan

Array = npt.NDArray[Any]

FINE = 10_000  # a weight of 1, as a whole number
SMALL = 2**15  # sums below this are kept in two bytes
SHARES = 2520  # a weight is shared among one to ten without a rest


@dataclass(frozen=True, eq=False)
class Taste:
    """What a stand-in likes. C candidates, D deeds, P moods; all whole numbers.

    worth: (P, C) weighs the candidates in each mood, 0 for never; deeds: (P, D) weighs the deeds
    that have one open, None if a deed weighs what is open of it; moves: (D,) which of them share
    their weight, equal ones side by side, None if none do. charts: what follows from it for a plan.
    """

    worth: Array
    deeds: Array | None = None
    moves: Array | None = None
    charts: "WeakKeyDictionary[Plan, _Chart]" = field(default_factory=WeakKeyDictionary)


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


@dataclass(frozen=True, eq=False)
class _Chart:
    """A taste laid out over a plan, the same in every turn. D deeds with worth, L ways of theirs.

    sums: (P x C + 1,) worth of the candidates so far, mood after mood; way: (L,) the ways that have
    any; worth: (P x L,) theirs; first, count: (D,) the stretch of each deed's ways; prices: the
    different ones; price: (D,) which of them; likes: (D, P), moves: (D,) as in `Taste`.
    """

    sums: Array
    way: Array
    worth: Array
    first: Array
    count: Array
    prices: Array
    price: Array
    likes: Array | None
    moves: Array | None


def _chart(plan: Plan, taste: Taste) -> _Chart:
    """Return a taste laid out over a plan."""
    if plan in taste.charts:
        return taste.charts[plan]
    moods, candidates = taste.worth.shape
    sums = np.concatenate([[0], np.cumsum(taste.worth)])
    ends = np.append(plan.way_first, candidates) + np.arange(moods)[:, None] * candidates
    worth = np.diff(sums[ends], axis=1)
    way = np.flatnonzero(worth.any(axis=0))
    deeds, first, count = np.unique(plan.way_deed[way], return_index=True, return_counts=True)
    asked = plan.price[plan.way_first[way[first]]]
    prices, price = np.unique(asked, axis=0, return_inverse=True)
    taste.charts[plan] = _Chart(
        sums=sums,
        way=way,
        worth=worth[:, way].reshape(-1),
        first=first,
        count=count,
        prices=prices,
        price=price.reshape(-1),
        likes=None if taste.deeds is None else taste.deeds[:, deeds].T,
        moves=None if taste.moves is None else _counted(taste.moves[deeds]),
    )
    return taste.charts[plan]


class _Drawing:
    """What is open, by deed; see `_Chart`."""

    def __init__(self, menu: Menu, taste: Taste, mood: Array | None) -> None:
        self.menu = menu
        self.chart = _chart(menu.plan, taste)
        self.mood = mood if len(taste.worth) > 1 else None
        self.candidates = taste.worth.shape[1]
        self.weight = self._weights() if len(self.chart.way) else np.zeros((0, 0))

    def _weights(self) -> Array:
        """Return (D, G) what is open of each deed: whether anything, or how much."""
        ways = self.menu.ways[self.chart.way]
        if self.chart.likes is not None:
            return self.menu.unpacked(np.bitwise_or.reduceat(ways, self.chart.first, axis=0))
        small = np.int16 if self.chart.sums[-1] < SMALL else np.int64
        weighed = self.menu.unpacked(ways) * self.chart.worth.astype(small)[:, None]
        return np.asarray(np.add.reduceat(weighed, self.chart.first, axis=0))

    def _ends(self, games: Array, left: Array) -> Array:
        """Return (D, n) the running sum of what the deeds weigh that are open and paid."""
        paid = np.ones((len(self.chart.prices), len(left)), dtype=bool)
        for stock, price in zip(np.ascontiguousarray(left.T), self.chart.prices.T, strict=True):
            paid &= stock >= price[:, None]
        weight = self.weight[:, games] * paid[self.chart.price]
        if self.chart.likes is None:
            return np.cumsum(weight, axis=0, dtype=np.int64)
        likes = self.chart.likes if self.mood is None else self.chart.likes[:, self.mood[games]]
        if self.chart.moves is not None:
            first = np.flatnonzero(np.diff(self.chart.moves, prepend=-1))
            sharing = np.add.reduceat(weight, first, axis=0, dtype=np.int64)
            likes = likes * (SHARES // sharing.clip(1))[self.chart.moves]
        elif (likes == 1).all():
            return np.cumsum(weight, axis=0, dtype=np.int16)
        return np.cumsum(weight * likes, axis=0)

    def draw(self, games: Array, left: Array, numbers: Array) -> Array:
        """Return (n,) one candidate for each of some games, -1 where nothing is open and paid."""
        found = np.full(len(games), NONE, dtype=np.int64)
        if not len(self.chart.way):
            return found
        ends = self._ends(games, left)
        mark = np.floor(numbers[:, 0] * ends[-1]).astype(ends.dtype)
        some = ends[-1] > 0
        deed = np.minimum((ends <= mark).sum(axis=0), len(self.chart.first) - 1)
        found[some] = self._inside(games[some], deed[some], numbers[some, 1])
        return found

    def _inside(self, games: Array, deed: Array, number: Array) -> Array:
        """Return (n,) one open candidate of each game's deed, by worth."""
        counts = self.chart.count[deed]
        ends = np.cumsum(counts)
        way = np.arange(int(ends[-1]) if len(ends) else 0)
        way += np.repeat(self.chart.first[deed] - ends + counts, counts)
        is_open = self.menu.is_open(self.chart.way[way], np.repeat(games, counts))
        mood = np.zeros(len(games), dtype=np.int64) if self.mood is None else self.mood[games]
        in_mood = way if self.mood is None else way + np.repeat(mood * len(self.chart.way), counts)
        worth = np.cumsum(is_open * self.chart.worth[in_mood])
        base = np.append(0, worth)[ends - counts]
        mark = base + np.floor(number * (worth[ends - 1] - base)).astype(np.int64)
        place = np.searchsorted(worth, mark, side="right")
        before = np.where(place > 0, worth[place - 1], 0)
        page = mood * self.candidates
        first = self.chart.sums[page + self.menu.plan.way_first[self.chart.way[way[place]]]]
        found: Array = np.searchsorted(self.chart.sums, first + mark - before, side="right")
        return np.asarray(found - 1 - page)


def _counted(names: Array) -> Array:
    """Return 0 for the first stretch of equal names, 1 for the next, and so on."""
    return np.asarray(np.cumsum(np.diff(names, prepend=names[:1]) != 0))
