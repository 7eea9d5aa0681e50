"""Where every measure lives: one vector of cells a game.

Because a measure is only a stretch of that vector, a rule is an address, and adding a measure is
one row in the table. The last cell is a sink: what names nobody is read from it as 0 and lost.

A block of games is (G, N + 1), stored cell by cell: the same cell of all games lies together,
because rules, menus and orders ask one thing of many games. `cells.T` is that order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, log2
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

HEADROOM_BITS = 5  # 32 whole ranges can be summed without losing a bit
MANTISSA_BITS = 52


@dataclass(frozen=True, slots=True)
class Stretch:
    """One measure in the vector of cells."""

    name: str
    axes: tuple[str, ...]
    shape: tuple[int, ...]
    first: int
    size: int
    symmetric: bool


@dataclass(frozen=True, eq=False)
class Layout:
    """The table of measures laid out. N cells a game, the sink not counted.

    The vectors have shape (N + 1,): lowest, highest and starting value, fade (share of the
    distance to the start lost each turn), grain (every value is a whole multiple of it, so sums
    are exact) and alias (the cell that holds the number of a symmetric pair). given, if there is
    any: the cell that counts what injects added this turn to a fading one, else the sink.
    """

    stretches: Mapping[str, Stretch]
    counts: Mapping[str, int]
    low: Array
    high: Array
    start: Array
    fade: Array
    grain: Array
    alias: Array
    given: Array | None = None

    @property
    def size(self) -> int:
        """N, the number of cells a game, without the sink."""
        return len(self.low) - 1

    @property
    def sink(self) -> int:
        """The cell of everything that names nobody."""
        return self.size

    @cached_property
    def faded(self) -> Array:
        """The cells that fade."""
        return np.flatnonzero(self.fade > 0)

    def view(self, cells: Array, name: str) -> Array:
        """Return one measure of a block as (G, *axes): a view that may be written.

        Of a symmetric measure only the cells with first index <= second index count; read those
        through `read`.
        """
        stretch = self.stretches[name]
        return _by_game(cells.T[stretch.first : stretch.first + stretch.size], stretch.shape)

    def read(self, cells: Array, name: str) -> Array:
        """Return one measure of a block as (G, *axes), symmetric ones filled on both sides."""
        stretch = self.stretches[name]
        if not stretch.symmetric:
            return self.view(cells, name)
        part = cells.T[self.alias[stretch.first : stretch.first + stretch.size]]
        return _by_game(part, stretch.shape)

    def grains(self, name: str) -> Array:
        """Return the grain of each cell of a measure, over its axes."""
        stretch = self.stretches[name]
        part = self.grain[stretch.first : stretch.first + stretch.size]
        return part.reshape(stretch.shape)

    def address(self, name: str, *indices: int) -> int:
        """Return the cell of one measure at these indices, pairs of symmetric ones in any order."""
        stretch = self.stretches[name]
        flat = int(np.ravel_multi_index(indices, stretch.shape)) if indices else 0
        return int(self.alias[stretch.first + flat])


def _by_game(part: Array, shape: tuple[int, ...]) -> Array:
    """Return the cells of a measure, (size, G), as (G, *shape)."""
    axes = len(shape)
    return part.reshape(*shape, part.shape[1]).transpose(axes, *range(axes))


def grain_of(low: float, high: float) -> float:
    """Return the grain of a range: a power of two so fine that rounding is far below any effect.

    For 0..100 it is 2**-40, about 1e-12.
    """
    widest = max(abs(low), abs(high), 1e-9)
    return float(2.0 ** (ceil(log2(widest)) + HEADROOM_BITS - MANTISSA_BITS))


def whole(values: Array, grain: Array | float) -> Array:
    """Return the values rounded to whole multiples of their grain."""
    scaled = np.asarray(values / grain)
    np.rint(scaled, out=scaled)
    scaled *= grain
    return scaled


def lay_out(
    axes: Mapping[str, tuple[str, ...]],
    symmetric: Mapping[str, bool],
    counts: Mapping[str, int],
) -> tuple[dict[str, Stretch], Array]:
    """Return the stretch of every measure, in order of name, and the alias vector (N + 1,)."""
    stretches: dict[str, Stretch] = {}
    first = 0
    for name in sorted(axes):
        shape = tuple(counts[axis] for axis in axes[name])
        size = int(np.prod(shape, dtype=np.int64))
        stretches[name] = Stretch(name, axes[name], shape, first, size, symmetric[name])
        first += size
    alias = np.arange(first + 1, dtype=np.int64)
    for stretch in stretches.values():
        if stretch.symmetric:
            pairs = np.arange(stretch.size).reshape(stretch.shape)
            canonical = np.minimum(pairs, pairs.T)
            alias[stretch.first : stretch.first + stretch.size] = stretch.first + canonical.ravel()
    return stretches, alias
