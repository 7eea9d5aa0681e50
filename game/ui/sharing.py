"""A laptop that several people share: the curtain, one seat's pages after the other, F9.

It holds the door of the table, hands a place to the pages of the seat whose PIN was right, and
drops the curtain when that seat has handed in, when Ctrl+L is pressed, and when its time is up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui.app import App
from game.ui.notices import Notice
from game.ui.screens.curtain import Curtain, Doors

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session import Facilitation, HotSeat, Place
    from game.ui.board import Board
    from game.ui.press import Press


class Sharing:
    """Lets people in and out at one window."""

    def __init__(
        self,
        board: Board,
        door: HotSeat,
        *,
        new: bool = True,
        home: Callable[[], None] | None = None,
    ) -> None:
        """The curtain is down; `new` games begin with each seat's briefing."""
        self.board, self.stage, self.door = board, board.stage, door
        self.new, self.home = new, home
        self.app: App | None = None
        self.warned = ""
        self.stage.warden = self
        self.drop()

    def drop(self, *, lead: bool = False) -> None:
        """The curtain falls, at once, over everything."""
        self.door.fall()
        self.warned = ""
        self.stage.memory.clear()
        self.stage.caption = f"{self.door.title} · Backchannel"
        doors = Doors(seat=self.sit, lead=self.lead, out=self.leave)
        self.stage.show(Curtain(self.door, doors, lead=lead))

    def sit(self, seat: str, place: Place) -> None:
        """The curtain rises: this seat's pages, and what happened since, for its eyes alone."""
        if self.app is None:
            self.app = App(place, self.board, briefing=self.new, seat=seat)
            self.app.between = lambda *_: self.drop()
            self.app.home = self.leave
        else:
            self.app.sit(seat, place, briefing=self.new)
        self.app.arrive()

    def lead(self, lead: Facilitation) -> None:
        """The facilitator's page."""
        del lead

    def leave(self) -> None:
        """Out of the game: the journal keeps it."""
        self.door.fall()
        self.stage.warden = None
        if self.home is not None:
            self.home()
        else:
            self.stage.done = True

    # ------------------------------------------------------------------- before every page

    def hears(self, press: Press) -> bool:
        """Ctrl+L drops the curtain, F9 calls the facilitator."""
        if press.kind == "key" and press.ctrl and press.key == "l":
            self.drop()
            return True
        if press.named("f9") and not isinstance(self.stage.layers[0].screen, Curtain):
            self.drop(lead=True)
            return True
        return False

    def tick(self) -> None:
        """Look at the clock of whoever sits."""
        over = self.door.tick()
        if over == "empty":
            self.drop()
        elif over and over != self.warned:
            self.warned = over
            said = say("Your time is up: hand in what you have.")
            self.stage.tell(Notice(said, icon="clock", kind="alert"))
