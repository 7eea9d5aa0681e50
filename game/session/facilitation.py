"""The facilitator at the table: the white cell, who sees all and may step in.

Everything done here that changes play is an entry of the journal with who and why, and is played
again like any order. What the seats hear of it is the curtain's business: an inject is told to
those it is addressed to, a number that was set only to who knows that number, a mark to nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.engine import FACILITATOR, Order
from game.engine.journal import Intervention
from game.language import t
from game.policies import POLICIES
from game.rules import Impossible
from game.session import proposals
from game.session.branch import branch_of, free_path
from game.session.clock import DECIDE, EMPTY, Clock
from game.session.harmless import storable
from game.session.place import Place
from game.session.proposals import NotDone
from game.session.reading import JournalRefused
from game.session.table import Table
from game.session.whitecell import WhiteCell


class Facilitation:
    """The verbs of whoever leads the session; the PIN is asked where one sits down."""

    def __init__(self, table: Table, clock: Clock | None = None, by: str = FACILITATOR) -> None:
        """At this table, with another clock if one is given; `by` is the name entries bear."""
        self.table, self.by = table, by
        self.see = WhiteCell(table)
        if clock is not None:
            table.clock = clock

    @property
    def clock(self) -> Clock:
        """The clock of this turn."""
        return self.table.clock

    # ---------------------------------------------------------------------------------- time

    def pause(self) -> None:
        """Stop the clock and the game: sheets may be sealed, no turn is played."""
        self.table.paused = True
        self.clock.stop()

    def resume(self) -> None:
        """Go on; if all sheets came in meanwhile, the turn is played now.

        Raises:
            JournalRefused: it could not be saved; the table stays paused.
        """
        self.table.paused = False
        self._settle()
        if not self.table.game.ended:
            self.clock.go()

    def extend(self, seconds: float) -> None:
        """Give more time for this turn."""
        self.clock.extend(seconds)

    def set_clock(self, per_turn: float | None, when_over: str = DECIDE) -> None:
        """So many seconds a turn, or a sitting, from now on; None for no limit.

        When they are over somebody has to "decide", or "empty" sheets go in for those missing.

        Raises:
            NotDone: no time at all, or another end than these.
        """
        if when_over not in (DECIDE, EMPTY) or (per_turn is not None and per_turn < 1):
            raise NotDone(t("A turn takes a minute at least, or has no limit."))
        runs, tell = self.clock.runs, self.clock.tell
        self.table.clock = Clock(per_turn, when_over, tell=tell)
        self.clock.restart(run=runs)

    def skip(self, why: str = "") -> None:
        """Play the turn now: sheets that are not in count as empty.

        Raises:
            NotDone: the game has ended. JournalRefused: it could not be saved.
        """
        self._must_run()
        missing = self.table.missing()
        if missing:
            self._do("skip", why, {"missing": missing})
        self.table.paused = False
        self.table.advance()
        self.clock.restart(run=not self.table.game.ended)

    def tick(self) -> bool:
        """Look at the clock: whether time is up and somebody has to decide."""
        if self.table.game.ended or self.table.paused or not self.clock.over:
            return False
        if self.clock.when_over == EMPTY:
            self.skip(t("The time was up."))
            return False
        return True

    # ------------------------------------------------------------------------------- injects

    def fire(self, inject: str, why: str = "") -> int:
        """Give an inject now, in mid-turn; the row of the entry comes back.

        Raises:
            NotDone: there is no such inject, or it has been given.
        """
        return self._do("give", why, {"inject": proposals.waiting(self.table.game, inject)})

    def hold(self, inject: str, why: str) -> int:
        """Keep an inject from coming until it is released; from the next turn on.

        Raises:
            NotDone: there is no such inject, it has been given, or the reason is missing.
        """
        data = {"inject": proposals.waiting(self.table.game, inject)}
        return self._do("hold", proposals.reason(why), data, later=True)

    def release(self, inject: str, why: str = "") -> int:
        """Let an inject that was held come when it is due.

        Raises:
            NotDone: there is no such inject, or it has been given.
        """
        data = {"inject": proposals.waiting(self.table.game, inject)}
        return self._do("release", why, data, later=True)

    def edit(self, inject: str, text: str, why: str = "") -> int:
        """Change the words of an inject that has not been given yet.

        Raises:
            NotDone: there is no such inject, it has been given, or there are no words.
        """
        data = {"inject": proposals.waiting(self.table.game, inject)}
        return self._do("edit", why, {**data, "text": proposals.words(text)})

    def write(
        self,
        text: str,
        to: Sequence[str] = (),
        source: str = "",
        effects: str = "",
        *,
        why: str = "",
        later: bool = False,
    ) -> int:
        """Write a new inject and give it now, or when the next turn begins.

        It is told to the seats named, or to all. `effects` is a list in the language of scenarios,
        such as `- {shift: "tension(a, b)", by: 5}`; without them only the words reach the seats.

        Raises:
            NotDone: no words, no such seat, or effects that cannot be read.
        """
        data = proposals.writing(self.table.game, text, to, source, effects)
        return self._do("write", why, data, later=later)

    # -------------------------------------------------------------------- seats and overriding

    def give_seat(self, seat: str, to: str, why: str = "") -> int:
        """Hand a seat to "person", to "facilitator", or to a stand-in by name, and back.

        A sheet of a person that is in stays in, and counts until the turn is played; a stand-in
        writes its own.

        Raises:
            NotDone: there is no such seat or stand-in, or it is so already.
        """
        row = self._do("seat", why, proposals.seating(self.table.holders, seat, to))
        if to in POLICIES:
            self.table.sealed.pop(seat, None)
        self._settle()
        return row

    def play(self, seat: str, why: str = "") -> Place:
        """Take a vacant seat's place oneself."""
        if self.table.holders.get(seat) != FACILITATOR:
            self.give_seat(seat, FACILITATOR, why)
        return self.table.place(seat)

    def set(self, measure: str, things: Sequence[str], to: float, why: str) -> int:
        """Make a number of the world another, now; the reason is read by all in the debrief.

        Raises:
            NotDone: no such number, out of its range, or the reason is missing.
        """
        self._must_run()
        done = proposals.setting(self.table.game, measure, things, to, proposals.reason(why))
        return self.table.do(replace(done, by=self.by))

    def strike(self, seat: str, number: int, why: str, put: Order | None = None) -> int:
        """Take order `number` (from 1) from a sealed sheet, and perhaps put another for it.

        Raises:
            NotDone: that sheet is not in or has no such order, the other one may not be given, or
                the reason is missing.
        """
        self._must_run()
        sheet = self.see.sheet(seat)
        done, changed = proposals.striking(self.table.game, sheet, seat, number, put, why)
        row = self.table.do(replace(done, by=self.by))
        self.table.sealed[seat] = changed
        return row

    def undo(self, row: int) -> int:
        """Take back the entry in a row by a second one: a number, a seat, an inject held.

        Raises:
            NotDone: there is no such entry, or it cannot be taken back.
        """
        records = self.table.journal.reading().records
        done = records[row - 2] if 2 <= row <= len(records) + 1 else None
        if not isinstance(done, Intervention):
            raise NotDone(t("Row {row} of the journal is nothing done by hand.", row=row))
        why, data = t("Row {row} is taken back.", row=row), done.data
        match done.kind:
            case "set":
                return self.set(data["measure"], data["things"], data["was"], why)
            case "seat":
                return self.give_seat(data["seat"], data["was"], why)
            case "hold":
                return self.release(data["inject"], why)
            case "release":
                return self.hold(data["inject"], why)
        raise NotDone(t("What was told cannot be taken back; rewind to a turn instead."))

    # ---------------------------------------------------------------------- marks and branches

    def mark(self, text: str, seat: str = "") -> None:
        """Mark this moment for the debrief; `seat` is whom it is about, if it is about one."""
        self._do("mark", "", {"text": proposals.words(text), "seat": seat})

    def rewind(self, turn: int, store: Path | None = None) -> Path:
        """Make a branch in which this turn is played anew; the journal here stays untouched.

        Raises:
            JournalRefused: that turn was not reached, or the game has no file and none is named.
        """
        journal = self.table.journal
        if store is None:
            if journal.path is None:
                raise JournalRefused(t("This game is in memory only: name a file for the branch."))
            store = free_path(journal.path, turn)
        name = journal.path.name if journal.path else t("a game in memory")
        return branch_of(journal.reading(), name, turn, store)

    # ------------------------------------------------------------------------------- inside

    def _do(self, kind: str, why: str, data: Mapping[str, object], *, later: bool = False) -> int:
        if kind != "mark":
            self._must_run()
        turn = self.table.game.turn + later
        try:
            return self.table.do(Intervention(turn, kind, self.by, storable(why), dict(data)))
        except Impossible as problem:
            raise NotDone(str(problem)) from problem

    def _settle(self) -> None:
        before = self.table.game.completed
        try:
            self.table.settle()
        except JournalRefused:
            self.table.paused = True
            raise
        if self.table.game.completed > before:
            self.clock.restart(run=not self.table.game.ended)

    def _must_run(self) -> None:
        if self.table.game.ended:
            raise NotDone(t("The game has ended."))
