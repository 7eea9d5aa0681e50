"""Several people, one laptop: whose turn it is, and the door that opens with a PIN.

A curtain stands between two seats; what it shows is here, and holds nothing that a seat knows:
title, turn, names, sealed or not. A place is given out only for the right PIN. After three wrong
tries the facilitator lets a seat choose anew; where there is no facilitator the door stays shut
for a while, so that nobody tries ten thousand numbers. Nobody becomes the facilitator of a game
that seats have begun without one: that door would show them everything.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.engine import FACILITATOR
from game.engine.journal import PERSON, Intervention
from game.language import t
from game.session.clock import EMPTY, Time
from game.session.facilitation import Facilitation
from game.session.overview import SeatState, seat_states
from game.session.pins import Pins, WrongPin
from game.session.place import Place
from game.session.table import Table
from game.views import Card

SHUT_SECONDS = 300.0  # after three wrong tries without a facilitator (a guess)
PAUSE_SECONDS = 30.0  # after each further wrong try at the facilitator's door (a guess)


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat as the curtain shows it.

    state: sealed, now, waiting, policy or facilitator; policy: the stand-in that plays it.
    """

    seat: str
    name: str
    actor: str
    state: str
    policy: str = ""


class HotSeat:
    """The door of a table that several people share."""

    def __init__(
        self,
        table: Table,
        pins: Pins,
        *,
        led: bool = False,
        tell: Callable[[], float] = time.monotonic,
    ) -> None:
        """Nobody sits yet; the clock stands still. `led`: whoever started it asked to lead."""
        self._table, self._pins, self._tell, self._wanted = table, pins, tell, led
        self._shut: dict[str, float] = {}
        self._bidden: set[str] = set()  # whose time this turn has begun
        self._turn = table.game.turn
        self._parted: set[str] = set()  # who has seen the end
        self.sitting = ""
        for seat in table.persons:
            if pins.left(seat) <= 0:
                self._shut[seat] = tell() + SHUT_SECONDS

    # ------------------------------------------------------------------------ what all may see

    @property
    def title(self) -> str:
        """The name of the game."""
        return self._table.game.scenario.say(self._table.game.scenario.content.title)

    def cards(self) -> tuple[Mapping[str, Card], Mapping[str, Card]]:
        """Actors and audiences as everybody knows them, for marks like those on the map."""
        booklet = next(iter(self._table.game.views.values())).booklet
        return booklet.actors, booklet.audiences

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
        """Whether the facilitator has stopped the game."""
        return self._table.paused

    @property
    def clock(self) -> Time:
        """How the clock stands."""
        return self._table.clock.now()

    @property
    def alone(self) -> bool:
        """Whether one person alone plays: between two turns there is nobody to hide from."""
        return len(self._table.persons) == 1

    def chairs(self) -> list[Chair]:
        """Every seat, with whose turn it is."""
        next_one = self.next()
        return [self._chair(row, next_one) for row in seat_states(self._table)]

    def next(self) -> str:
        """The seat that sits down next; '' when nobody has to."""
        waiting = self._table.missing()
        if self.ended:
            waiting = [seat for seat in self._table.persons if seat not in self._parted]
        held = self._table.holders
        return next((seat for seat in waiting if held[seat] == PERSON), "")

    # -------------------------------------------------------------------------------- the door

    def chosen(self, seat: str) -> bool:
        """Whether this seat has chosen its PIN."""
        return self._pins.chosen(seat)

    def choose(self, seat: str, pin: str) -> None:
        """Take the PIN that a seat chooses the first time.

        Raises:
            WrongPin: it has one, or this is none.
        """
        self._pins.choose(seat, pin)

    def left(self, seat: str) -> int:
        """How many tries are left before the door is shut."""
        return self._pins.left(seat)

    def shut(self, seat: str) -> float | None:
        """Seconds until a shut door can be tried again; 0 if it is not shut, None for never."""
        if self._pins.left(seat) > 0 or not self._pins.chosen(seat):
            return 0.0
        if self.led:
            return None
        left = self._shut.get(seat, 0.0) - self._tell()
        if left <= 0:
            self._pins.refill(seat)
            return 0.0
        return left

    def open(self, seat: str, pin: str) -> Place:
        """The place of a seat for its PIN; its time runs from here.

        Raises:
            WrongPin: with a sentence that says how many tries are left.
        """
        if self.shut(seat) != 0.0:
            raise WrongPin(self.why_shut(seat))
        if not self._pins.open(seat, pin):
            left = self._pins.left(seat)
            self._shut[seat] = self._tell() + SHUT_SECONDS
            raise WrongPin(self.why_wrong(left) if left else self.why_shut(seat))
        self._sit(seat)
        return self._table.place(seat)

    def why_wrong(self, left: int) -> str:
        """What is said of a wrong PIN."""
        if left == 1:
            return t("That is not this seat’s PIN. 1 try left, then the door is shut.")
        return t("That is not this seat’s PIN. {count} tries left.", count=left)

    def why_shut(self, seat: str) -> str:
        """What is said of a shut door."""
        wait = self.shut(seat)
        if wait is None:
            return t("Three wrong tries: the facilitator opens this seat (F9).")
        minutes = max(1, round((wait or 0.0) / 60))
        return t("Three wrong tries: closed for {minutes} min, then try again.", minutes=minutes)

    def rise(self, seat: str) -> None:
        """Somebody of this seat goes on where the curtain fell: its time runs again."""
        self._sit(seat)

    def fall(self) -> None:
        """The curtain is down: nobody sits, and no time passes."""
        self.sitting = ""
        self._table.clock.stop()

    def tick(self) -> str:
        """Look at the clock: "" while there is time, "decide" or "empty" when a sitting is over.

        Empty: the sheet of whoever sits was handed in as it is without them: with no order.
        """
        clock, seat = self._table.clock, self.sitting
        if not seat or self.ended or not clock.over or seat in self._table.sealed:
            return ""
        if clock.when_over != EMPTY:
            return clock.when_over
        turn = self._table.game.turn
        why = t("The time was up.")
        self._table.do(Intervention(turn, "skip", FACILITATOR, why, {"missing": [seat]}))
        self._table.hand_in(seat, [])
        return EMPTY

    # ------------------------------------------------------------------------- the facilitator

    @property
    def led(self) -> bool:
        """Whether a facilitator has chosen a PIN."""
        return self._pins.chosen(FACILITATOR)

    @property
    def leadable(self) -> bool:
        """Whether there is a facilitator's door: once seats have begun, nobody makes one."""
        begun = any(self._pins.chosen(seat) for seat in self._table.persons)
        return self.led or self._wanted or self.paused or not begun

    def why_not_led(self) -> str:
        """What is said to who would lead a game that has no facilitator."""
        return t("This game has no facilitator. To lead it, start it again with one.")

    def lead(self, pin: str) -> Facilitation:
        """The facilitator's verbs for the facilitator's PIN; the first one chosen is it.

        Raises:
            WrongPin: it is another, or the game has no facilitator.
        """
        if not self.leadable:
            raise WrongPin(self.why_not_led())
        if not self.led:
            self._pins.choose(FACILITATOR, pin)
            return Facilitation(self._table)
        if self._tell() < self._shut.get(FACILITATOR, float("-inf")):
            raise WrongPin(t("Too many wrong tries: wait half a minute, then try again."))
        if not self._pins.open(FACILITATOR, pin):
            if self._pins.left(FACILITATOR) <= 0:
                self._shut[FACILITATOR] = self._tell() + PAUSE_SECONDS
            raise WrongPin(t("That is not the facilitator’s PIN."))
        return Facilitation(self._table)

    def free(self, seat: str) -> None:
        """Let a seat choose its PIN anew; for who leads."""
        self._pins.forget(seat)

    def close(self) -> None:
        """Leave: the journal is closed; PINs are forgotten when the game is over."""
        if self.ended:
            self._pins.end()
        self._table.close()

    # ---------------------------------------------------------------------------------- inside

    def _sit(self, seat: str) -> None:
        if self._turn != self._table.game.turn:
            self._turn, self._bidden = self._table.game.turn, set()
        self.sitting = seat
        if self.ended:
            self._parted.add(seat)
        if self.ended or self.paused:
            return
        if seat in self._bidden:
            self._table.clock.go()
        else:
            self._table.clock.restart(run=True)
        self._bidden.add(seat)

    def _chair(self, row: SeatState, next_one: str) -> Chair:
        state = "waiting" if row.state == "writing" else row.state
        if row.seat == next_one:
            state = "now"
        policy = row.holder if row.state == "policy" else ""
        return Chair(row.seat, row.name, row.actor, state, policy)
