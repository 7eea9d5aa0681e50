"""The world: everything true about a block of games at one moment."""

from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

RUNNING = -1  # in World.ended
HASH_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Pending:
    """Running work and standing joint orders, one row each. R rows; all arrays (R,) int64.

    `due` is the turn at whose adjudication the row acts; `until` the last turn a joint order
    stands (0 for running work); `held` the staff it keeps from other work.
    """

    game: Array
    seat: Array
    stage: Array
    target: Array
    about: Array
    via: Array
    due: Array
    until: Array
    held: Array

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.game)

    def take(self, rows: Array) -> "Pending":
        """Return some of the rows, chosen by a mask or by indices."""
        return Pending(*(getattr(self, column.name)[rows] for column in fields(Pending)))

    def join(self, other: "Pending") -> "Pending":
        """Return both blocks of rows, in the order of games and then of this call."""
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(Pending))
        both = Pending(*(np.concatenate(pair) for pair in pairs))
        return both.take(np.argsort(both.game, kind="stable"))


def nothing_pending() -> Pending:
    """Return a block without rows."""
    return Pending(*(np.zeros(0, dtype=np.int64) for _ in fields(Pending)))


@dataclass(frozen=True, slots=True)
class World:
    """Everything true about a block of games. G games, N cells.

    An ended game no longer changes; the others of its block go on without it.
    """

    seed: Array  # (G,) uint64         names a game: all its chance comes from it
    turn: Array  # (G,) int64          turns completed
    ended: Array  # (G,) int64         index of the ending, -1 while it runs
    cells: Array  # (G, N + 1) float64 every measure, stored by cell (Layout); the last stays 0
    pending: Pending  # rows sorted by game

    @property
    def games(self) -> int:
        """G, the number of games."""
        return len(self.seed)

    def take(self, games: Array) -> "World":
        """Return the world of some games, chosen by ascending indices."""
        if len(games) == self.games:
            return self
        place = np.full(self.games, -1, dtype=np.int64)
        place[games] = np.arange(len(games))
        kept = self.pending.take(place[self.pending.game] >= 0)
        return World(
            self.seed[games],
            self.turn[games],
            self.ended[games],
            np.take(self.cells.T, games, axis=1).T,
            replace(kept, game=place[kept.game]),
        )

    def put(self, games: Array, part: "World") -> "World":
        """Return this world with some games replaced by those of `part`."""
        if len(games) == self.games:
            return part
        changed = np.zeros(self.games, dtype=bool)
        changed[games] = True
        columns = {}
        for name in ("turn", "ended", "cells"):
            columns[name] = getattr(self, name).copy(order="K")
            columns[name].T[..., games] = getattr(part, name).T
        moved = replace(part.pending, game=games[part.pending.game])
        pending = self.pending.take(~changed[self.pending.game]).join(moved)
        return World(self.seed, columns["turn"], columns["ended"], columns["cells"], pending)


def state_hash(world: World, game: int = 0) -> str:
    """Return the hash of one game's state, every number rounded to six decimals."""
    rows = world.pending.take(world.pending.game == game)
    digest = sha256()
    digest.update((np.round(world.cells[game], HASH_DECIMALS) + 0.0).tobytes())
    digest.update(np.array([world.turn[game], world.ended[game]], dtype=np.int64).tobytes())
    for column in fields(Pending)[1:]:
        digest.update(getattr(rows, column.name).astype(np.int64).tobytes())
    return digest.hexdigest()
