"""The script: orders written beforehand, turn by turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Observation, Order

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Scripted:
    """Gives the orders of its script where the menu allows them, and nothing else."""

    script: Mapping[int, Sequence[Order]]

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return the script's orders for this turn in every game that allows them."""
        del draws
        menu, slots = observation.menu, observation.booklet.orders_per_turn
        chosen = np.full((observation.games, slots), NONE, dtype=np.int64)
        allowed = menu.allowed()
        for slot, order in enumerate(self.script.get(observation.turn, ())[:slots]):
            candidate = menu.find(order)
            if candidate is not None:
                chosen[allowed[:, candidate] & ~observation.ended, slot] = candidate
        return chosen
