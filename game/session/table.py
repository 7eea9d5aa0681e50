"""The table: who sits where, whose sheet is in, and the journal that keeps all of it.

A turn is played when the sheets of all persons are in; stand-ins write theirs then, from what they
may see and nothing else. The sheets of all seats are on the disk before the turn is played, and
each that has to wait is there as soon as it is handed in: what anybody has been shown can be
played again, and nobody writes a sheet twice because a laptop died.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from game.engine import FACILITATOR, Order
from game.engine.journal import PERSON, HashRecord, Intervention, SheetRecord, TurnRecord
from game.language import t
from game.rules import Impossible
from game.scenario import Scenario
from game.session.clock import Clock, Time
from game.session.harmless import storable
from game.session.imagining import Imaginings
from game.session.place import Place
from game.session.reading import JournalRefused
from game.session.retrace import retrace
from game.session.running import Running
from game.session.seating import holders, waiting_sheets
from game.session.sheets import LONGEST, judged
from game.session.shelf import header_of, must_fit
from game.session.stand_ins import StandIn, must_be_seated, seated
from game.session.store import Journal
from game.views import Forecast, Observation, Told


class Table:
    """One live game with its seats and its journal; `begin` and `resume` make one."""

    def __init__(
        self, game: Running, journal: Journal, sealed: Mapping[str, tuple[Order, ...]] | None = None
    ) -> None:
        """A table over a game that stands between two turns; its next turn begins at once.

        `sealed` are the sheets for that turn that are in already. While the table is `paused`,
        sheets are sealed and no turn is played.
        """
        self.game = game
        self.journal = journal
        self.clock = Clock(None)
        self.lock = RLock()  # a window hands in beside the thread that draws
        self.sealed: dict[str, tuple[Order, ...]] = dict(sealed or {})
        self._heard = dict.fromkeys(game.seats, 0)
        self._imaginings = Imaginings(game)
        self.game.begin()
        self.paused = bool(self.sealed) and not self.missing()  # it was, or the turn were played

    @property
    def holders(self) -> dict[str, str]:
        """Who holds each seat now: "person", "facilitator" or the name of a policy."""
        return holders(self.game.header, self.game.hands)

    @property
    def persons(self) -> list[str]:
        """The seats that people hold."""
        return [seat for seat, holder in self.holders.items() if holder == PERSON]

    def place(self, seat: str) -> Place:
        """The place of a seat, for whoever holds it."""
        if seat not in self.game.seats:
            raise ValueError(f"there is no seat '{seat}': {', '.join(self.game.seats)} are")
        return _Chair(
            look=lambda: self._look(seat),
            hear=lambda: self._tell(seat),
            say=lambda orders: self.hand_in(seat, orders),
            imagine=lambda orders: self._imaginings.forecast(seat, orders),
            mark=lambda text: self.mark(text, seat),
            time=self._time,
        )

    def missing(self) -> list[str]:
        """The seats whose sheet somebody has to write and that is not in yet."""
        by_hand = (PERSON, FACILITATOR)
        written = [seat for seat, holder in self.holders.items() if holder in by_hand]
        return [seat for seat in written if seat not in self.sealed]

    def hand_in(self, seat: str, orders: Sequence[Order]) -> list[str]:
        """Seal a seat's sheet, and play the turn if it was the last; refusals come back."""
        with self.lock:
            return self._hand_in(seat, orders)

    def _hand_in(self, seat: str, orders: Sequence[Order]) -> list[str]:
        holder = self.holders[seat]
        if self.game.ended:
            return [t("The game has ended; nothing more can be ordered.")]
        if holder not in (PERSON, FACILITATOR):
            return [t("This seat is played by the stand-in '{policy}'.", policy=holder)]
        if seat in self.sealed:
            return [t("Your sheet for this turn is handed in already; it waits for the others.")]
        sheet, refusals = judged(orders, self.game.observe(seat))
        if refusals:
            return refusals
        self.sealed[seat] = sheet
        try:
            if self.missing() or self.paused:
                self.journal.append(SheetRecord(self.game.turn, seat, sheet))
            else:
                self.advance()
        except JournalRefused as refusal:  # a full disk: nothing has happened yet
            del self.sealed[seat]
            return [str(refusal)]
        return []

    def advance(self) -> None:
        """Play the turn with the sheets that are in; the stand-ins write theirs now."""
        seats = self.holders
        orders = [order for seat in self.game.seats for order in self._sheet(seat, seats[seat])]
        turn = self.game.turn
        self.journal.append(TurnRecord(turn, tuple(orders)))
        self.sealed = {}
        self.game.close(orders)
        with suppress(JournalRefused):  # the sheets are safe, and the hash follows from them
            self.journal.append(HashRecord(turn, self.game.hash()))
        self.game.begin()

    def settle(self) -> None:
        """Play the turn if all sheets are in and the table is not paused.

        Raises:
            JournalRefused: it could not be saved; the table is as it was.
        """
        with self.lock:
            if self.sealed and not self.paused and not self.game.ended and not self.missing():
                self.advance()

    def _sheet(self, seat: str, holder: str) -> tuple[Order, ...]:
        if holder in (PERSON, FACILITATOR):
            return self.sealed.get(seat, ())
        return StandIn(holder, seat, self.game.header.seed).sheet(self.game.observe(seat))

    def do(self, done: Intervention) -> int:
        """Carry out what is done by hand, once it is in the journal; its row number comes back.

        Raises:
            Impossible: the game cannot carry it out; nothing is written.
            JournalRefused: it could not be saved; nothing is done.
        """
        with self.lock:
            self.game.rehearse(done)
            row = self.journal.append(done)
            self.game.take(done)
            return row

    def mark(self, text: str, seat: str = "") -> None:
        """Mark this moment for the debrief, as a seat or as the facilitator.

        Raises:
            JournalRefused: it could not be saved.
        """
        said = storable(text)[:LONGEST]
        data = {"text": said, "seat": seat}
        self.do(Intervention(self.game.turn, "mark", seat or FACILITATOR, "", data))

    def intervene(self, kind: str, inject: str, *, by: str, why: str) -> None:
        """Fire or hold an inject by hand: it takes effect when the next turn begins.

        Raises:
            ValueError: no such inject, or neither "fire" nor "hold".
        """
        names = self.game.rulebook.keys["inject"]
        if inject not in names:
            raise ValueError(f"there is no inject '{inject}'; there are {', '.join(names)}")
        if kind not in ("fire", "hold", "release"):
            raise ValueError(f"an inject is fired, held or released by hand, not '{kind}'")
        turn = self.game.turn + 1
        self.do(Intervention(turn, kind, by=by, why=why, data={"inject": inject}))

    def close(self) -> None:
        """End the session; the journal is one file then, and can be taken up again."""
        self.journal.close()

    def _time(self) -> Time:
        return self.clock.now()

    def _look(self, seat: str) -> Observation:
        with self.lock:
            return self.game.observe(seat)

    def _tell(self, seat: str) -> list[Told]:
        with self.lock:
            told = self.game.told[seat]
            begin, self._heard[seat] = self._heard[seat], len(told)
            return told[begin:]


