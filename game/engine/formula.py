"""Formulas: expressions compiled to addresses, and their evaluation for many games at once.

A formula is a *shape* (operators and kinds of leaves) and *data* (where each leaf lies). Formulas
of one shape are stacked and evaluated together: that is what makes forty moves cost as much as
ten. The same formula answers for order rows, where each element has a game of its own, and for
menus and endings, where each element is asked in every game of the block.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy.typing as npt

Array = npt.NDArray[Any]

NOBODY = -(2**40)  # added to an address by what names nobody


class Column(IntEnum):
    """Which operand of an element an address is looked up by."""

    ME = 0
    TARGET = 1
    ABOUT = 2
    VIA = 3
    MEMBER = 4
    OUTER = 5  # the member of the set around the innermost one


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


@dataclass(frozen=True, slots=True)
class Input:
    """A number gathered before the formula is worked out: the `slot`-th of a bundled formula."""

    kind: int
    slot: int
    over: "Over | None" = None


Shape = Leaf | Constant | Apply | Over | Input


@dataclass(frozen=True, slots=True)
class Data:
    """Where the leaves of n stacked formulas lie, leaf by leaf and constant by constant.

    base: for each leaf (n,) int; tables: for each leaf two (n,) int, offsets into the lookup;
    numbers: for each constant (n,) float.
    """

    count: int
    base: tuple[Array, ...]
    tables: tuple[tuple[Array, Array], ...]
    numbers: tuple[Array, ...]


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
