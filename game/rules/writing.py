"""Formula writing: the meaning of an expression becomes addresses on the board.

Here names end. Every role dissolves into a table looked up by an operand; `owner(target)` is as
cheap as `target`, and a thing that may be missing (a story, a host) leads to the sink.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine import formula as f
from game.engine.formula import NOBODY, Column, Data, Formula, Leaf, Shape, Store, Tables
from game.rules.board import Board
from game.rules.sets import members_of, weight_of
from game.scenario.words import Apply, Constant, Entity, Group, Meaning, Over, Read, Same

Array = npt.NDArray[Any]

COLUMNS = {
    "me": Column.ME,
    "target": Column.TARGET,
    "about": Column.ABOUT,
    "via": Column.VIA,
}


@dataclass(slots=True)
class Press:
    """What all formulas of a rulebook share: the lookup tables, the facts and the sets.

    The first set is {0}, of those who run over none.
    """

    board: Board
    lookup: list[Array] = field(default_factory=list)
    lookup_size: int = 0
    known: dict[bytes, int] = field(default_factory=dict)
    steps: dict[tuple[int, int], int] = field(default_factory=dict)
    sets: list[Array] = field(default_factory=lambda: [np.zeros(1, dtype=np.int64)])
    known_sets: dict[str, int] = field(default_factory=dict)
    fact_first: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the facts end to end."""
        first = 0
        for name in sorted(self.board.facts):
            self.fact_first[name] = first
            first += self.board.facts[name].size

    def table(self, entries: Array) -> int:
        """Return where these entries lie in the lookup; equal tables are kept once."""
        key = entries.astype(np.int64).tobytes()
        if key not in self.known:
            self.known[key] = self.lookup_size
            self.lookup.append(entries.astype(np.int64))
            self.lookup_size += len(entries)
        return self.known[key]

    def stairs(self, count: int, stride: int) -> int:
        """Return where 0, stride, 2 x stride, ... lie: the table of a thing that is just itself."""
        if (count, stride) not in self.steps:
            self.steps[count, stride] = self.table(np.arange(count) * stride)
        return self.steps[count, stride]

    def set_numbers(self, name: str) -> int:
        """Return the number of the first set of a kind; see `members_of` for their order."""
        if name not in self.known_sets:
            self.known_sets[name] = len(self.sets)
            self.sets.extend(members_of(self.board, name))
        return self.known_sets[name]

    def tables(self) -> Tables:
        """Return the finished tables."""
        facts = [self.board.facts[name].ravel() for name in sorted(self.board.facts)]
        sets = [*self.sets, np.zeros(0, dtype=np.int64)]
        counts = np.array([len(one) for one in sets], dtype=np.int64)
        none = np.zeros(1, dtype=np.int64)
        return Tables(
            lookup=np.concatenate([*self.lookup, none]),
            facts=np.concatenate([*facts, np.zeros(1)]),
            alias=self.board.layout.alias,
            set_first=np.cumsum(counts) - counts,
            set_count=counts,
            set_member=np.concatenate(sets),
        )


