"""Stand-ins without a plan: the random one, and the ministry that only broadcasts."""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from game.policies.choosing import Taste, choose, evenly
from game.views import Draws, Observation, Plan

Array = npt.NDArray[Any]

BROADCASTS = ("post_statement", "issue_campaign")


@dataclass(frozen=True, slots=True)
class Uniform:
    """A random legal sheet: how many orders, which deeds, which operands, each evenly."""

    known: WeakKeyDictionary[Plan, Taste] = field(default_factory=WeakKeyDictionary)

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a random sheet for every game."""
        slots = observation.booklet.orders_per_turn
        count = np.floor(draws.numbers("how many", 1)[:, 0] * (slots + 1))
        menu, plan = observation.menu, observation.menu.plan
        if plan not in self.known:
            self.known[plan] = evenly(np.ones(len(menu.deed), dtype=np.int64), len(menu.deeds))
        return choose(observation, draws, self.known[plan], count)


@dataclass(frozen=True, slots=True)
class Broadcaster:
    """The field's default ministry: it speaks as often as it can and never answers.

    Base rates of dialogue: Kampf, Manor and Segev 2015; engagement was rare in all eleven
    ministries they followed.
    """

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a sheet of statements for every game."""
        menu, cards = observation.menu, observation.booklet.moves
        speaks = np.array([cards[key].move in BROADCASTS for key in menu.deeds], dtype=np.int64)
        count = np.full(observation.games, observation.booklet.orders_per_turn)
        return choose(observation, draws, Taste(speaks[menu.deed][None]), count)
