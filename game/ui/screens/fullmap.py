"""The map over the whole window, beside it what this seat knows of the mark in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import influence
from game.ui.screens.note import Words, paragraph
from game.ui.screens.why_layer import open_why
from game.ui.view_models.dossier import dossier
from game.ui.widgets import Panel, Scroller, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.dossier import Standing

ASIDE = 300.0
LEAST = 640.0  # dp that the map keeps; in a smaller window the context is one Enter away


class FullMap(Screen):
    """A layer with the map; M or Esc closes it, T turns it into the table."""

    first = "full/graph"
    covers = True

    def __init__(
        self, work: Work, atlas: Callable[[], Atlas], address: Callable[[str], None]
    ) -> None:
        """`address` makes a mark the target of the open order."""
        self.work, self.atlas, self.address = work, atlas, address

    def build(self, stage: Stage) -> list[Widget]:
        """The map, and the context of its focus where there is room."""
        area = stage.area.inset(16)
        aside = area.w - ASIDE - t.GUTTER >= LEAST
        box = Box(area.x, area.y, area.w - (ASIDE + t.GUTTER if aside else 0), area.h)

        def choose(key: str) -> None:
            stage.close()
            self.address(key)

        acts = influence.Acts(self._focus, choose, self._table, stage.close)
        atlas, work = self.atlas(), self.work
        found = [
            influence.panel(
                stage,
                box,
                work.book,
                atlas,
                work.focus,
                table=work.table,
                acts=acts,
                name="full",
            )
        ]
        if aside:
            found.append(self._context(stage, Box(box.right + t.GUTTER, box.y, ASIDE, box.h)))
        return found

    def _context(self, stage: Stage, box: Box) -> Widget:
        """What is known of the focus."""
        view = dossier(self.work.book, self.atlas(), self.work.focus or self.work.booklet.me)
        said = [Words(view.about, t.BODY, air=0)] if view.about else []
        said += [Words(line.text, t.BODY_BOLD, air=8, opens=self._why(line)) for line in view.lines]
        if view.ties:
            said.append(Words(say("Known ties"), t.SMALL_BOLD, "muted", air=16))
        said += [Words(line, t.BODY, "muted", air=4) for line in view.ties]

        def place(inner: Box) -> tuple[list[Widget], float]:
            found: list[Widget] = []
            y = inner.y
            for number, words in enumerate(said):
                y += words.air
                lines = stage.setter().wrap(words.text, words.kind, inner.w - 8)
                high = len(lines) * words.kind.line
                spot = Box(inner.x, y, inner.w - 8, high)
                found.append(paragraph(stage, f"context/{number}", spot, words))
                y += high
            return found, y - inner.y + 8

        body = Box(box.x + 12, box.y + t.PANEL_HEAD + 12, box.w - 20, box.h - t.PANEL_HEAD - 24)
        scroll = Scroller("context/words", body, view.name, place=place)
        panel = Panel("context", box, view.name, icon="target", aside=view.kind)
        panel.children = [scroll.filled(stage)]
        return panel

    def _why(self, line: Standing) -> Callable[[Stage, Box], None] | None:
        """What opens the causes of a figure."""
        if not line.measure:
            return None
        return lambda stage, box: _open(stage, self.work, line, box)

    def _focus(self, key: str) -> None:
        """Put the focus somewhere."""
        self.work.focus = key

    def _table(self, kind: str) -> None:
        """Map or table."""
        self.work.table = kind == "table"

    def on(self, press: Press, stage: Stage) -> bool:
        """M closes what M opened; T is the other way to read it."""
        if press.named("m"):
            stage.close()
            return True
        if press.named("t"):
            self.work.table = not self.work.table
            stage.rebuild()
            stage.focus = "full/table" if self.work.table else "full/graph"
            return True
        return False


def _open(stage: Stage, work: Work, line: Standing, box: Box) -> None:
    """The card of a figure."""
    open_why(stage, work.now, line.measure, box)
