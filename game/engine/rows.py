"""Rows in work: the orders and stages of one adjudication, sorted so that a stage is a slice."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import mix
from game.engine.frame import spans
from game.engine.orders import Orders
from game.engine.world import Pending

if TYPE_CHECKING:
    from game.engine.rulebook import Rulebook

Array = npt.NDArray[Any]

NO_PAIRS = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Rows:
    """Work of one turn. R rows, sorted by stage, then game, seat and slot.

    game, seat, me, stage, deed, target, about, via: (R,); first, count: (S,) the slice of each
    stage; name: (R,) uint64 what chance knows the row by; fresh: (R,) bool, false for stages and
    standing orders that were paid for earlier; until: (R,) last turn a standing order waits.
    """

    game: Array
    seat: Array
    me: Array
    stage: Array
    deed: Array
    target: Array
    about: Array
    via: Array
    first: Array
    count: Array
    name: Array
    fresh: Array
    until: Array
    scripted: bool = False  # injects: `stage` and `deed` are then the inject

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.game)

    @property
    def operands(self) -> tuple[Array, ...]:
        """The operands of the rows in the order of Column."""
        return (self.me, self.target, self.about, self.via)


def number(*columns: Array) -> Array:
    """Return one number for each row of some columns, whole ones from -1 on, in their order."""
    found = columns[0]
    for column in columns[1:]:
        found = found * (2 + int(column.max(initial=0))) + column
    return found


def order_of(*columns: Array) -> Array:
    """Return the order of rows by some columns, the first weighing most; equal ones stay put."""
    return np.argsort(number(*columns), kind="stable")


def sort_rows(rulebook: "Rulebook", orders: Orders, pending: Pending) -> Rows:
    """Return the rows of a turn: new orders, and the running work that acts now."""
    table = rulebook.table
    stage = np.concatenate([orders.deed, pending.stage])
    game = np.concatenate([orders.game, pending.game])
    seat = np.concatenate([orders.seat, pending.seat])
    late = np.full(len(pending), orders.slot.max(initial=0) + 1)
    order = order_of(stage, game, seat, np.concatenate([orders.slot, late]))
    stage, game, seat = stage[order], game[order], seat[order]
    deed = table.stage_deed[stage]
    target, about, via = (
        np.concatenate([getattr(orders, name), getattr(pending, name)])[order]
        for name in ("target", "about", "via")
    )
    count = np.bincount(stage, minlength=len(table.stage_deed))
    me = rulebook.seat_actor[seat]
    operand_names = (
        rulebook.names[table.names[deed, place] + operand + 1]
        for place, operand in enumerate((target, about, via))
    )
    name = mix(rulebook.actor_names[me], *operand_names)
    fresh = np.concatenate([np.ones(len(orders), bool), np.zeros(len(pending), bool)])[order]
    until = np.concatenate([np.zeros(len(orders), np.int64), pending.until])[order]
    first = np.cumsum(count) - count
    return Rows(game, seat, me, stage, deed, target, about, via, first, count, name, fresh, until)


def pairs(rows: Rows, stage: Array) -> tuple[Array, Array]:
    """Return (row, owner) for everything that belongs to a stage, in the order of the owners.

    `stage` (n,) is the stage each owner belongs to; the result has one pair for each row of it.
    """
    counts = rows.count.take(stage)
    if not counts.any():
        return NO_PAIRS
    owner = np.repeat(np.arange(len(stage)), counts)
    return spans(rows.first.take(stage), counts), owner
