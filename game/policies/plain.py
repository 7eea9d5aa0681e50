"""Stand-ins without a plan: the random one, and the ministry that only broadcasts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.choosing import choose
from game.views import Draws, Observation

Array = npt.NDArray[Any]

BROADCASTS = ("post_statement", "issue_campaign")


@dataclass(frozen=True, slots=True)
class Uniform:
    """A random legal sheet: how many orders, which deeds, which operands, each evenly."""

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a random sheet for every game."""
        menu = observation.menu
        slots = observation.booklet.orders_per_turn
        count = np.floor(draws.numbers("how many", 1)[:, 0] * (slots + 1))
        sizes = np.bincount(menu.plan.way, minlength=len(menu.plan.way_deed)).astype(np.float64)
        deeds, deed_of_way = np.unique(menu.plan.way_deed, return_inverse=True)
        member = (deed_of_way[:, None] == np.arange(len(deeds))).astype(np.float64) * sizes[:, None]

        def evenly(free: Array) -> Array:
            """Weigh every deed alike, and inside it every candidate."""
            total = np.einsum("gl,ld->gd", free.astype(np.float64), member)
            return np.asarray(sizes / np.where(total > 0, total, 1.0)[:, deed_of_way])

        return choose(observation, draws, np.ones(len(menu.deed)), evenly, count)


@dataclass(frozen=True, slots=True)
class Broadcaster:
    """The field's default ministry: it speaks as often as it can and never answers.

    Base rates of dialogue: Kampf, Manor and Segev 2015; engagement was rare in all eleven
    ministries they followed.
    """

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a sheet of statements for every game."""
        menu, cards = observation.menu, observation.booklet.moves
        speaks = np.array([cards[key].move in BROADCASTS for key in menu.deeds], dtype=np.float64)
        count = np.full(observation.games, observation.booklet.orders_per_turn)
        of_way = speaks[menu.plan.way_deed]
        worth = np.ones(len(menu.deed))
        return choose(observation, draws, worth, lambda free: free * of_way, count)
