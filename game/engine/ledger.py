"""The ledger: the one door through which a world changes, and the book of why it did.

Every change is rounded to a whole number of its cell's grain before it is added. Sums are then
exact: no order of seats or rows can matter, and the causes of a number add up to it exactly. In a
live game the book is kept; in a batch the door is the same and nobody writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.layout import Layout, whole
from game.language import t_later

Array = npt.NDArray[Any]

LIMIT = t_later("the end of its range")
FACILITATOR = "facilitator"  # the rule behind what was set by hand; its detail says why


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a label speaks of; sort: role, key, or member of the set an effect ran over."""

    axis: str
    sort: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a factor is, in words: {0}, {1} are blanks for its things.

    `reads` are the measures and facts that its number was worked out from, with the places of
    their things, -1 where those are not named.
    """

    words: str
    things: tuple[Thing, ...] = ()
    reads: tuple[tuple[str, tuple[int, ...]], ...] = ()


Factors = Sequence[tuple[Label, Array | float]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Amounts to add to cells. E elements.

    game, cell: (E,) int64; amount: (E,) whole multiples of the cell's grain; cause: (E,) int64
    index into `causes`; most: (E,) bool, of those at one cell only the largest counts, or None.
    """

    game: Array
    cell: Array
    amount: Array
    cause: Array
    most: Array | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """What changed a cell: a rule by name, or a seat's deed; `detail` is the author's words.

    `factors` are the named numbers whose product the amount was, before rounding, if it was one.
    """

    rule: str
    seat: str = ""
    deed: str = ""
    target: str = ""
    about: str = ""
    via: str = ""
    detail: str = ""
    factors: tuple[tuple[Label, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the book: in this turn this cause moved this cell of this game by this much."""

    turn: int
    game: int
    cell: int
    amount: float
    cause: Cause


@dataclass(slots=True)
class Ledger:
    """The book of changes of a block of games, in the order in which they were made."""

    turn: int = 0
    causes: list[Cause] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def name(self, cause: Cause) -> int:
        """Return the number of a cause, to be used in `Changes.cause`."""
        self.causes.append(cause)
        return len(self.causes) - 1

    def write(self, changes: Changes) -> None:
        """Enter changes that really happened."""
        for row in np.flatnonzero(changes.amount):
            self.entries.append(
                Entry(
                    self.turn,
                    int(changes.game[row]),
                    int(changes.cell[row]),
                    float(changes.amount[row]),
                    self.causes[int(changes.cause[row])],
                )
            )

    def why(self, cell: int, turn: int | None = None, game: int = 0) -> list[Entry]:
        """Return the changes of a cell, all of them or those of one turn, in order."""
        return [
            entry
            for entry in self.entries
            if entry.cell == cell and entry.game == game and turn in (None, entry.turn)
        ]


def change(cells: Array, layout: Layout, changes: Changes, ledger: Ledger | None) -> None:
    """Add changes to the cells of a block, clip what passes its range, and enter it in the book."""
    if not len(changes.game):
        return
    if changes.most is not None and changes.most.any():
        changes = _largest(changes)
    flat = cells.T.reshape(-1, copy=False)
    spot = changes.cell * len(cells) + changes.game
    np.add.at(flat, spot, changes.amount)
    before_clip = flat[spot] if ledger is not None else None
    low, high = layout.low.take(changes.cell), layout.high.take(changes.cell)
    flat[spot] = np.clip(flat.take(spot), low, high)
    if ledger is not None and before_clip is not None:
        ledger.write(_part(changes, np.flatnonzero(changes.cell != layout.sink)))
        _write_clips(changes, before_clip, flat[spot], layout.sink, ledger)


def change_measure(
    cells: Array,
    layout: Layout,
    name: str,
    amount: Array,
    cause: str,
    ledger: Ledger | None,
    factors: Factors = (),
    only: int | None = None,
) -> None:
    """Add an amount (G, *axes) to a whole measure for the reason of one rule.

    `factors` name the numbers whose product the amount is, each broadcast to its shape. Of a
    symmetric measure only the canonical half (first index <= second) may be given amounts. `only`
    is the one thing on the last axis that is meant, if the amount has that axis no more.
    """
    stretch = layout.stretches[name]
    part = layout.view(cells, name)
    span = slice(stretch.first, stretch.first + stretch.size)
    low, high, grain = (
        vector[span].reshape(stretch.shape) for vector in (layout.low, layout.high, layout.grain)
    )
    if not np.any(amount):
        return
    if only is not None and ledger is None:
        part, low, high, grain = (one[..., only] for one in (part, low, high, grain))
    elif only is not None:
        amount = np.where(np.arange(stretch.shape[-1]) == only, amount[..., None], 0.0)
    amount = whole(amount, grain)
    if ledger is None:
        np.clip(part + amount, low, high, out=part)
        return
    game, *where = np.nonzero(amount)
    inner = np.ravel_multi_index(where, stretch.shape) if where else np.zeros(len(game), np.int64)
    causes = _rule_causes(ledger, cause, factors, amount.shape, (game, *where))
    values = amount[(game, *where)]
    change(cells, layout, Changes(game, stretch.first + inner, values, causes), ledger)


def _rule_causes(
    ledger: Ledger, rule: str, factors: Factors, shape: tuple[int, ...], where: tuple[Array, ...]
) -> Array:
    """Return (n,) the causes of a rule's changes: one for all, or one each with its factors."""
    if not factors:
        return np.full(len(where[0]), ledger.name(Cause(rule)))
    columns = [np.broadcast_to(values, shape)[where].tolist() for _, values in factors]
    labels = [label for label, _ in factors]
    causes = (
        Cause(rule, factors=tuple(zip(labels, numbers, strict=True)))
        for numbers in zip(*columns, strict=True)
    )
    return np.array([ledger.name(one) for one in causes], dtype=np.int64)


def _part(changes: Changes, rows: Array) -> Changes:
    return Changes(
        changes.game[rows], changes.cell[rows], changes.amount[rows], changes.cause[rows]
    )


def _largest(changes: Changes) -> Changes:
    """Keep, of `most` elements at one cell of one game, the largest rise and the largest fall."""
    if changes.most is None:
        return changes
    most = np.flatnonzero(changes.most)
    games = int(changes.game.max()) + 1
    spot = changes.cell[most] * games + changes.game[most]
    amount = changes.amount[most]
    rivals = spot * 2 + (amount > 0)
    order = np.argsort(rivals, kind="stable")
    rivals, size = rivals[order], np.abs(amount)[order]
    begins = np.flatnonzero(np.diff(rivals, prepend=-1))
    largest = np.maximum.reduceat(size, begins)
    rival = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(order)))
    best = np.flatnonzero(size == largest[rival])
    first = best[np.diff(rival[best], prepend=-1) > 0]  # of equal ones the first counts
    keep = ~changes.most
    keep[most[order[first]]] = True
    return _part(changes, keep)


def _write_clips(changes: Changes, before: Array, after: Array, sink: int, ledger: Ledger) -> None:
    """Enter what the ends of a range held back, once a cell."""
    spot = changes.game * (sink + 1) + changes.cell
    _, once = np.unique(spot, return_index=True)
    moved = (before[once] != after[once]) & (changes.cell[once] != sink)
    once = once[moved]
    if len(once):
        cause = np.full(len(once), ledger.name(Cause(LIMIT)))
        held = after[once] - before[once]
        ledger.write(Changes(changes.game[once], changes.cell[once], held, cause))
