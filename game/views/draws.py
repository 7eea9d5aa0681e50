"""Draws: the stand-ins' own luck, so that they never touch the chance of the games."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix, uniform

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Draws:
    """Numbers for one seat in one turn; `seeds` (G,) are made from the games', not theirs."""

    seeds: Array
    turn: int

    def numbers(self, question: str, columns: int) -> Array:
        """Return (G, columns) numbers in [0, 1), fixed by game, seat, turn and question."""
        place = np.arange(columns, dtype=np.uint64)
        bits = mix(self.seeds[:, None], np.uint64(self.turn), key("policy", question), place)
        return uniform(bits)


def draws_for(game_seeds: Array, seat: str, turn: int) -> Draws:
    """Return the draws of a seat's stand-in for a block of games (G,) uint64."""
    return Draws(mix(game_seeds, key("stand-in", seat)), turn)
