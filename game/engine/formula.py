"""Formulas: expressions compiled to addresses, and their evaluation for many games at once.

A formula is a *shape* (operators and kinds of leaves) and *data* (where each leaf lies). Formulas
of one shape are stacked and evaluated together: that is what makes forty moves cost as much as
ten. The same formula answers for order rows, where each element has a game of its own, and for
menus and endings, where each element is asked in every game of the block.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

NOBODY = -(2**40)  # added to an address by what names nobody
LOOP_LIMIT = 64  # larger sets are summed in one pass


class Column(IntEnum):
    """Which operand of an element an address is looked up by."""

    ME = 0
    TARGET = 1
    ABOUT = 2
    VIA = 3
    MEMBER = 4


class Store(IntEnum):
    """What an address points into."""

    CELL = 0  # the games' own numbers
    FACT = 1  # numbers of the scenario
    INDEX = 2  # the address itself: which thing this is
    SET = 3  # a set of members


@dataclass(frozen=True, slots=True)
class Leaf:
    """A place read: address = base + one table entry for each column."""

    store: Store
    columns: tuple[Column, ...]
    slot: int
    symmetric: bool = False
    partial: bool = False  # some entries name nobody


@dataclass(frozen=True, slots=True)
class Constant:
    """A number of the formula's own."""

    slot: int


@dataclass(frozen=True, slots=True)
class Apply:
    """An operator over shapes."""

    op: str
    args: "tuple[Shape, ...]"


@dataclass(frozen=True, slots=True)
class Over:
    """An aggregate of `body` over the members of a set; `weight` weighs a mean."""

    op: str
    group: Leaf
    body: "Shape"
    weight: "Shape | None"


Shape = Leaf | Constant | Apply | Over


@dataclass(frozen=True, slots=True)
class Data:
    """Where the leaves of n stacked formulas lie. L leaves, K constants.

    base: (n, L) int; tables: (n, L, 2) int, offsets into the tables; numbers: (n, K) float.
    """

    base: Array
    tables: Array
    numbers: Array


@dataclass(frozen=True, slots=True)
class Formula:
    """One shape and the data of the n formulas that share it."""

    shape: Shape
    data: Data


@dataclass(frozen=True, slots=True)
class Tables:
    """What addresses are made of.

    lookup: (T,) int, every table end to end; facts: (F + 1,) float, the last 0; alias: (N + 1,);
    set_first, set_count: (S + 1,) stretches of set_member, the last set empty.
    """

    lookup: Array
    facts: Array
    alias: Array
    set_first: Array
    set_count: Array
    set_member: Array


@dataclass(frozen=True, slots=True)
class Frame:
    """The elements formulas are asked about. E elements.

    pick: (E,) which of the stacked formulas; operands: five arrays (E,), by Column; game: (E,)
    the game of each element, or None to ask all of them in every game: answers are then (E, G).
    """

    cells: Array
    tables: Tables
    pick: Array
    operands: tuple[Array, ...]
    game: Array | None
    column: Array | None = None  # (N + 1,) where `cells` is narrower than the world: a seat's view

    def part(self, rows: Array) -> "Frame":
        """Return the frame of some elements."""
        return replace(
            self,
            pick=self.pick[rows],
            operands=tuple(column[rows] for column in self.operands),
            game=None if self.game is None else self.game[rows],
        )

    def members(self, sets: Array) -> tuple["Frame", Array, Array]:
        """Return the frame of all members of each element's set, the owners and the counts."""
        counts = self.tables.set_count[sets]
        owners = np.repeat(np.arange(len(sets)), counts)
        member = self.tables.set_member[spans(self.tables.set_first[sets], counts)]
        inside = self.part(owners)
        return replace(inside, operands=(*inside.operands[:4], member)), owners, counts


def spans(first: Array, counts: Array) -> Array:
    """Return first[0], first[0] + 1, ... for counts[0] numbers, then the next stretch."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    stretch: Array = np.arange(total) + np.repeat(first - ends + counts, counts)
    return stretch


def address(frame: Frame, leaf: Leaf, data: Data) -> Array:
    """Return the address (E,) of a leaf; what names nobody leads to the sink or the empty set."""
    found = data.base[frame.pick, leaf.slot]
    for place, column in enumerate(leaf.columns):
        table = data.tables[frame.pick, leaf.slot, place]
        found = found + frame.tables.lookup[table + frame.operands[column]]
    if leaf.partial:
        sinks = {Store.CELL: len(frame.tables.alias) - 1, Store.FACT: len(frame.tables.facts) - 1}
        sink = sinks.get(leaf.store, len(frame.tables.set_first) - 1)
        found = np.where(found < 0, -1 if leaf.store is Store.INDEX else sink, found)
    if leaf.symmetric:
        found = frame.tables.alias[found]
    return np.asarray(found)


def evaluate(frame: Frame, formula: Formula) -> Array:
    """Return the value of each element's formula: (E,) if it has a game, else (E, G) or (E, 1)."""
    return _value(frame, formula.shape, formula.data)


