"""The pages of one seat on one board: which page follows which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as themes
from game.ui.screens import Briefing, Desk, Ending, Work
from game.ui.view_models import sheet
from game.ui.view_models.desk import over
from game.ui.view_models.index import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.session import Place
    from game.ui.board import Board
    from game.ui.stage import Stage


class App:
    """A seat at the window."""

    def __init__(
        self, place: Place, board: Board, *, briefing: bool = True, work: Work | None = None
    ) -> None:
        """Sit down at a place; the briefing comes first if wanted, `work` goes on from before."""
        self.board = board
        self.stage = board.stage
        self.work = Work.at(place) if work is None else work
        if over(self.work.now):
            self._go(self.stage, "ending")
        else:
            self._go(self.stage, "first briefing" if briefing else "desk")

    @property
    def caption(self) -> str:
        """What the window's frame says."""
        return f"{self.work.booklet.title} · Backchannel"

    def _go(self, stage: Stage, page: str) -> None:
        """Turn to a page."""
        if page in ("briefing", "first briefing"):
            stage.show(Briefing(self.work, self._read, again=page == "briefing"))
        elif page == "theme":
            at = themes.THEMES.index(stage.theme)
            stage.theme = themes.THEMES[(at + 1) % len(themes.THEMES)]
            stage.dirty = True
        elif page == "ending":
            stage.show(Ending(self.work, self._go))
        elif page == "quit":
            stage.done = True
        else:
            stage.show(Desk(self.work, self._go))

    def _read(self, stage: Stage) -> None:
        """The briefing was read."""
        self._go(stage, "ending" if over(self.work.now) else "desk")

    def pages(self) -> Iterator[str]:
        """Turn to one page after the other for pictures; a suffix for each comes back."""
        yield ""
        if over(self.work.now):
            return
        self.work.draft = sheet.example(self.work.index)
        self.stage.show(Desk(self.work, self._go))
        yield "-order"
        self.work.draft = Draft()
        if self.work.now.turn == 1:
            self._go(self.stage, "first briefing")
            yield "-briefing"
