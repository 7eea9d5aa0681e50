"""A place at the table: all that whoever sits there may do.

A screen, a terminal and a client at the other end of a wire hold one of these, and never the table:
they look, they hear, they say, and they may mark a moment to talk about later. Nothing here gives
out the world.
"""

from collections.abc import Sequence
from typing import Protocol

from game.engine.orders import Order
from game.session.clock import Time
from game.views import Forecast, Observation, Told


class Place(Protocol):
    """What a seat's holder holds."""

    def look(self) -> Observation:
        """What this seat knows now, and what it may order."""
        ...

    def hear(self) -> list[Told]:
        """What this seat was told since it last heard, in the order in which it happened."""
        ...

    def say(self, orders: Sequence[Order]) -> list[str]:
        """Hand in the sheet for this turn.

        What comes back are the refusals, a sentence each; none means that the sheet lies sealed on
        the table and, when those of all seats are in, that the turn has been played.
        """
        ...

    def imagine(self, orders: Sequence[Order]) -> Forecast:
        """What this sheet would do, in worlds made up from what this seat knows; nothing is said.

        Raises:
            InvalidOrder: an order names something that this game does not have.
        """
        ...

    @property
    def clock(self) -> Time:
        """The time that is left in this turn."""
        ...

    def mark(self, text: str) -> None:
        """Mark this moment for the debrief; no other seat hears of it before."""
        ...
