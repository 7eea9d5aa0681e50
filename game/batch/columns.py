"""The columns of the batch tables: every measure of a scenario by name, one number each.

A column is named as an author writes the measure, with square brackets: `tension[belmora,tessaly]`.
A symmetric pair stands once, sorted; what an actor would be to itself is left out. An audience of
many people is one column: the mean of its nodes, by size.

The table of runs has them all. That of turns has what somebody at the table could come to know,
the scenario's own measures, scores and what they rest on: it costs more than playing the games,
by the column, so the hidden works of the models and a seat's marks and plans are left out of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine import Rulebook
from game.engine.layout import Stretch
from game.scenario import Nodes, Scenario

Array = npt.NDArray[Any]

# Marks that the rules make for themselves; what they lead to is in other columns.
BOOKKEEPING = (
    "accused",
    "answered",
    "ceiling",
    "denied",
    "disowned",
    "done",
    "fresh",
    "heard",
    "hostile",
    "settled",
    "suspended",
    "tag",
    "threat",
    "turn",
    "vouched",
)
BY_TURN = ("anchor", "attained", "escalation", "score")  # although no seat knows them
# Marks, plans and tools: many columns that seldom move. How they end stands in the runs.
AT_THE_END = ("aim", "data", "insight", "lane", "means", "theme")


EVERY = slice(None)


@dataclass(frozen=True, eq=False)
class Columns:
    """What is read of a block of games. C columns, of which W are means over many nodes.

    cell: (C,) the cell of each column, of a mean its first; by_turn: (T,) the places of those
    that stand in the table of turns; means: for each mean its place among the columns, the cells
    of its nodes and their shares of the audience.
    """

    names: tuple[str, ...]
    cell: Array
    by_turn: Array
    means: tuple[tuple[int, Array, Array], ...]

    def __len__(self) -> int:
        """C, the number of columns."""
        return len(self.names)

    def of(self, places: Array) -> "Columns":
        """Return some of the columns, by their places in ascending order."""
        where = {int(place): new for new, place in enumerate(places)}
        names = tuple(self.names[place] for place in places)
        means = tuple((where[one[0]], *one[1:]) for one in self.means if one[0] in where)
        return Columns(names, self.cell[places], np.arange(len(places)), means)

    def read(self, cells: Array, games: Array | slice = EVERY) -> Array:
        """Return (C, G) the columns of a block of cells (G, N + 1), or of some of its games."""
        values = _taken(cells, self.cell, games)
        for place, nodes, share in self.means:
            weighted = _taken(cells, nodes, games) * share[:, None]
            # One after the other, as a sum over a block of any other size would not be the same.
            values[place] = np.add.accumulate(weighted, axis=0)[-1]
        return values


def _taken(cells: Array, wanted: Array, games: Array | slice) -> Array:
    """Return (n, G) some cells of some games."""
    if isinstance(games, slice):
        return np.asarray(np.take(cells.T, wanted, axis=0))
    return np.asarray(cells.T[wanted[:, None], games])


def columns_of(scenario: Scenario, rulebook: Rulebook) -> Columns:
    """Return the columns of a scenario: its measures by name, then by the names they are of."""
    nodes = scenario.nodes()
    names: list[str] = []
    cells: list[int] = []
    means: list[tuple[int, Array, Array]] = []
    for measure in sorted(scenario.measures):
        stretch = rulebook.layout.stretches.get(measure)
        if stretch is None or measure in BOOKKEEPING:
            continue
        for label, flat in _things(stretch, rulebook, nodes):
            here = stretch.first + flat
            if len(here) > 1:
                audience = label[stretch.axes.index("audience")]
                share = _shares(nodes, rulebook.keys["audience"].index(audience))
                means.append((len(names), here, share))
            names.append(f"{measure}[{','.join(label)}]" if label else measure)
            cells.append(int(here[0]))
    traced = [_by_turn(scenario, name.split("[")[0]) for name in names]
    cell = np.array(cells, dtype=np.int64)
    return Columns(tuple(names), cell, np.flatnonzero(traced), tuple(means))


def _by_turn(scenario: Scenario, measure: str) -> bool:
    """Whether a measure stands in the table of turns."""
    gauge = scenario.measures[measure]
    seen = gauge.known != "nobody" or gauge.glimpsed != "nobody"
    if measure in scenario.content.measures or measure in BY_TURN:
        return True
    return seen and measure not in AT_THE_END


def _things(
    stretch: Stretch, rulebook: Rulebook, nodes: Nodes
) -> Iterator[tuple[tuple[str, ...], Array]]:
    """Every combination of names a measure is of, with its cells counted from the first."""
    axes = [rulebook.keys[axis] for axis in stretch.axes]
    itself = stretch.axes == ("actor", "actor")
    for label in product(*axes):
        if itself and (label[0] == label[1] or (stretch.symmetric and label[0] > label[1])):
            continue
        index = [
            np.arange(nodes.first[keys.index(key)], nodes.first[keys.index(key) + 1])
            if axis == "audience"
            else np.array([keys.index(key)])
            for axis, keys, key in zip(stretch.axes, axes, label, strict=True)
        ]
        yield label, _flat(index, stretch.shape)


def _flat(index: list[Array], shape: tuple[int, ...]) -> Array:
    """The places of all combinations of indices in a stretch of this shape."""
    if not shape:
        return np.zeros(1, dtype=np.int64)
    return np.ravel_multi_index(np.ix_(*index), shape).ravel()


def _shares(nodes: Nodes, audience: int) -> Array:
    """Each node's share of its audience by size; equal where nobody has a size."""
    size = nodes.size[nodes.first[audience] : nodes.first[audience + 1]]
    total = float(size.sum())
    return size / total if total > 0 else np.full(len(size), 1.0 / len(size))
