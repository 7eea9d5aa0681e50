"""Imagining at the table: what a seat's sheet would do, in worlds made up for that seat.

The doubted scenarios are compiled when a seat first asks, and again when it has learned of a claim
or a secret; the worlds are drawn once a turn. Nothing here looks at the live world.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game import policies
from game.engine import Order
from game.rules import compile_rulebook
from game.views import (
    Doubts,
    Forecast,
    Imagination,
    Known,
    Observation,
    Viewpoint,
    doubted,
    viewpoint,
)

if TYPE_CHECKING:
    from game.session.running import Running

OTHERS = "doctrine"  # of a seat whose leanings are not known: mild deeds before harsh ones
SIDES = (0, 1)


@dataclass(eq=False)
class Imagining:
    """What one seat imagines; kept from draft to draft and from turn to turn."""

    view: Viewpoint
    _known: Known | None = None
    _doubts: Doubts | None = None
    _now: Imagination | None = None
    _forecasts: dict[tuple[Order, ...], Forecast] = field(default_factory=dict)

    def forecast(self, seen: Observation, orders: Sequence[Order]) -> Forecast:
        """What these orders would do in the turn of this observation.

        Raises:
            InvalidOrder: an order names something that this game does not have.
        """
        if self._now is None or self._now.observation is not seen:
            self._now = Imagination(self.view, self._doubt(seen), seen)
            self._forecasts = {}
        asked = tuple(orders)
        if asked not in self._forecasts:
            self._forecasts[asked] = self._now.forecast(asked)
        return self._forecasts[asked]

    def _doubt(self, seen: Observation) -> Doubts:
        """The doubted scenarios, compiled anew only when the seat knows of more than before."""
        booklet = self.view.booklet
        claims = frozenset(booklet.claims) | frozenset(seen.claims())
        known = Known(claims, frozenset(booklet.secrets) | frozenset(seen.secrets()))
        if self._doubts is None or known != self._known:
            self._known, self._doubts = known, _doubts_of(self.view, known)
        return self._doubts


@dataclass(eq=False)
class Imaginings:
    """What the seats of one game imagine, each for itself."""

    game: "Running"
    _seats: dict[str, Imagining] = field(default_factory=dict)

    def forecast(self, seat: str, orders: Sequence[Order]) -> Forecast:
        """What these orders of a seat would do in the turn that is being ordered.

        Raises:
            InvalidOrder: an order names something that this game does not have.
        """
        view = self.game.views[seat]
        if seat not in self._seats or self._seats[seat].view is not view:
            self._seats[seat] = Imagining(view)
        return self._seats[seat].forecast(self.game.observe(seat), orders)


def _doubts_of(view: Viewpoint, known: Known) -> Doubts:
    """Both sides of every doubt, and the other seats as somebody might play them."""
    sides = [doubted(view.scenario, view.booklet, known, side) for side in SIDES]
    rulebooks = tuple(compile_rulebook(side) for side in sides)
    others = {
        seat: (viewpoint(sides[0], rulebooks[0], seat), policies.make(OTHERS))
        for seat in rulebooks[0].keys["seat"]
        if seat != view.booklet.seat
    }
    return Doubts(rulebooks, others)
