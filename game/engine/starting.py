"""The start of games: every measure at its starting value, objectives judged once."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.rulebook import Rulebook
from game.engine.tiers import Draft
from game.engine.world import RUNNING, World, nothing_pending

Array = npt.NDArray[Any]


def start(rulebook: Rulebook, seeds: Array) -> World:
    """Return the world before its first turn, one game for each seed (G,) uint64."""
    games = len(seeds)
    cells = np.repeat(rulebook.layout.start[:, None], games, axis=1).T
    zeros = np.zeros(games, dtype=np.int64)
    names = seeds.astype(np.uint64)
    world = World(names, zeros, zeros + RUNNING, cells, nothing_pending())
    rulebook.score(Draft(world.cells, names, 0, rulebook, None), world)
    return world
