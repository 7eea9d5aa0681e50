"""A game under way: the one authority that takes sheets and turns them into the next world.

It keeps no journal and knows no persons: a table puts it behind places and journals what goes in,
a verification feeds it what a journal says, and both get the same game.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game.engine import (
    RUNNING,
    Entry,
    Events,
    Kind,
    Ledger,
    Order,
    Rulebook,
    World,
    close_turn,
    ending_names,
    open_turn,
    read_orders,
    start,
    state_hash,
)
from game.engine.journal import Header, Intervention
from game.language import current
from game.rules import ACTS, compile_rulebook, intervene, planned
from game.scenario import Scenario
from game.views import Observation, Told, observe, tell_seat, viewpoint
from game.views.struck import tell_struck


class Running:
    """One game, its ledger of causes, and what each seat has been told."""

    def __init__(self, scenario: Scenario, header: Header) -> None:
        self.script = scenario  # as its author wrote it
        self.scenario = scenario  # as it is told: injects may have been edited at the table
        self.header = header
        self.rulebook = compile_rulebook(scenario)
        self.ledger = Ledger()
        self.world = start(self.rulebook, np.array([header.seed], dtype=np.uint64))
        self.seats = self.rulebook.keys["seat"]
        self.views = {seat: viewpoint(scenario, self.rulebook, seat) for seat in self.seats}
        self.told: dict[str, list[Told]] = {seat: [] for seat in self.seats}
        self._seen: dict[tuple[str, str], Observation] = {}
        self._last: Events | None = None
        self._looked = 0  # entries of the ledger that every seat has seen the results of
        self.hands: list[Intervention] = []  # all that was done by hand so far
        self.begun = False  # whether the injects of the turn have been given

    @property
    def completed(self) -> int:
        """How many turns have been played."""
        return int(self.world.turn[0])

    @property
    def ended(self) -> bool:
        """Whether the game is over."""
        return bool(self.world.ended[0] != RUNNING)

    @property
    def turn(self) -> int:
        """The turn that is being ordered; the last one, once the game is over."""
        return self.completed if self.ended else self.completed + 1

    @property
    def ending(self) -> str:
        """The name of the ending that was reached; empty while the game goes on."""
        return ending_names(self.rulebook)[int(self.world.ended[0])] if self.ended else ""

    def hash(self) -> str:
        """The hash of the state as it is."""
        return state_hash(self.world)

    def observe(self, seat: str) -> Observation:
        """What a seat knows now; worked out once a turn, and anew in another language."""
        asked = (seat, current())
        if asked not in self._seen:
            self._seen[asked] = observe(self.views[seat], self.world, self._last, self.recent())
        return self._seen[asked]

    def recent(self) -> list[Entry]:
        """What has moved since the orders of the last turn were given."""
        return self.ledger.entries[self._looked :]

    def begin(self) -> list[str]:
        """Begin the turn, if it is not begun: its injects, and what was done by hand for it.

        The names of the injects given come back.
        """
        if self.begun or self.ended:
            return []
        self.begun = True
        names = self.rulebook.keys["inject"]
        known = {
            name: fire for name, fire in planned(self.hands, self.turn).items() if name in names
        }
        self.world, events = open_turn(self.world, self.rulebook, known, self.ledger)
        self._tell(events, self.turn, ())
        given = [names[int(what)] for what in events.what[events.kind == Kind.INJECT]]
        for done in self.hands:
            if done.turn == self.turn:
                self._act(done)
        return given

    def take(self, done: Intervention) -> None:
        """Take in what was done by hand; it happens now if its turn has begun, else then."""
        self.hands.append(done)
        if self.begun and done.turn == self.turn:
            self._act(done)

    def rehearse(self, done: Intervention) -> World:
        """The world as it would be if this were done now; nothing is changed.

        Raises:
            Impossible: the game cannot carry it out.
        """
        return intervene(self.world, self.scenario, self.rulebook, done).world

    def _act(self, done: Intervention) -> None:
        """Carry out what acts in mid-turn, and tell whom it concerns."""
        if done.kind not in ACTS or self.ended:
            return
        came = intervene(self.world, self.scenario, self.rulebook, done, self.ledger)
        self.world = came.world
        if came.scenario is not self.scenario:
            self.scenario = came.scenario
            self.views = {
                seat: replace(view, scenario=came.scenario) for seat, view in self.views.items()
            }
        self._tell(came.events, self.turn, (), came.rulebook)

    def close(self, orders: Sequence[Order]) -> Events:
        """Play the turn with the orders of all seats. All that happened comes back.

        Raises:
            InvalidOrder: an order names something that this game does not have.
        """
        rows, turn = read_orders(self.rulebook, orders), self.turn
        self.begun = False
        self._looked = len(self.ledger.entries)
        self.world, events = close_turn(self.world, self.rulebook, rows, self.ledger)
        self._last = events
        self._tell(events, turn, orders)
        for done in self.hands:
            if done.turn == turn and done.kind == "order":
                seat, struck = str(done.data["seat"]), Order(**done.data["struck"])
                booklet = self.views[seat].booklet
                self.told[seat].append(
                    tell_struck(self.scenario, self.rulebook, booklet, struck, turn)
                )
        return events

    def row(self, order: Order) -> tuple[int, int, int, int, int]:
        """An order as numbers: seat, deed, target, about, via; -1 for none.

        Raises:
            InvalidOrder: it names something that this game does not have.
        """
        rows = read_orders(self.rulebook, [order])
        columns = (rows.seat, rows.deed, rows.target, rows.about, rows.via)
        seat, deed, target, about, via = (int(column[0]) for column in columns)
        return seat, deed, target, about, via

    def _tell(
        self,
        events: Events,
        turn: int,
        orders: Sequence[Order],
        rulebook: Rulebook | None = None,
    ) -> None:
        quotes = {
            (o.seat, o.move, o.target or "", o.about or "", o.via or ""): o.text for o in orders
        }
        self._seen = {}
        for seat, view in self.views.items():
            self.told[seat] += tell_seat(
                self.scenario, rulebook or self.rulebook, view.booklet, events, turn, quotes
            )
