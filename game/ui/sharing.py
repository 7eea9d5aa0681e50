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
from game.ui.screens.facilitator import Facilitator, Ways
from game.ui.widgets import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
        led: bool = False,
        home: Callable[[], None] | None = None,
    ) -> None:
        """The curtain is down; `new` games begin with each seat's briefing.

        A game that is `led` begins with the facilitator's PIN.
        """
        self.board, self.stage, self.door = board, board.stage, door
        self.new, self.home = new, home
        self.app: App | None = None
        self.warned = self.playing = ""
        self.stage.warden = self
        self.drop(lead=led and not door.led)

    def drop(self, *, lead: bool = False) -> None:
        """The curtain falls, at once, over everything."""
        self.door.fall()
        clipboard.forget()  # the next seat pastes nothing of this one's
        self.warned = ""
        self.stage.memory.clear()
        self.stage.caption = f"{self.door.title} · Backchannel"
        talk = self._talk if self.board.debriefs is not None else None
        doors = Doors(seat=self.sit, lead=self.lead, out=self.leave, talk=talk)
        self.stage.show(Curtain(self.door, doors, lead=lead))

    def sit(self, seat: str, place: Place) -> None:
        """The curtain rises: this seat's pages, and what happened since, for its eyes alone."""
        self._pages(seat, place, briefing=self.new)
        if self.app is not None:
            self.app.between = lambda *_: self._next(seat)

    def _next(self, seat: str) -> None:
        """The next seat sits down; who plays alone stays, with a new turn's time."""
        if self.door.alone and self.door.next() == seat:
            self.door.rise(seat)
        else:
            self.drop()

    def _pages(self, seat: str, place: Place, *, briefing: bool) -> None:
        """The pages of a seat, as it left them."""
        if self.app is None:
            self.app = App(place, self.board, briefing=briefing, seat=seat)
            self.app.home = self.leave
        else:
            self.app.sit(seat, place, briefing=briefing)
        self.app.arrive()

    def lead(self, lead: Facilitation) -> None:
        """The facilitator's page."""
        ways = Ways(
            back=self.drop,
            play=lambda seat: self._play(lead, seat),
            free=self._free,
            branch=self._branched,
        )
        self.playing = ""
        self.stage.memory.clear()
        self.stage.show(Facilitator(lead, ways), rise=True)

    def _play(self, lead: Facilitation, seat: str) -> None:
        """The facilitator plays a seat on its own pages, and comes back when it has handed in."""
        self.playing = seat
        self._pages(seat, lead.play(seat), briefing=False)
        if self.app is not None:
            self.app.between = lambda *_: self.lead(lead)

    def _free(self, seat: str) -> None:
        """A seat chooses its PIN anew."""
        self.door.free(seat)
        self.stage.tell(Notice(say("This seat chooses a new PIN when it sits down."), icon="lock"))

    def _branched(self, path: Path) -> None:
        """A branch was made: it lies beside this game, to be gone on with."""
        said = say("The branch is kept: {name}. Go on with it from the launcher.", name=path.name)
        self.stage.tell(Notice(said, icon="fork", kind="banner"))

    def _talk(self) -> None:
        """Everybody's game, now that it is over."""
        if self.board.debriefs is not None and self.door.ended:
            self.board.debriefs(self.drop)

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
