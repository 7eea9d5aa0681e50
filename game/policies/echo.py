"""The echo: tit for tat. It opens friendly, and answers each actor as that actor did."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.policies.policy import NONE
from game.views import Draws, Observation

Array = npt.NDArray[Any]

HOSTILE = 4.0  # severity from which a deed counts as hostile: posturing


@dataclass(frozen=True, slots=True)
class Echo:
    """Answers a hostile deed with a hostile one at its doer, anything else with a friendly one."""

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return at most one order for every game: the answer to what was heard."""
        menu, booklet = observation.menu, observation.booklet
        actors = booklet.keys["actor"]
        me = actors.index(booklet.me)
        wronged = _grudges(observation, len(actors), me)
        cards = [booklet.moves[key] for key in menu.deeds]
        severity = np.array([card.severity for card in cards])[menu.deed]
        aimed = np.array([card.target == "actor" for card in cards], dtype=bool)[menu.deed]
        target = np.where(aimed, menu.plan.target, me)
        hostile: Array = aimed & (severity >= HOSTILE)
        friendly: Array = aimed & (severity <= 0)
        angry = np.asarray(wronged.any(axis=1))
        back = np.take(wronged, target, axis=1) & hostile
        meant = np.where(angry[:, None], back, friendly[None, :])
        free = menu.allowed() & meant & ~observation.ended[:, None]
        lot = draws.numbers("echo", free.shape[1]) * free
        chosen = np.full((observation.games, booklet.orders_per_turn), NONE, dtype=np.int64)
        some = free.any(axis=1)
        if free.shape[1]:
            chosen[some, 0] = lot.argmax(axis=1)[some]
        return chosen


def _grudges(observation: Observation, actors: int, me: int) -> Array:
    """Return (G, A) bool: who was heard doing something hostile to this seat last turn."""
    heard, booklet = observation.heard, observation.booklet
    wronged: Array = np.zeros((observation.games, actors), dtype=bool)
    at_actor = [booklet.moves[key].target == "actor" for key in observation.menu.deeds]
    to_me = np.array(at_actor, dtype=bool)[heard.deed] & (heard.target == me)
    rows = (heard.severity >= HOSTILE) & (heard.actor >= 0) & to_me
    wronged[heard.game[rows], heard.actor[rows]] = True
    return wronged