def _value(frame: Frame, shape: Shape, data: Data) -> Array:
    match shape:
        case Constant(slot):
            return _stand(frame, data.numbers[frame.pick, slot])
        case Leaf():
            return _leaf(frame, shape, data)
        case Apply(op, args):
            return OPERATORS[op](*(_value(frame, arg, data) for arg in args))
        case Over():
            return _over(frame, shape, data)


def _leaf(frame: Frame, leaf: Leaf, data: Data) -> Array:
    found = address(frame, leaf, data)
    if leaf.store is Store.FACT:
        return _stand(frame, frame.tables.facts[found])
    if leaf.store is Store.INDEX:
        return _stand(frame, found)
    if frame.column is not None:
        found = frame.column[found]
    if frame.game is None:
        return np.asarray(frame.cells.T[found])
    return np.asarray(frame.cells.T[found, frame.game])


def _stand(frame: Frame, values: Array) -> Array:
    """Return one value an element, as a column where every game is asked."""
    return values[:, None] if frame.game is None else values


def _over(frame: Frame, shape: Over, data: Data) -> Array:
    """Aggregate over sets; an empty set gives 0."""
    inside, _, counts = frame.members(address(frame, shape.group, data))
    values = np.asarray(_value(inside, shape.body, data), dtype=np.float64)
    if shape.weight is None:
        return _fold(shape.op, values, counts)
    weights = np.asarray(_value(inside, shape.weight, data), dtype=np.float64)
    total = _fold("sum", np.broadcast_to(weights, values.shape), counts)
    return divide(_fold("sum", values * weights, counts), total)


def _fold(op: str, values: Array, counts: Array) -> Array:
    """Fold the elements by stretches of `counts`, member after member in fixed order."""
    first = np.cumsum(counts) - counts
    result = np.zeros((len(counts), *values.shape[1:]))
    combine = {"sum": np.add, "mean": np.add, "min": np.minimum, "max": np.maximum}[op]
    if len(counts) and int(counts.max()) > LOOP_LIMIT:
        some = np.flatnonzero(counts)
        result[some] = combine.reduceat(values, first[some], axis=0)
    else:
        for step in range(int(counts.max()) if len(counts) else 0):
            on = np.flatnonzero(counts > step)
            value = values[first[on] + step]
            result[on] = value if step == 0 else combine(result[on], value)
    if op != "mean":
        return result
    return divide(result, counts.astype(np.float64).reshape(-1, *(1,) * (values.ndim - 1)))


def divide(left: Array, right: Array) -> Array:
    """Return left / right, 0 where right is 0: a rule must never make a NaN."""
    left, right = np.asarray(left, np.float64), np.asarray(right, np.float64)
    safe = np.where(right == 0, 1.0, right)
    return np.where(right == 0, 0.0, left / safe)


def _log(value: Array) -> Array:
    return np.asarray(np.log1p(np.ascontiguousarray(np.maximum(value, 0.0))))


def _probability(value: Array) -> Array:
    """Return the probability of log-odds."""
    bounded = np.clip(np.asarray(value, np.float64), -40.0, 40.0)
    return np.asarray(1.0 / (1.0 + np.exp(np.ascontiguousarray(-bounded))))


def _arithmetic(combine: Callable[..., Array]) -> Callable[[Array, Array], Array]:
    return lambda left, right: np.asarray(combine(left, right, dtype=np.float64))


def _many(combine: Callable[..., Array]) -> Callable[..., Array]:
    def folded(first: Array, *rest: Array) -> Array:
        for value in rest:
            first = combine(first, value)
        return np.asarray(first)

    return folded


OPERATORS: dict[str, Callable[..., Array]] = {
    "+": _arithmetic(np.add),
    "-": _arithmetic(np.subtract),
    "*": _arithmetic(np.multiply),
    "/": divide,
    "neg": lambda value: np.negative(np.asarray(value, np.float64)),
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
    "same": lambda left, right: np.asarray((left == right) & (left >= 0)),
    "not": lambda value: np.asarray(value) == 0,
    "and": lambda left, right: (np.asarray(left) != 0) & (np.asarray(right) != 0),
    "or": lambda left, right: (np.asarray(left) != 0) | (np.asarray(right) != 0),
    "min": _many(np.minimum),
    "max": _many(np.maximum),
    "abs": np.abs,
    "log1p": _log,
    "prob": _probability,
}
