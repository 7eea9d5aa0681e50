"""Choosing orders at random with weights, for a whole block of games at once.

Candidates that are open together form a way; whole ways are weighed in each game, and only then
one candidate inside the way is picked. So the cost does not grow with the number of targets.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Menu, Observation

Array = npt.NDArray[Any]

Weighing = Callable[[Array], Array]
"""(G, L) bool of ways that are open and paid -> (G, L) weights >= 0."""


def choose(
    observation: Observation, draws: Draws, worth: Array, weigh: Weighing, count: Array
) -> Array:
    """Return (G, orders_per_turn) candidates, drawn one after another within the stocks.

    `worth` (C,) weighs the candidates of one way against each other; `weigh` the ways; `count`
    (G,) is how many orders each game wants. A candidate drawn twice is dropped.
    """
    menu, slots = observation.menu, observation.booklet.orders_per_turn
    left = menu.stocks.copy()
    numbers = draws.numbers("choose", 2 * slots)
    chosen = np.full((observation.games, slots), NONE, dtype=np.int64)
    for slot in range(slots):
        free = menu.ways & paid(menu, left)
        wanted = (count > slot) & ~observation.ended
        candidate = _draw(menu, worth, weigh(free) * free, numbers[:, 2 * slot : 2 * slot + 2])
        twice = (chosen == candidate[:, None]).any(axis=1)
        taken = wanted & ~twice & (candidate >= 0)
        chosen[taken, slot] = candidate[taken]
        left[taken] -= menu.price[candidate[taken]]
    return chosen


def paid(menu: Menu, left: Array) -> Array:
    """Return (G, L) bool: which ways the stocks left (G, 3) still pay for."""
    price = menu.price[menu.plan.way_first] if len(menu.price) else menu.price
    enough = left[:, :1] >= price[:, 0]
    for stock in (1, 2):
        enough &= left[:, stock : stock + 1] >= price[:, stock]
    return np.asarray(enough)


def _draw(menu: Menu, worth: Array, weights: Array, numbers: Array) -> Array:
    """Return (G,) one candidate a game by weight, -1 where nothing weighs anything."""
    if weights.shape[1] == 0:
        return np.full(len(weights), NONE, dtype=np.int64)
    ends = np.cumsum(weights, axis=1)
    total = ends[:, -1]
    way = np.minimum((ends <= (numbers[:, 0] * total)[:, None]).sum(axis=1), ends.shape[1] - 1)
    first = menu.plan.way_first
    last = np.append(first[1:], len(worth))[way]
    sums = np.concatenate([[0.0], np.cumsum(worth)])
    mark = sums[first[way]] + numbers[:, 1] * (sums[last] - sums[first[way]])
    candidate = np.clip(np.searchsorted(sums, mark, side="right") - 1, first[way], last - 1)
    return np.where(total > 0, candidate, NONE)
