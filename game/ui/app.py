"""The pages on one board, and which page follows which: the only place that knows.

A page asks for another by name: `leave(stage, "briefing")`. Whoever adds a page adds a line to
`_routes`. Several seats can share the board: each keeps its own work, and what stands between
them, a curtain, is handed in as `between`, so that no page needs to know whether it is alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as themes
from game.ui.aid import Aid
from game.ui.screens import Briefing, Desk, Ending, Work
from game.ui.view_models.desk import over

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session import Place
    from game.ui.board import Board
    from game.ui.stage import Stage


class App:
    """The seats that play at one window."""

    def __init__(
        self,
        place: Place,
        board: Board,
        *,
        briefing: bool = True,
        work: Work | None = None,
        seat: str = "",
    ) -> None:
        """Sit down at a place; the briefing comes first if wanted, `work` goes on from before."""
        self.board = board
        self.stage = board.stage
        if self.stage.aid is None:
            self.stage.aid = Aid(self.stage)
        self.works: dict[str, Work] = {}
        self.between: Callable[[App, str], None] | None = None  # after a seat has handed in
        self.home: Callable[[], None] | None = None  # what "quit" leads to, instead of closing
        self.sit(seat, place, briefing=briefing, work=work)

    def sit(
        self, seat: str, place: Place, *, briefing: bool = True, work: Work | None = None
    ) -> None:
        """Let a seat have the board; what it had begun before lies as it left it."""
        new = seat not in self.works
        if new:
            self.works[seat] = Work.at(place) if work is None else work
        self.seat = seat
        self.stage.memory.clear()  # where one person scrolled to is no other's affair
        self.stage.caption = self.caption
        if over(self.work.now):
            self.go("ending")
        else:
            self.go("first briefing" if briefing and new else "desk")

    def arrive(self) -> None:
        """Tell the seat that has the board what happened since it last looked."""
        page = self.stage.layers[0].screen
        if isinstance(page, Desk):
            page.arrive(self.stage)

    @property
    def work(self) -> Work:
        """The work of the seat that has the board."""
        return self.works[self.seat]

    @property
    def caption(self) -> str:
        """What the window's frame says."""
        return f"{self.work.booklet.title} · Backchannel"

    def go(self, page: str) -> None:
        """Turn to a page by its name; one that nobody knows is the desk."""
        self._routes().get(page, self._desk)()

    def _routes(self) -> dict[str, Callable[[], None]]:
        """Every page by name. A new page is one more line here."""
        return {
            "desk": self._desk,
            "briefing": lambda: self._briefing(again=True),
            "first briefing": lambda: self._briefing(again=False),
            "handed in": self._handed_in,
            "ending": self._ending,
            "debrief": self._debrief,
            "theme": self._theme,
            "quit": self._quit,
        }

    def _go(self, stage: Stage, page: str) -> None:
        """What pages are given to ask for others."""
        del stage
        self.go(page)

    def _desk(self) -> None:
        """Where a turn is played."""
        self.stage.show(Desk(self.work, self._go))

    def _briefing(self, *, again: bool) -> None:
        """What the seat reads before the first turn, and whenever it wants."""
        self.stage.show(Briefing(self.work, self._read, again=again))

    def _read(self, stage: Stage) -> None:
        """The briefing was read."""
        self._go(stage, "ending" if over(self.work.now) else "desk")

    def _ending(self) -> None:
        """The end of the game; from there it can be talked over, where it is kept."""
        talks = self.board.debriefs is not None
        self.stage.show(Ending(self.work, self._go, talks=talks))

    def _debrief(self) -> None:
        """Everybody's game, with nothing kept back: only after its end."""
        if self.board.debriefs is not None and over(self.work.now):
            self.board.debriefs(self._ending)

    def _handed_in(self) -> None:
        """A sheet is sealed: where seats share a laptop, the next one comes."""
        if self.between is not None:
            self.between(self, self.seat)

    def _theme(self) -> None:
        """The other set of colors."""
        at = themes.THEMES.index(self.stage.theme)
        self.stage.dress(theme=themes.THEMES[(at + 1) % len(themes.THEMES)])

    def _quit(self) -> None:
        """Leave the game; the journal keeps it."""
        if self.home is not None:
            self.home()
        else:
            self.stage.done = True
