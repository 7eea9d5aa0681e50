"""Opening a file: a path that is typed, pasted or dropped, and what is wrong with it, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, Field, Panel, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.stage import Stage

WIDE, HIGH = 560.0, 236.0


class Opening(Screen):
    """A sheet over the launcher."""

    dims = True
    first = "open/path"

    def __init__(self, take: Callable[[str], str]) -> None:
        """`take` opens what a path names and says '' for done, else why it cannot be."""
        self.take = take
        self.text = self.trouble = ""
        self.title = say("Open a file")

    def build(self, stage: Stage) -> list[Widget]:
        """A field, a line for what is wrong, two buttons."""
        area = stage.area
        wide = min(WIDE, area.w - 32)
        box = Box((area.w - wide) / 2, max(8, (area.h - HIGH) / 2), wide, HIGH)
        whole = Panel("open", box, say("Open a file"), icon="book", role="dialog")
        x, room = box.x + 20, wide - 40
        said = say("A saved game (.journal), or a scenario's file or folder:")
        hint = Text("open/hint", Box(x, box.y + 52, room, 20), value=said)
        path = Field("open/path", Box(x, box.y + 80, room, t.CONTROL), say("Path"))
        path.value, path.changed, path.error = self.text, self._write, bool(self.trouble)
        path.prompt = say("Type or paste a path")
        path.enter = lambda: self._open(stage)
        children: list[Widget] = [hint, path]
        if self.trouble:
            place = Box(x, box.y + 118, room, 60)
            children.append(
                Text("open/trouble", place, value=self.trouble, color="alert", wrap=True, most=3)
            )
        foot = box.bottom - 44
        close = Button("open/close", Box(box.right - 240, foot, 104, t.CONTROL), say("Cancel"))
        close.press = stage.close
        go = Button("open/go", Box(box.right - 124, foot, 104, t.CONTROL), say("Open"))
        go.primary, go.press = True, lambda: self._open(stage)
        go.disabled = "" if self.text.strip() else say("No path yet")
        whole.children = [*children, close, go]
        return [whole]

    def _write(self, text: str) -> None:
        """The path as it is now."""
        self.text, self.trouble = text, ""

    def _open(self, stage: Stage) -> None:
        """Open it, or say why not."""
        if not self.text.strip():
            return
        self.trouble = self.take(self.text.strip().strip('"'))
        stage.dirty = True

    def on(self, press: Press, stage: Stage) -> bool:
        """Esc closes; that is the stage's own doing."""
        del press, stage
        return False
