"""Binding: formulas sorted by shape, with everything they read laid out to be gathered at once.

Every end of a formula becomes an input. Two formulas have one shape where they do the same with
inputs of the same kinds, whatever those are: that leaves half as many shapes as addresses would.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.bundle import UNSAID, Addresses, Bundle, Kind
from game.engine.formula import (
    Apply,
    Constant,
    Data,
    Formula,
    Input,
    Leaf,
    Over,
    Shape,
    Store,
)
from game.rules.writing import stack

Array = npt.NDArray[Any]

KIND_OF = {Store.FACT: Kind.FACT, Store.CELL: Kind.CELL, Store.INDEX: Kind.INDEX}
NO_ENTRY = -1  # the lookup's last, which is 0

Place = tuple[Leaf, Data]  # a leaf and where it lies


@dataclass(slots=True)
class Inputs:
    """One formula in the making, n = 1: its shapes are rewritten, its ends noted as inputs.

    `voice` is the part that says how well the row is heard: an input like any other.
    """

    data: Data
    voice: Shape | None = None
    ends: list[Leaf | Constant | Over | Apply] = field(default_factory=list)

    def shape(self, shape: Shape) -> Shape:
        """Return a shape with inputs for its ends; an end met again is the same input."""
        match shape:
            case Apply(op, args) if shape != self.voice:
                return Apply(op, tuple(self.shape(arg) for arg in args))
            case Input():
                return shape
        if shape not in self.ends:
            self.ends.append(shape)
        slot = self.ends.index(shape)
        match shape:
            case Constant():
                return Input(Kind.NUMBER, slot)
            case Over():
                return Input(Kind.OVER, slot, own_data(shape, self.data)[0])
            case Apply():
                return Input(Kind.VOICE, slot)
            case Leaf(store):
                return Input(KIND_OF[store], slot)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What each input is."""
        return tuple(_kind(end) for end in self.ends)


def _kind(end: Leaf | Constant | Over | Apply) -> Kind:
    match end:
        case Constant():
            return Kind.NUMBER
        case Over():
            return Kind.OVER
        case Apply():
            return Kind.VOICE
        case Leaf(store):
            return KIND_OF[store]


def bind(groups: Sequence[Sequence[Inputs]]) -> Bundle:
    """Return what formulas read; those of a group have inputs of the same kinds."""
    edges = np.cumsum([0, *(len(group) for group in groups)], dtype=np.int64)
    ends = [(kind, s, slot) for s, g in enumerate(groups) for slot, kind in enumerate(g[0].kinds)]
    alike = {(s, slot): _alike(groups[s], slot) for kind, s, slot in ends if kind == Kind.NUMBER}
    columns = sorted(one for one in ends if alike.get(one[1:]) is None)
    laid = _Laid()
    offsets = [laid.column(groups[shape], slot) - edges[shape] for _, shape, slot in columns]
    at: dict[tuple[int, int], Any] = alike | {one[1:]: place for place, one in enumerate(columns)}
    return Bundle(
        edges=edges,
        shape=np.array([shape for _, shape, _ in columns], dtype=np.int64),
        offset=np.array(offsets, dtype=np.int64),
        ends=tuple(sum(kind <= last for kind, _, _ in columns) for last in Kind),
        numbers=np.array(laid.numbers, dtype=np.float64),
        places=addresses(laid.places),
        overs=tuple(laid.overs),
        columns=tuple(
            tuple(at[shape, slot] for slot in range(len(group[0].ends)))
            for shape, group in enumerate(groups)
        ),
    )


def _alike(group: Sequence[Inputs], slot: int) -> float | None:
    """Return the number that all formulas of a group have in one place, None if they differ."""
    ends = [(one.ends[slot], one.data) for one in group]
    numbers = {float(data.numbers[end.slot][0]) for end, data in ends if isinstance(end, Constant)}
    return numbers.pop() if len(numbers) == 1 else None


@dataclass(slots=True)
class _Laid:
    """The inputs laid out so far, column by column."""

    numbers: list[float] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    overs: list[Formula] = field(default_factory=list)

    def column(self, group: Sequence[Inputs], slot: int) -> int:
        """Lay out one input of all formulas of a group; return where its column begins."""
        begins = len(self.numbers) if group[0].kinds[slot] == Kind.NUMBER else len(self.places)
        aggregates = []
        for one in group:
            match one.ends[slot]:
                case Constant(number):
                    self.numbers.append(float(one.data.numbers[number][0]))
                case Leaf() as leaf:
                    self.places.append((leaf, one.data))
                case Over() as over:
                    aggregates.append(own_data(over, one.data))
        if aggregates:
            self.overs.append(stack(aggregates[0][0], [data for _, data in aggregates]))
        return begins


def addresses(places: Iterable[Place | None]) -> Addresses:
    """Return where leaves lie, one after the other; None is 0, whatever is asked."""
    rows = [_address(place) for place in places]
    return Addresses(*np.array(rows, dtype=np.int64).reshape(len(rows), 5).T.copy())


def _address(place: Place | None) -> tuple[int, ...]:
    if place is None:
        return (0, NO_ENTRY, NO_ENTRY, UNSAID, UNSAID)
    leaf, data = place
    tables = [int(table[0]) for table in data.tables[leaf.slot][: len(leaf.columns)]]
    missing = 2 - len(tables)
    by = [int(column) for column in leaf.columns]
    return (int(data.base[leaf.slot][0]), *tables, *[NO_ENTRY] * missing, *by, *[UNSAID] * missing)


def own_data(over: Over, data: Data) -> tuple[Over, Data]:
    """Return an aggregate with the data of its own ends alone, numbered from 0."""
    leaves: list[int] = []
    constants: list[int] = []

    def own(shape: Shape) -> Any:
        match shape:
            case Leaf(_, _, slot):
                leaves.append(slot)
                return replace(shape, slot=len(leaves) - 1)
            case Constant(slot):
                constants.append(slot)
                return Constant(len(constants) - 1)
            case Apply(op, args):
                return Apply(op, tuple(own(arg) for arg in args))
            case Over(op, group, body, weight):
                weighed = None if weight is None else own(weight)
                return Over(op, own(group), own(body), weighed)
        return shape

    alone = own(over)
    return alone, Data(
        count=1,
        base=tuple(data.base[slot] for slot in leaves),
        tables=tuple(data.tables[slot] for slot in leaves),
        numbers=tuple(data.numbers[slot] for slot in constants),
    )
