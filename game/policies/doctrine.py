"""The doctrine: weights from the scenario, goals first."""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from game.policies.choosing import FINE, choose
from game.views import Booklet, Draws, Menu, Observation, Plan

Array = npt.NDArray[Any]

# What a seat without a doctrine of its own leans to, by severity of the deed (a guess).
LEANINGS = ((0.0, 2.0), (4.0, 0.7), (12.0, 0.25))
GOAL = 3.0  # how much more a candidate counts that touches what an objective names (a guess)
OWN_VOICE = 3.0  # how much more a seat's own claims count than those of others (a guess)


@dataclass(frozen=True, slots=True)
class Doctrine:
    """Orders by the weights of its seat, towards what its objectives name, as far as it can pay.

    What a candidate is worth does not change during play, so it is worked out once for each plan.
    """

    known: WeakKeyDictionary[Plan, Array] = field(default_factory=WeakKeyDictionary)

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a weighted sheet for every game."""
        menu, booklet = observation.menu, observation.booklet
        if menu.plan not in self.known:
            self.known[menu.plan] = np.rint(FINE * _worth(menu, booklet)).astype(np.int64)
        worth = self.known[menu.plan]
        count = np.full(observation.games, booklet.orders_per_turn)
        return choose(observation, draws, worth, count, evenly=False)


def _worth(menu: Menu, booklet: Booklet) -> Array:
    """Return (C,) what each candidate is worth to the seat; the candidates of a move share."""
    weights = np.array([_weight(booklet, key) for key in menu.deeds])
    moves = [booklet.moves[key].move for key in menu.deeds]
    index = {move: place for place, move in enumerate(sorted(set(moves)))}
    move_of = np.array([index[move] for move in moves], dtype=np.int64)[menu.deed]
    fit = _fit(menu, booklet)
    shared = np.bincount(move_of, fit, minlength=len(index))[move_of]
    return np.asarray(weights[menu.deed] * fit / np.where(shared > 0, shared, 1.0))


def _weight(booklet: Booklet, deed: str) -> float:
    card = booklet.moves[deed]
    if booklet.doctrine:
        return booklet.doctrine.get(deed, booklet.doctrine.get(card.move, 0.0))
    return next((weight for limit, weight in LEANINGS if card.severity <= limit), 0.1)


def _fit(menu: Menu, booklet: Booklet) -> Array:
    """Return (C,) how well each candidate's operands fit the seat's goals and voice."""
    fit = np.ones(len(menu.deed))
    goals = {name for card in booklet.objectives for name in card.mentions} - {booklet.me}
    for candidate in range(len(fit)):
        order = menu.order(candidate)
        touched = {order.target, order.about} & goals
        fit[candidate] *= GOAL ** len(touched)
        if booklet.moves[order.move].about == "claim" and order.about in booklet.claims:
            fit[candidate] *= OWN_VOICE
    return fit
