"""The table: who sits where, whose sheet is in, and the journal that keeps all of it.

A turn is played when the sheets of all persons are in; stand-ins write theirs then, from what they
may see and nothing else. The sheets of all seats are on the disk before the turn is played, so
whatever anybody has been shown can be played again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from game.engine import Order
from game.engine.journal import PERSON, HashRecord, Intervention, TurnRecord
from game.scenario import Scenario
from game.session.place import Place
from game.session.reading import JournalRefused
from game.session.retrace import HANDS, by_hand, retrace
from game.session.running import Running
from game.session.sheets import judged
from game.session.shelf import header_of, must_fit
from game.session.stand_ins import StandIn, must_be_seated, seated
from game.session.store import Journal
from game.views import Observation, Told


class Table:
    """One live game with its seats and its journal; `begin` and `resume` make one."""

    def __init__(
        self, game: Running, journal: Journal, interventions: Iterable[Intervention] = ()
    ) -> None:
        """A table over a game that stands between two turns; its next turn begins at once."""
        self.game = game
        self.journal = journal
        self._interventions = list(interventions)
        self._sealed: dict[str, tuple[Order, ...]] = {}
        self._heard = dict.fromkeys(game.seats, 0)
        self._stand_ins = {
            seat: StandIn(policy, seat, game.header.seed)
            for seat, policy in game.header.seats.items()
            if policy != PERSON
        }
        self.game.open(self._by_hand())

    @property
    def persons(self) -> list[str]:
        """The seats that people hold."""
        return [seat for seat, holder in self.game.header.seats.items() if holder == PERSON]

    def place(self, seat: str) -> Place:
        """The place of a seat, for whoever holds it."""
        if seat not in self.game.seats:
            raise ValueError(f"there is no seat '{seat}': {', '.join(self.game.seats)} are")
        return _Chair(
            look=lambda: self.game.observe(seat),
            hear=lambda: self._tell(seat),
            say=lambda orders: self.hand_in(seat, orders),
        )

    def missing(self) -> list[str]:
        """The seats of persons whose sheet is not in yet."""
        return [seat for seat in self.persons if seat not in self._sealed]

    def hand_in(self, seat: str, orders: Sequence[Order]) -> list[str]:
        """Seal a seat's sheet, and play the turn if it was the last; refusals come back."""
        if self.game.ended:
            return ["The game has ended; nothing more can be ordered."]
        if seat in self._stand_ins:
            return [f"This seat is played by the stand-in '{self.game.header.seats[seat]}'."]
        if seat in self._sealed:
            return ["Your sheet for this turn is handed in already; it waits for the others."]
        sheet, refusals = judged(orders, self.game.observe(seat))
        if refusals:
            return refusals
        self._sealed[seat] = sheet
        if self.missing():
            return []
        try:
            self.advance()
        except JournalRefused as refusal:  # a full disk: nothing has happened yet
            del self._sealed[seat]
            return [str(refusal)]
        return []

    def advance(self) -> None:
        """Play the turn, all persons' sheets being in; the stand-ins write theirs now."""
        orders = [
            order
            for seat in self.game.seats
            for order in (
                self._sealed.get(seat, ())
                if seat not in self._stand_ins
                else self._stand_ins[seat].sheet(self.game.observe(seat))
            )
        ]
        turn = self.game.turn
        self.journal.append(TurnRecord(turn, tuple(orders)))
        self._sealed = {}
        self.game.close(orders)
        with suppress(JournalRefused):  # the sheets are safe, and the hash follows from them
            self.journal.append(HashRecord(turn, self.game.hash()))
        self.game.open(self._by_hand())

    def intervene(self, kind: str, inject: str, *, by: str, why: str) -> None:
        """Fire or hold an inject by hand: it takes effect when the next turn begins.

        Raises:
            ValueError: no such inject, or neither "fire" nor "hold".
        """
        names = self.game.rulebook.keys["inject"]
        if inject not in names:
            raise ValueError(f"there is no inject '{inject}'; there are {', '.join(names)}")
        if kind not in HANDS:
            raise ValueError(f"an inject is fired or held by hand, not '{kind}'")
        done = Intervention(self.game.turn + 1, kind, by=by, why=why, data={"inject": inject})
        self.journal.append(done)
        self._interventions.append(done)

    def close(self) -> None:
        """End the session; the journal is one file then, and can be taken up again."""
        self.journal.close()

    def _tell(self, seat: str) -> list[Told]:
        told = self.game.told[seat]
        begin, self._heard[seat] = self._heard[seat], len(told)
        return told[begin:]

    def _by_hand(self) -> dict[str, bool]:
        return by_hand(self._interventions, self.game.turn)


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
        records = reading.records
        return Table(game, journal, [row for row in records if isinstance(row, Intervention)])
    except BaseException:
        journal.close()
        raise


@dataclass(frozen=True, slots=True)
class _Chair:
    """A place at a table in the same program: three verbs, and no way to the table behind them."""

    look: Callable[[], Observation]
    hear: Callable[[], list[Told]]
    say: Callable[[Sequence[Order]], list[str]]
