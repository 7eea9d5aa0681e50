"""The account of a game that played itself, as a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, Panel, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage

COLUMN = 760.0


class Account(Screen):
    """Every line of it, in a column that is easy to read."""

    first = "account/lines"

    def __init__(self, lines: tuple[str, ...], back: Callable[[], None]) -> None:
        """The lines, and where Esc leads."""
        self.lines, self.back = lines, back
        self.title = say("A game that played itself")

    def build(self, stage: Stage) -> list[Widget]:
        """A head with the way back, and the lines."""
        area = stage.area
        wide = min(COLUMN, area.w - 16)
        box = Box((area.w - wide) / 2, 8, wide, area.h - 16)
        title = say("A game that played itself: nothing is kept secret")
        whole = Panel("account", box, title, icon="book")
        inner = Box(box.x + 16, box.y + 44, wide - 28, box.h - 48)
        setter = stage.setter()
        rows = []
        for number, line in enumerate(self.lines):
            high = len(setter.wrap(line, t.BODY, inner.w - 16)) * t.BODY.line + 8
            rows.append(Row(str(number), line, high, _line(line)))
        back = Button(
            "account/back", Box(box.right - 112, box.y + 4, 104, t.CONTROL), say("Back"), key="Esc"
        )
        back.quiet, back.press = True, self.back
        whole.children = [back, Rows(self.first, inner, self.title, rows=rows)]
        return [whole]

    def on(self, press: Press, stage: Stage) -> bool:
        """Esc leads back."""
        del stage
        if press.named("esc"):
            self.back()
            return True
        return False


def _line(text: str) -> Callable[[Canvas, Box, RowLook], None]:
    """A line, wrapped."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        canvas.block(text, Box(box.x + 4, box.y + 4, box.w - 16, box.h - 4), t.BODY)

    return paint
