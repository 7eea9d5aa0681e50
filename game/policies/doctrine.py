"""The doctrine: how often a seat does what comes from its scenario, of and to whom from its goals.

Three steps. What others wait for it to join, and what harms no goal of its, it often joins. A move
is drawn by the weight that the scenario gives it, of those that are open and paid; its variants
share that weight, and what can bring nearer an objective that does not hold counts more. Of the
move's candidates those count more that touch what an objective names, and far more those that
bring an unmet one nearer; what takes one further off is left, where anything else is open.
"""

from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from game.policies.choosing import FINE, Taste, choose
from game.policies.policy import NONE
from game.views import Booklet, Draws, Menu, Observation, Plan

Array = npt.NDArray[Any]

# What a seat without a doctrine of its own leans to, by severity of the deed (a guess).
LEANINGS = ((0.0, 2.0), (4.0, 0.7), (12.0, 0.25))
GOAL = 3.0  # how much more a candidate counts that touches what an objective names (a guess)
OWN_VOICE = 3.0  # how much more a seat's own claims count than those of others (a guess)
HELP = 6.0  # how much more one that brings an unmet objective nearer (a guess)
HARM = 1 / 12  # and how much less one that takes any objective further off (a guess)
URGE = 3.0  # and its deed, times the share of the objectives' weight that it helps (a guess)
READY = 0.9  # how likely an invitation that serves an unmet objective is taken up (a guess)
WILLING = 0.6  # how likely one that serves none and harms none (a guess)
AGAIN = 2  # draws more, for those that named what stands on the sheet already
WEIGHED = 5  # objectives that are told apart, the weightiest; each doubles what is kept in memory


@dataclass(frozen=True, slots=True)
class Doctrine:
    """Orders by the weights of its seat, of and to whom its objectives need, as far as it can pay.

    What a candidate is worth depends on which objectives hold, and is worked out once for each
    plan and each set of them: a mood.
    """

    known: WeakKeyDictionary[Plan, Taste] = field(default_factory=WeakKeyDictionary)

    def choose(self, observation: Observation, draws: Draws) -> Array:
        """Return a weighted sheet for every game."""
        menu, booklet = observation.menu, observation.booklet
        weighty = _weighty(booklet)
        if menu.plan not in self.known:
            self.known[menu.plan] = _taste(observation, weighty)
        taste = self.known[menu.plan]
        mood = observation.unmet[:, weighty] @ (1 << np.arange(len(weighty)))
        count = np.full(observation.games, booklet.orders_per_turn)
        given = _joins(observation, draws)
        return choose(observation, draws, taste, count, mood=mood, given=given, again=AGAIN)


def _weighty(booklet: Booklet) -> Array:
    """Return the objectives that are told apart, by their places."""
    weights = [-card.weight for card in booklet.objectives]
    return np.sort(np.argsort(weights, kind="stable")[:WEIGHED])


def _taste(observation: Observation, weighty: Array) -> Taste:
    """Return what the seat likes, in a mood for each set of objectives that do not hold."""
    menu, booklet = observation.menu, observation.booklet
    weights = np.array([_weight(booklet, key) for key in menu.deeds])
    moves = [booklet.moves[key].move for key in menu.deeds]
    index = {move: place for place, move in enumerate(dict.fromkeys(moves))}
    # What the scenario weighs by its own name shares with nobody.
    alone = {key: len(index) + place for place, key in enumerate(menu.deeds)}
    named = [key if key in booklet.doctrine else "" for key in menu.deeds]
    share = [alone[key] if key else index[move] for key, move in zip(named, moves, strict=True)]
    fit, bearing = _fit(menu, booklet), observation.bearing[:, weighty]
    moods = np.arange(1 << len(weighty))[:, None] >> np.arange(len(weighty)) & 1
    nearer, off = np.maximum(bearing, 0), bearing < 0
    helps = moods @ nearer.T
    worth = fit * HELP**helps * HARM ** off.sum(axis=1)
    worth = np.rint(FINE * worth).clip(1).astype(np.int64) * (weights[menu.deed] > 0)
    part = np.array([card.weight for card in booklet.objectives])[weighty]
    urge = (moods * part / max(part.sum(), 1.0)) @ nearer.T * ~off.any(axis=1)
    most = np.zeros((len(weights), len(moods)))
    np.maximum.at(most, menu.deed, urge.T)
    deeds = np.rint(FINE * weights * (1 + URGE * most.T)).astype(np.int64)
    return Taste(worth, deeds, np.array(share, dtype=np.int64))


def _weight(booklet: Booklet, deed: str) -> float:
    card = booklet.moves[deed]
    if booklet.doctrine:
        return booklet.doctrine.get(deed, booklet.doctrine.get(card.move, 0.0))
    return next((weight for limit, weight in LEANINGS if card.severity <= limit), 0.1)


def _fit(menu: Menu, booklet: Booklet) -> Array:
    """Return (C,) how well each candidate's operands fit the seat's goals and voice."""
    goals = {name for card in booklet.objectives for name in card.mentions} - {booklet.me}
    fit = np.ones(len(menu.deed))
    for role in ("target", "about"):
        fit *= np.where(_among(menu, booklet, role, goals), GOAL, 1.0)
    own = set(booklet.claims)
    claims = [booklet.moves[key].about == "claim" for key in menu.deeds]
    spoken = np.array(claims, dtype=bool)[menu.deed] & _among(menu, booklet, "about", own)
    return np.asarray(fit * np.where(spoken, OWN_VOICE, 1.0))


def _among(menu: Menu, booklet: Booklet, role: str, names: set[str]) -> Array:
    """Return (C,) whether what a candidate names in a role is one of some things."""
    found = np.zeros(len(menu.deed), dtype=bool)
    places = getattr(menu.plan, role)
    axes = [getattr(booklet.moves[key], role) for key in menu.deeds]
    for axis in sorted({axis for axis in axes if axis}):
        here = np.array([one == axis for one in axes])[menu.deed]
        meant = np.array([key in names for key in booklet.keys[axis]], dtype=bool)
        found[here] = meant[places[here]]
    return found


def _joins(observation: Observation, draws: Draws) -> Array:
    """Return (G,) how each game takes up an invitation, -1 if it does not.

    It must be open and paid, be weighed by the seat's doctrine, and harm no objective.
    """
    menu, asked = observation.menu, observation.invitations
    joined = np.full(observation.games, NONE, dtype=np.int64)
    if not len(asked.game):
        return joined
    game, candidate = asked.game, asked.candidate
    weights = np.array([_weight(observation.booklet, key) for key in menu.deeds])
    able = np.asarray((menu.stocks[game] >= menu.price[candidate]).all(axis=1))
    able &= ~observation.ended[game]
    able &= menu.is_open(menu.plan.way[candidate], game) > 0
    able &= (weights[menu.deed[candidate]] > 0) & ~(asked.bearing < 0).any(axis=1)
    serves = np.asarray(((asked.bearing > 0) & observation.unmet[game]).any(axis=1))
    ready = draws.numbers("join", 1)[game, 0] < np.where(serves, READY, WILLING)
    rows = np.flatnonzero(able & ready)
    rows = rows[np.argsort(serves[rows], kind="stable")]  # what serves is written last, and stays
    joined[game[rows]] = candidate[rows]
    return joined
