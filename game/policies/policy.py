"""What a stand-in is: an answer to observations, for all games of a block at once."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from game.views import Draws, Observation

Array = npt.NDArray[Any]

NONE = -1


class Policy(Protocol):
    """Plays a seat that no person holds. It sees what a person there would see."""

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return (G, orders_per_turn) candidates of the menu, -1 for none, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Idle:
    """Gives no orders."""

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return no orders for any game."""
        del draws
        shape = (observation.games, observation.booklet.orders_per_turn)
        return np.full(shape, NONE, dtype=np.int64)
