"""Playing a journal again: the same sheets, the same injects by hand, and every hash compared.

The journal says what went in; what came of it is worked out anew. Where the hash of a turn is not
the one that was written then, this is not the same game any more, and the turn is named.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.engine import InvalidOrder
from game.engine.journal import HashRecord, Intervention, Record, TurnRecord
from game.rules import Impossible
from game.scenario import Scenario
from game.session.reading import read
from game.session.running import Running
from game.session.shelf import must_fit


@dataclass(frozen=True, slots=True)
class Verdict:
    """What playing a journal again came to."""

    turns: int  # turns that were played again
    differs: int | None  # the first turn whose state is another one, 0 for the start
    sealed: bool  # whether the last turn's hash is in the journal
    ended: bool
    broken: str = ""  # where the journal itself breaks

    @property
    def good(self) -> bool:
        """Whether the journal is whole and its game came out the same."""
        return self.differs is None and not self.broken

    @property
    def sentence(self) -> str:
        """The verdict for people."""
        if self.differs is not None:
            when = f"turn {self.differs}" if self.differs else "the start"
            return (
                f"played again, the game differs at {when}: this machine or this version of its "
                "libraries works something out differently, or the journal was made up."
            )
        turns = "1 turn was" if self.turns == 1 else f"{self.turns} turns were"
        state = "the game has ended" if self.ended else "the game has not ended"
        said = f"{turns} played again, and every state is the same; {state}."
        return f"{said} But {self.broken}" if self.broken else said


def verify(path: Path, scenario: Scenario) -> Verdict:
    """Play a journal again and compare every state; the file stays as it is.

    Raises:
        JournalRefused: it is no journal, or one of another scenario text or engine.
    """
    reading = read(path)
    must_fit(reading.header, scenario, path)
    return retrace(Running(scenario, reading.header), reading.records, broken=reading.broken)


def retrace(game: Running, records: Iterable[Record], *, broken: str = "") -> Verdict:
    """Take a game that has just begun as far as its records go, or to where it differs.

    The game is left between two turns: the next one is not begun.
    """
    sealed = False
    for row in records:
        if isinstance(row, Intervention):
            game.take(row)
        elif isinstance(row, TurnRecord):
            if row.turn != game.turn or game.ended:
                return _verdict(game, differs=row.turn, broken=broken)
            try:
                game.begin()
                game.close(row.orders)
            except (InvalidOrder, Impossible):  # no table has sealed this
                return _verdict(game, differs=row.turn, broken=broken)
            sealed = False
        elif isinstance(row, HashRecord):
            if (row.turn, row.hash) != (game.completed, game.hash()):
                return _verdict(game, differs=row.turn, broken=broken)
            sealed = True
    return _verdict(game, sealed=sealed, broken=broken)


def _verdict(
    game: Running, *, differs: int | None = None, sealed: bool = False, broken: str
) -> Verdict:
    return Verdict(game.completed, differs, sealed, game.ended, broken)
