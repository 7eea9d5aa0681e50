"""Foresight: what a seat's page knows of its own forecast while the worker imagines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.ui.errands import Answer, Errand, Errands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session import Place
    from game.views import Forecast, Order

Question = tuple[int, tuple["Order", ...]]  # the turn, and orders without their words


@dataclass(slots=True)
class Foresight:
    """The newest forecast of a sheet, and the one of no orders in the same turn."""

    asked: Question | None = None
    forecast: Forecast | None = None
    idle: Forecast | None = None
    error: str = ""
    computing: bool = False

    def ask(self, place: Place, turn: int, orders: Sequence[Order], errands: Errands) -> None:
        """Have a sheet imagined, unless it was the last thing asked; words change no forecast."""
        sheet = tuple(_bare(order) for order in orders)
        lost = self.computing and not errands.busy("imagine")  # another seat's question came first
        if self.asked == (turn, sheet) and not lost:
            return
        if self.asked is None or self.asked[0] != turn:
            self.forecast = self.idle = None
        self.asked, self.computing, self.error = (turn, sheet), True, ""
        question = self.asked

        def done(answer: Answer) -> None:
            if self.asked == question:
                self._take(answer, idle=not sheet)

        errands.ask(Errand("imagine", lambda: place.imagine(sheet), done))

    def _take(self, answer: Answer, *, idle: bool) -> None:
        """Note what was imagined; an order the game cannot read gives no forecast, and says why."""
        self.computing = False
        try:
            self.forecast = answer.get()
        except ValueError as problem:
            self.forecast, self.error = None, str(problem)
            return
        if idle:
            self.idle = self.forecast


def _bare(order: Order) -> Order:
    """An order without what people write: no rule reads it."""
    return replace(order, text="", intent="", expects="", confidence=None)