def begin(
    scenario: Scenario, seed: int, seats: Mapping[str, str], store: Path | None = None
) -> Table:
    """A new game; `seats` says for each seat "person" or the policy that holds it.

    Seats that it leaves out are held by the scenario's own stand-ins. Without a store the journal
    is in memory and ends with the program.

    Raises:
        JournalRefused: the store cannot be made, or is there already.
        ValueError: a seat or a policy of that name does not exist.
    """
    game = Running(scenario, header_of(scenario, seed, seated(scenario, seats)))
    journal = Journal.create(store, game.header)
    journal.append(HashRecord(0, game.hash()))
    return Table(game, journal)


def resume(scenario: Scenario, store: Path) -> Table:
    """The game of this journal, to be continued where it stopped.

    Raises:
        JournalRefused: the journal cannot be used, or belongs to another scenario text or other
            rules, or its game comes out differently when it is played again.
    """
    journal, reading = Journal.open(store)
    try:
        must_fit(reading.header, scenario, store)
        must_be_seated(reading.header, scenario, store)
        game = Running(scenario, reading.header)
        verdict = retrace(game, reading.records)
        if not verdict.good:
            raise JournalRefused(f"{store}: {verdict.sentence}")  # noqa: TRY301 - one way out
        if not verdict.sealed:
            journal.append(HashRecord(verdict.turns, game.hash()))
        return Table(game, journal, waiting_sheets(reading.records, game.turn))
    except Impossible as problem:
        journal.close()
        raise JournalRefused(f"{store}: {problem}") from problem
    except BaseException:
        journal.close()
        raise


@dataclass(frozen=True, slots=True)
class _Chair:
    """A place at a table in the same program: its verbs, and no way to the table behind them."""

    look: Callable[[], Observation]
    hear: Callable[[], list[Told]]
    say: Callable[[Sequence[Order]], list[str]]
    imagine: Callable[[Sequence[Order]], Forecast]
    mark: Callable[[str], None]
    time: Callable[[], Time]

    @property
    def clock(self) -> Time:
        """The clock as it stands."""
        return self.time()
