"""The teacher's sheet: what a scenario lets one turn before it is played, a choice each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, DropDown, Option, Panel, Scroller, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.lobby import Dial

WIDE, LINE = 620.0, 84.0


class Knobs(Screen):
    """A sheet over the lobby; `turn` hears a knob and its choice."""

    dims = True

    def __init__(
        self, dials: Callable[[], Sequence[Dial]], turn: Callable[[str, str], None]
    ) -> None:
        """`dials` are the knobs as they now stand."""
        self.dials, self.turn = dials, turn
        self.title = say("Adjust the scenario")
        self.first = f"knobs/{next((dial.key for dial in dials()), '')}"

    def build(self, stage: Stage) -> list[Widget]:
        """A row a knob, and a button."""
        area = stage.area
        wide = min(WIDE, area.w - 32)
        high = min(t.PANEL_HEAD + len(self.dials()) * LINE + 72, area.h - 32)
        box = Box((area.w - wide) / 2, (area.h - high) / 2, wide, high)
        inner = Box(box.x + 20, box.y + t.PANEL_HEAD + 8, wide - 32, high - t.PANEL_HEAD - 64)
        whole = Panel("knobs", box, self.title, icon="gear", role="dialog")
        scroll = Scroller("knobs/rows", inner, self.title)
        scroll.place = self._place
        place = Box(box.right - 132, box.bottom - 44, 116, t.CONTROL)
        done = Button("knobs/done", place, say("Done"), primary=True, press=stage.close)
        whole.children = [scroll.filled(stage), done]
        return [whole]

    def _place(self, box: Box) -> tuple[list[Widget], float]:
        """Each row: what it changes, and the choices under it."""
        found: list[Widget] = []
        y = box.y
        for dial in self.dials():
            room = box.w - 18
            name = Box(box.x + 6, y, room, 20)
            said = Box(box.x + 6, y + 20, room, 18)
            found.append(Text(f"knobs/{dial.key}/name", name, value=dial.name, kind=t.BODY_BOLD))
            about = Text(f"knobs/{dial.key}/about", said, value=dial.text, kind=t.SMALL)
            about.color = "muted"
            place = Box(box.x + 6, y + 40, min(460.0, room), t.CONTROL)
            choices = DropDown(f"knobs/{dial.key}", place, dial.name)
            choices.options = [Option(key, label) for key, label in dial.choices]
            choices.chosen = dial.stands
            choices.choose = lambda choice, key=dial.key: self.turn(key, choice)
            found += [about, choices]
            y += LINE
        return found, y - box.y

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter is done, where no control took it."""
        if press.named("enter"):
            stage.close()
            return True
        return False
