"""What a sheet may hold: each order is judged once, on what its seat could see, or is void.

A void order changes nothing and costs nothing. Every reason found here is one the seat could have
known, because the menu asks the same conditions of the same numbers.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.events import Void
from game.engine.judging import judge
from game.engine.orders import Orders
from game.engine.rows import number, order_of, sort_rows
from game.engine.rulebook import STOCKS, Rulebook
from game.engine.world import World, nothing_pending

Array = npt.NDArray[Any]


def refusals(world: World, orders: Orders, rulebook: Rulebook) -> Array:
    """Return why each order is void: (R,) int, Void.NONE for those that stand."""
    reason = np.full(len(orders), int(Void.NONE))
    if not len(orders):
        return reason
    _mark(reason, ~_possible(orders, rulebook), Void.NOT_YOURS)
    _mark(reason, _repeated(orders, reason), Void.TWICE)
    _mark(reason, _surplus(orders, reason, rulebook.orders_per_turn), Void.TOO_MANY)
    _judge_needs(world, orders, rulebook, reason)
    _mark(reason, _unpaid(world, orders, rulebook, reason), Void.UNPAID)
    return reason


def _mark(reason: Array, rows: Array, why: Void) -> None:
    reason[rows & (reason == Void.NONE)] = why


def _possible(orders: Orders, rulebook: Rulebook) -> Array:
    """Whether the seat's kind of actor may do the deed, with operands that exist."""
    deeds, seats = len(rulebook.deeds), len(rulebook.seat_actor)
    fine = (orders.deed >= 0) & (orders.deed < deeds) & (orders.seat >= 0) & (orders.seat < seats)
    deed = np.where(fine, orders.deed, 0)
    fine &= rulebook.table.by[deed, rulebook.seat_actor[np.where(fine, orders.seat, 0)]]
    for place, operand in enumerate((orders.target, orders.about, orders.via)):
        limit = rulebook.operands[deed, place]
        fine &= np.where(limit >= 0, (operand >= 0) & (operand < limit), operand == -1)
    return np.asarray(fine)


def _repeated(orders: Orders, reason: Array) -> Array:
    """Whether the same order stands earlier on the same sheet."""
    standing = np.flatnonzero(reason == Void.NONE)
    kept = orders.take(standing)
    what = number(kept.game, kept.seat, kept.deed, kept.target, kept.about, kept.via)
    order = order_of(what, kept.slot)
    twice = np.zeros(len(orders), dtype=bool)
    twice[standing[order[1:][np.diff(what[order]) == 0]]] = True
    return twice


def _surplus(orders: Orders, reason: Array, allowed: int) -> Array:
    """Whether more orders than allowed stand before this one on its sheet."""
    rank = _ranks(orders, reason)
    return rank >= allowed


def _ranks(orders: Orders, reason: Array) -> Array:
    """Return (R,) the place of each standing order among those of its sheet, -1 for void ones."""
    standing = np.flatnonzero(reason == Void.NONE)
    kept = orders.take(standing)
    order = standing[order_of(kept.game, kept.seat, kept.slot)]
    rank = np.full(len(orders), -1)
    if len(order):
        sheet = number(orders.game[order], orders.seat[order])
        begins = np.ones(len(order), dtype=bool)
        begins[1:] = sheet[1:] != sheet[:-1]
        places = np.arange(len(order))
        rank[order] = places - np.maximum.accumulate(np.where(begins, places, 0))
    return rank


def _judge_needs(world: World, orders: Orders, rulebook: Rulebook, reason: Array) -> None:
    """Mark orders whose needs do not hold, with the rank of the first that fails."""
    standing = np.flatnonzero(reason == Void.NONE)
    kept = orders.take(standing)
    rows = sort_rows(rulebook, kept, nothing_pending())
    fine, failing = judge(world.cells, rulebook, rows, rulebook.judged)
    place = order_of(kept.deed, kept.game, kept.seat, kept.slot)
    bad = np.flatnonzero(~fine)
    reason[standing[place[bad]]] = Void.NEED + failing[bad]


def _unpaid(world: World, orders: Orders, rulebook: Rulebook, reason: Array) -> Array:
    """Whether the stocks left by the orders before it on the sheet do not pay for an order."""
    layout = rulebook.layout
    stocks = [layout.view(world.cells, name)[:, rulebook.seat_actor] for name in STOCKS]
    left = np.stack(stocks, axis=-1).copy()
    rank = _ranks(orders, reason)
    unpaid = np.zeros(len(orders), dtype=bool)
    for place in range(int(rank.max(initial=-1)) + 1):
        rows = np.flatnonzero(rank == place)
        price = rulebook.table.price[orders.deed[rows]]
        game, seat = orders.game[rows], orders.seat[rows]
        short = (left[game, seat] < price).any(axis=1)
        unpaid[rows[short]] = True
        left[game[~short], seat[~short]] -= price[~short]
    return unpaid