@dataclass(slots=True)
class Writer:
    """Writes the shapes of one formula (or of the several of one effect) into shared slots."""

    press: Press
    base: list[int] = field(default_factory=list)
    tables: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    within: list[str] = field(default_factory=list)  # aggregates around what is being written

    @property
    def board(self) -> Board:
        """The board the formula stands on."""
        return self.press.board

    def data(self) -> Data:
        """Return the data of this one formula, n = 1."""
        return Data(
            count=1,
            base=tuple(np.array([base], dtype=np.int64) for base in self.base),
            tables=tuple(
                (np.array([first], dtype=np.int64), np.array([second], dtype=np.int64))
                for first, second in self.tables
            ),
            numbers=tuple(np.array([number], dtype=np.float64) for number in self.numbers),
        )

    def shape(self, meaning: Meaning) -> Shape:
        """Return the shape of a number-valued meaning."""
        match meaning:
            case Constant(value):
                self.numbers.append(value)
                return f.Constant(len(self.numbers) - 1)
            case Read():
                return self.read(meaning)
            case Same(left, right):
                return f.Apply("same", (self.index(left), self.index(right)))
            case Apply(op, args):
                return f.Apply(op, tuple(self.shape(arg) for arg in args))
            case Over():
                return self.over(meaning)

    def read(self, read: Read) -> Leaf:
        """Return the leaf of a measure or fact."""
        if read.fact and read.name != "turn":
            values = self.board.facts[read.name]
            first = self.press.fact_first[read.name]
            return self._leaf(Store.FACT, first, values.shape, read.args, symmetric=False)
        stretch = self.board.layout.stretches[read.name]
        symmetric = stretch.symmetric
        return self._leaf(Store.CELL, stretch.first, stretch.shape, read.args, symmetric=symmetric)

    def index(self, thing: Entity) -> Leaf:
        """Return the leaf of which thing this is."""
        count = self.board.counts[thing.axis]
        return self._leaf(Store.INDEX, 0, (count,), (thing,), symmetric=False)

    def group(self, group: Group) -> Leaf:
        """Return the leaf of a set."""
        first = self.press.set_numbers(group.name)
        if group.name == "reached":
            channels = self.board.counts["channel"]
            me = self.press.stairs(self.board.counts["actor"], channels)
            via = self.press.stairs(channels, 1)
            return self._slot(Store.SET, first, [(Column.ME, me), (Column.VIA, via)])
        if group.name == "others":
            actors = self.press.stairs(self.board.counts["actor"], 1)
            return self._slot(Store.SET, first, [(Column.ME, actors)])
        if group.inner is None:
            return self._slot(Store.SET, first, [])
        column, things = self._things(group.inner, keys=group.name == "nodes")
        places = np.where(things < 0, NOBODY, things)
        partial = bool((places < 0).any())
        if column is None:
            return self._slot(Store.SET, first + int(places), [], partial=partial)
        lookups = [(column, self.press.table(places))]
        return self._slot(Store.SET, first, lookups, partial=partial)

    def over(self, over: Over) -> f.Over:
        """Return the shape of an aggregate; a mean over audiences weighs them by size."""
        group = self.group(over.group)
        self.within.append(over.group.name)
        body = self.shape(over.body)
        weight = None
        if over.op == "mean" and over.group.axis == "audience":
            member = Entity("audience", over.group.name, "member")
            weight = self.read(Read("size", (member,), fact=True))
        self.within.pop()
        return f.Over(over.op, group, body, weight)

    def weight(self, group: Group) -> Shape | None:
        """Return the shape of a member's weight in a set, None where all weigh 1."""
        meaning = weight_of(group)
        return None if meaning is None else self.shape(meaning)

    def _leaf(
        self,
        store: Store,
        first: int,
        sizes: tuple[int, ...],
        args: tuple[Entity, ...],
        *,
        symmetric: bool,
    ) -> Leaf:
        """Return a leaf whose address is `first` plus the place of its arguments."""
        base = first
        lookups: list[tuple[Column, int]] = []
        partial = False
        for place, arg in enumerate(args):
            stride = int(np.prod(sizes[place + 1 :], dtype=np.int64))
            if arg.sort == "member":
                lookups.append((self._column(arg), self.press.stairs(sizes[place], stride)))
                continue
            column, things = self._things(arg)
            places = np.where(things < 0, NOBODY, things * stride)
            partial = partial or bool((places < 0).any())
            if column is None:
                base += int(places)
            else:
                lookups.append((column, self.press.table(places)))
        return self._slot(store, base, lookups, symmetric=symmetric, partial=partial)

    def _column(self, member: Entity) -> Column:
        """Return the column of a member: of the innermost set, or of the one around it."""
        inner = not self.within or member.name == self.within[-1]
        return Column.MEMBER if inner else Column.OUTER

    def _slot(
        self,
        store: Store,
        base: int,
        lookups: list[tuple[Column, int]],
        *,
        symmetric: bool = False,
        partial: bool = False,
    ) -> Leaf:
        offsets = [offset for _, offset in lookups]
        padded = (*offsets, 0, 0)
        self.base.append(base)
        self.tables.append((padded[0], padded[1]))
        columns = tuple(column for column, _ in lookups)
        return Leaf(store, columns, len(self.base) - 1, symmetric=symmetric, partial=partial)

    def _things(self, thing: Entity, *, keys: bool = False) -> tuple[Column | None, Array]:
        """Return the operand column of a thing and the index it stands for, by operand value.

        Without a column the thing is always the same. Audiences are counted as nodes (the first
        of each), or as keys where `keys` is set; -1 stands for nobody.
        """
        board = self.board
        names = board.keys[thing.axis]
        nodes = thing.axis == "audience" and not keys
        match thing.sort:
            case "key":
                place = names.index(thing.name)
                return None, board.first_node[place] if nodes else np.asarray(place)
            case "role":
                column = COLUMNS[thing.name]
                return column, board.first_node if nodes else np.arange(len(names))
            case "member":
                return self._column(thing), np.arange(board.counts[thing.axis])
        inner = thing.inner
        if inner is None:
            message = f"the relation {thing.name} is asked of nothing"
            raise ValueError(message)
        column_or_none, things = self._things(inner)
        arrow = board.relations[thing.name][inner.axis]
        padded = np.concatenate([arrow, np.array([-1])])  # nobody's owner is nobody
        return column_or_none, padded[things]


def stack(shape: Shape, parts: list[Data]) -> Formula:
    """Return formulas of one shape as one."""
    join = np.concatenate
    leaves, constants = range(len(parts[0].base)), range(len(parts[0].numbers))
    data = Data(
        count=sum(part.count for part in parts),
        base=tuple(join([part.base[leaf] for part in parts]) for leaf in leaves),
        tables=tuple(
            (
                join([part.tables[leaf][0] for part in parts]),
                join([part.tables[leaf][1] for part in parts]),
            )
            for leaf in leaves
        ),
        numbers=tuple(join([part.numbers[place] for part in parts]) for place in constants),
    )
    return Formula(shape, data)
