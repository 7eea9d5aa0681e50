"""Frames: the elements that formulas are asked about, and where each leaf lies for them.

Single values are fetched with `take`: here it costs a quarter of what indexing does.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.formula import Column, Data, Leaf, Store, Tables

Array = npt.NDArray[Any]

GAME = -1  # beside the columns: which game an element belongs to


@dataclass(slots=True)
class Frame:
    """The elements formulas are asked about. E elements, R rows they come from.

    operands: me, target, about and via of the rows, each (R,); row: (E,) the row of each element,
    None for all in order; pick: (E,) which of the stacked formulas, None if there is but one;
    member: (E,) the member of a set that is meant; outer: (E,) that of the set around it. games:
    (R,) the game of each row, or None to ask all elements in every game: answers are then (E, G).
    column: (N + 1,) where `cells` is narrower than the world, a seat's view. memo: addresses worked
    out before, for frames that are asked again and again.
    """

    cells: Array
    tables: Tables
    operands: tuple[Array, ...]
    row: Array | None = None
    pick: Array | None = None
    member: Array | None = None
    games: Array | None = None
    column: Array | None = None
    memo: dict[int, Any] | None = None
    outer: Array | None = None
    _taken: dict[int, Array] = field(default_factory=dict)

    @property
    def wide(self) -> bool:
        """Whether every element is asked in every game."""
        return self.games is None

    def game(self) -> Array:
        """Return (E,) the game of each element."""
        if self.games is None:
            message = "a wide frame has no game of its own"
            raise ValueError(message)
        if GAME not in self._taken:
            self._taken[GAME] = self.games if self.row is None else self.games.take(self.row)
        return self._taken[GAME]

    def operand(self, column: Column) -> Array:
        """Return (E,) one operand of each element."""
        if column in (Column.MEMBER, Column.OUTER):
            member = self.member if column is Column.MEMBER else self.outer
            if member is None:
                message = "no set is open here"
                raise ValueError(message)
            return member
        if column not in self._taken:
            values = self.operands[column]
            self._taken[column] = values if self.row is None else values.take(self.row)
        return self._taken[column]

    def picked(self, values: Array) -> Array:
        """Return what stacked formulas have at one place, element by element (or one for all)."""
        return values if self.pick is None else values.take(self.pick)

    def address(self, leaf: Leaf, data: Data) -> Array:
        """Return the address of a leaf, (E,) or one for all; nobody leads to the sink."""
        if self.memo is not None and leaf.slot in self.memo:
            return np.asarray(self.memo[leaf.slot])
        found = self.picked(data.base[leaf.slot])
        for place, column in enumerate(leaf.columns):
            table = self.picked(data.tables[leaf.slot][place])
            found = found + self.tables.lookup.take(table + self.operand(column))
        if leaf.partial:
            found = np.where(found < 0, self._sink(leaf.store), found)
        if leaf.symmetric:
            found = self.tables.alias.take(found)
        if self.memo is not None:
            self.memo[leaf.slot] = found
        return np.asarray(found)

    def _sink(self, store: Store) -> int:
        sinks = {
            Store.CELL: len(self.tables.alias) - 1,
            Store.FACT: len(self.tables.facts) - 1,
            Store.SET: len(self.tables.set_first) - 1,
        }
        return sinks.get(store, -1)

    def members(self, leaf: Leaf, data: Data, size: int) -> tuple["Frame", Array, Array]:
        """Return the frame of all members of each element's set, the owners and the counts.

        `size` is E, the number of elements.
        """
        sets = np.broadcast_to(self.address(leaf, data), (size,))
        counts = self.tables.set_count.take(sets)
        owners = np.repeat(np.arange(size), counts)
        member = self.tables.set_member.take(spans(self.tables.set_first.take(sets), counts))
        inside = Frame(
            self.cells,
            self.tables,
            self.operands,
            owners if self.row is None else self.row.take(owners),
            None if self.pick is None else self.pick.take(owners),
            member,
            self.games,
            self.column,
            self.memo,
            None if self.member is None else self.member.take(owners),
        )
        return inside, owners, counts

    def size(self) -> int:
        """Return E, the number of elements."""
        return len(self.operands[0]) if self.row is None else len(self.row)


def spans(first: Array, counts: Array) -> Array:
    """Return first[0], first[0] + 1, ... for counts[0] numbers, then the next stretch."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    stretch: Array = np.arange(total) + np.repeat(first - ends + counts, counts)
    return stretch
