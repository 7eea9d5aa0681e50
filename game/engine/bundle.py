"""Bundles: formulas of many shapes, worked out together for the rows of a turn.

A turn calls for a few of each of a hundred formulas: what would cost is not the sums but the calls.
So all that the formulas of a bundle read is gathered first, in one pass over addresses, and every
shape is then a few operations on slices. Menus, which ask every thing in every game, go another
way: see `evaluate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate, walk
from game.engine.formula import Formula, Shape, Tables
from game.engine.frame import Frame, spans
from game.engine.rows import Rows

Array = npt.NDArray[Any]

NOBODY = -1  # as an address: the last place of every store, which stays 0
UNSAID = 6  # beside the columns: no operand


class Kind(IntEnum):
    """What an input of a formula is."""

    NUMBER = 0  # of the formula's own
    FACT = 1
    CELL = 2
    INDEX = 3  # which thing something is
    OVER = 4  # an aggregate over a set of its own
    VOICE = 5  # how well the row is heard by the member, worked out before for all its effects


@dataclass(frozen=True, slots=True)
class Addresses:
    """n addresses: base + the lookup's entry for one operand + that for another; all (n,) int."""

    base: Array
    first: Array
    second: Array
    by_first: Array
    by_second: Array


@dataclass(frozen=True, eq=False)
class Bundle:
    """What n formulas read, sorted so that those of one shape stand together. S shapes.

    edges: (S + 1,) the first formula of each shape. An input of a shape is a column, with an entry
    for each of its formulas; columns stand by kind. C columns: shape: (C,) whose input it is;
    offset: (C,) its entry for a formula is at offset + formula, among the numbers or the places;
    ends: for each kind, how many columns there are up to its last; overs: the aggregates of the
    columns of that kind; columns: for each shape, its inputs as columns, or as a number where all
    its formulas have the same one there.
    """

    edges: Array
    shape: Array
    offset: Array
    ends: tuple[int, ...]
    numbers: Array
    places: Addresses
    overs: tuple[Formula, ...]
    columns: tuple[tuple[int | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How well rows are heard. weight: (V,), those of row r from first[r] on, member by member."""

    first: Array
    weight: Array


@dataclass(frozen=True, eq=False)
class Elements:
    """What formulas are asked about: rows, each with the member meant of each set around it.

    row, member, outer: (E,); 0 stands for the member where no set is open. heard: (E,) the place
    of each among the weights `voice`, where some effects have one.
    """

    cells: Array
    tables: Tables
    rows: Rows
    row: Array
    member: Array
    outer: Array
    heard: Array | None = None
    voice: Array | None = None

    @cached_property
    def game(self) -> Array:
        """The game of each element."""
        return self.rows.game.take(self.row)

    @cached_property
    def operands(self) -> Array:
        """The operands of all elements, those of each column end to end, then zeros."""
        given = [column.take(self.row) for column in self.rows.operands]
        return np.concatenate([*given, self.member, self.outer, np.zeros_like(self.row)])

    def take(self, some: Array) -> "Elements":
        """Return some of the elements, chosen by a mask or by indices."""
        parts = (part[some] for part in (self.row, self.member, self.outer))
        return Elements(self.cells, self.tables, self.rows, *parts)

    def opened(self, sets: Addresses, entry: Array) -> tuple["Elements", Array]:
        """Return the elements for all members of a set of each, and whose members they are."""
        found = self.address(sets, entry, np.arange(len(self.row)))
        counts = self.tables.set_count.take(found)
        owner = np.repeat(np.arange(len(counts)), counts)
        member = self.tables.set_member.take(spans(self.tables.set_first.take(found), counts))
        row, outer = self.row.take(owner), self.member.take(owner)
        return Elements(self.cells, self.tables, self.rows, row, member, outer), owner

    def address(self, where: Addresses, entry: Array, element: Array) -> Array:
        """Return where each entry lies for its element; nobody lies at NOBODY."""
        size, lookup = len(self.row), self.tables.lookup
        first = self.operands.take(where.by_first.take(entry) * size + element)
        second = self.operands.take(where.by_second.take(entry) * size + element)
        found = where.base.take(entry)
        found += lookup.take(where.first.take(entry) + first)
        found += lookup.take(where.second.take(entry) + second)
        return np.maximum(found, NOBODY)

    def spots(self, where: Array, element: Array) -> Array:
        """Return where cells lie in the block, stored cell by cell."""
        spot: Array = self.tables.alias.take(where) * len(self.cells) + self.game.take(element)
        return spot

    def frame(self, span: slice, pick: Array | None) -> Frame:
        """Return the frame of some elements, for what needs sets of its own."""
        return Frame(
            self.cells,
            self.tables,
            self.rows.operands,
            self.row[span],
            pick,
            self.member[span],
            self.rows.game,
            outer=self.outer[span],
        )


@dataclass(frozen=True, slots=True)
class Gathered:
    """The inputs of all elements, shape by shape. `edges` are the elements each shape begins at."""

    edges: list[int]
    inputs: dict[int, list[Array | float]]

    def work_out(self, shapes: Sequence[Shape]) -> Array:
        """Return the value (E,) of each element by the formula that its shape has here."""
        result = np.empty(self.edges[-1])
        for one, inputs in self.inputs.items():
            result[self.edges[one] : self.edges[one + 1]] = value(shapes[one], inputs)
        return result


def value(shape: Shape, inputs: list[Array | float]) -> Array | float:
    """Return the value of one shape of whatever its inputs are."""
    return walk(shape, lambda leaf: inputs[leaf.slot])


def gather(bundle: Bundle, elements: Elements, formula: Array) -> Gathered:
    """Return what the formulas of all elements read; `formula` (E,) is ascending."""
    edges = np.searchsorted(formula, bundle.edges)
    first, sizes = edges.take(bundle.shape), np.diff(edges).take(bundle.shape)
    element = spans(first, sizes)
    entry = np.repeat(bundle.offset, sizes) + formula.take(element)
    bounds = [0, *np.cumsum(sizes).tolist()]
    number, fact, cell, index, over, _ = (bounds[end] for end in bundle.ends)
    values = np.empty(len(element))
    values[:number] = bundle.numbers.take(entry[:number])
    if elements.voice is not None and elements.heard is not None:
        values[over:] = elements.voice.take(elements.heard.take(element[over:]))
    element, entry = element[number:index], entry[number:index]
    where = elements.address(bundle.places, entry, element)
    facts, cells = slice(fact - number), slice(fact - number, cell - number)
    values[number:fact] = elements.tables.facts.take(where[facts])
    block = elements.cells.T.reshape(-1, copy=False)
    values[fact:cell] = block.take(elements.spots(where[cells], element[cells]))
    values[cell:index] = where[cell - number :]
    begins = edges.tolist()
    if over > index:
        _aggregate(bundle, elements, formula, (values, bounds, begins))
    inputs = {
        one: [
            column if isinstance(column, float) else values[bounds[column] : bounds[column + 1]]
            for column in columns
        ]
        for one, columns in enumerate(bundle.columns)
        if begins[one + 1] > begins[one]
    }
    return Gathered(begins, inputs)


def _aggregate(
    bundle: Bundle,
    elements: Elements,
    formula: Array,
    into: tuple[Array, list[int], list[int]],
) -> None:
    """Enter the aggregates among the inputs, each worked out over its own sets."""
    values, bounds, begins = into
    for column, over in enumerate(bundle.overs, start=bundle.ends[Kind.INDEX]):
        shape = int(bundle.shape[column])
        span = slice(begins[shape], begins[shape + 1])
        if span.stop > span.start:
            pick = formula[span] - bundle.edges[shape] if over.data.count > 1 else None
            found = evaluate(elements.frame(span, pick), over)
            values[bounds[column] : bounds[column + 1]] = found
