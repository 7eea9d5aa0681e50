"""The white cell's eyes: everything as it is, asked question by question."""

from collections.abc import Sequence

from game.engine import Order
from game.engine.journal import Intervention
from game.rules import cells_of
from game.session import proposals
from game.session.doings import tell_intervention
from game.session.namebook import Namebook
from game.session.overview import (
    Beside,
    Foreseen,
    SeatState,
    beside,
    foresee,
    numbers,
    seat_states,
    value_of,
)
from game.session.runbook import Planned, runbook
from game.session.table import Table
from game.views import Card, Eyes, explain, in_lines
from game.views.wording import Wording


class WhiteCell:
    """What the facilitator sees of a table; it changes nothing."""

    def __init__(self, table: Table) -> None:
        """Before this table."""
        self._table = table

    @property
    def title(self) -> str:
        """The name of the game."""
        return self._table.game.scenario.say(self._table.game.scenario.content.title)

    @property
    def turn(self) -> tuple[int, int]:
        """The turn now ordered, and how many there are."""
        return self._table.game.turn, self._table.game.scenario.content.turns

    @property
    def ended(self) -> bool:
        """Whether the game is over."""
        return self._table.game.ended

    @property
    def paused(self) -> bool:
        """Whether the game is stopped."""
        return self._table.paused

    def stamp(self) -> tuple[object, ...]:
        """Something that is another whenever anything here might read differently."""
        game = self._table.game
        return game.turn, game.ended, len(game.hands), tuple(self._table.sealed.items())

    def holder(self, seat: str) -> str:
        """Who holds a seat."""
        return self._table.holders[seat]

    def cards(self) -> tuple[dict[str, Card], dict[str, Card]]:
        """Actors and audiences as everybody knows them."""
        booklet = next(iter(self._table.game.views.values())).booklet
        return dict(booklet.actors), dict(booklet.audiences)

    def seats(self) -> list[SeatState]:
        """Every seat: who holds it and whether its sheet is in."""
        return seat_states(self._table)

    def missing(self) -> list[str]:
        """The seats whose sheet is not in."""
        return self._table.missing()

    def runbook(self) -> list[Planned]:
        """Every inject in the order in which they come, and how it stands."""
        return runbook(self._table.game)

    def beside(self, seat: str) -> list[Beside]:
        """The measures that matter to a seat: as they are, and as the seat sees them."""
        return beside(self._table.game, seat)

    def numbers(self, seat: str) -> list[Beside]:
        """Every number about a seat's actor, or about nobody in particular: what can be set."""
        return numbers(self._table.game, seat)

    def sheet(self, seat: str) -> tuple[Order, ...]:
        """The sealed sheet of a seat; empty if it is not in."""
        return self._table.sealed.get(seat, ())

    def orders(self, seat: str) -> list[str]:
        """The orders of a sealed sheet in words."""
        names = self._names()
        return [names.order(order) for order in self.sheet(seat)]

    def log(self, kind: str = "") -> list[Intervention]:
        """All that was done by hand, or all of one kind, oldest first; marks of seats too."""
        return [done for done in self._table.game.hands if kind in ("", done.kind)]

    def told(self, done: Intervention) -> str:
        """An entry as a sentence."""
        return tell_intervention(self._names(), done)

    def value(self, measure: str, *things: str) -> float:
        """A number as it is; of an audience of many the mean of its people.

        Raises:
            NotDone: there is no such number.
        """
        proposals.must_exist(self._table.game, measure, things)
        return value_of(self._table.game, self._table.game.world, measure, things)

    def foresee(self, measure: str, things: Sequence[str], to: float) -> Foreseen:
        """What setting a number would do to objectives, and what each seat would see of it.

        Raises:
            NotDone: the number cannot be set so.
        """
        done = proposals.setting(self._table.game, measure, things, to, "?")
        return foresee(self._table.game, done)

    def why(self, measure: str, things: Sequence[str]) -> list[str]:
        """Why a number is what it is since the last turn was ordered, with nothing kept secret.

        Raises:
            NotDone: there is no such number.
        """
        game = self._table.game
        proposals.must_exist(game, measure, things)
        cell = int(cells_of(game.scenario, game.rulebook, measure, things)[0])
        wording = Wording(game.scenario, game.rulebook, game.views[game.seats[0]].booklet)
        after = float(game.world.cells[0, cell])
        return in_lines(explain(game.recent(), cell, after, wording, Eyes()))

    def _names(self) -> Namebook:
        return Namebook(self._table.game.scenario, self._table.game.rulebook)
