"""Settings: colors, size, motion, language. Each holds at once, and is kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game import language
from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens.launcher import languages
from game.ui.widgets import (
    Button,
    Choice,
    Choices,
    DropDown,
    Option,
    Panel,
    Scroller,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.stage import Stage

WIDE, LINE = 520.0, 64.0
FITS = "0"


class Preferences(Screen):
    """A sheet over any page."""

    dims = True
    first = "settings/theme"

    def __init__(self, kept: Callable[[], str], *, playing: bool = False) -> None:
        """`kept` saves what the stage now is, and says what went wrong, if anything did."""
        self.kept, self.playing = kept, playing
        self.trouble = ""
        self.title = say("Settings")

    def build(self, stage: Stage) -> list[Widget]:
        """Four rows, a note, a button."""
        area = stage.area
        wide = min(WIDE, area.w - 32)
        rows = self._rows(stage)
        tall = t.PANEL_HEAD + len(rows) * LINE + 116
        high = min(tall, area.h - 32)
        box = Box((area.w - wide) / 2, (area.h - high) / 2, wide, high)
        inner = Box(box.x + 20, box.y + t.PANEL_HEAD + 8, wide - 32, high - t.PANEL_HEAD - 64)
        whole = Panel("settings", box, say("Settings"), icon="gear", role="dialog")
        scroll = Scroller("settings/rows", inner, say("Settings"))
        scroll.place = lambda place: self._place(stage, place)
        done = Button(
            "settings/done", Box(box.right - 132, box.bottom - 44, 116, t.CONTROL), say("Done")
        )
        done.primary, done.press = True, stage.close
        whole.children = [scroll.filled(stage), done]
        return [whole]

    def _place(self, stage: Stage, box: Box) -> tuple[list[Widget], float]:
        """Each row: what it is, and its control under it."""
        found: list[Widget] = []
        y = box.y
        for label, control in self._rows(stage):
            place = Box(box.x + 6, y, box.w - 18, 18)
            found.append(Text(f"{control.id}/label", place, value=label, color="muted"))
            control.box = Box(box.x + 6, y + 22, min(control.box.w, box.w - 20), control.box.h)
            found.append(control)
            y += LINE
        note = self._note()
        high = len(stage.setter().wrap(note, t.SMALL, box.w - 12)) * t.SMALL.line
        place = Box(box.x + 6, y, box.w - 12, high)
        color = "alert" if self.trouble else "muted"
        found.append(Text("settings/note", place, value=note, kind=t.SMALL, color=color, wrap=True))
        return found, y + high + 8 - box.y

    def _note(self) -> str:
        """What went wrong, or what a person should know of the language."""
        if self.trouble:
            return self.trouble
        if language.current() in language.UNREVIEWED:
            said = say("No native speaker has reviewed this language yet.")
            more = say("The scenario's own texts change when the game is opened again.")
            return f"{said} {more}" if self.playing else said
        return say("Also from any page: Ctrl + and Ctrl - for the size, F11 for the full screen.")

    def _rows(self, stage: Stage) -> list[tuple[str, Widget]]:
        """The controls, as the stage now stands."""
        none = Box(0, 0, 480, t.CONTROL)
        theme = Choices("settings/theme", none, say("Colors"), chips=False)
        theme.items = [
            Choice("dark", say("Dark: for a screen")),
            Choice("projector", say("Light: for a projector")),
        ]
        theme.chosen = stage.theme.name
        theme.choose = lambda name: self._dress(stage, theme=name)
        size = DropDown("settings/size", Box(0, 0, 240, t.CONTROL), say("Size"))
        steps = [1 + t.SCALE_STEP * n for n in range(9)]
        size.options = [Option(FITS, say("Fits the window"))]
        size.options += [
            Option(f"{s:g}", say("{percent} %", percent=f"{s * 100:.0f}")) for s in steps
        ]
        size.chosen = FITS if stage.fitted else f"{stage.scale:g}"
        size.choose = lambda scale: self._dress(stage, scale=float(scale))
        motion = Choices("settings/motion", none, say("Motion"), chips=False)
        motion.items = [Choice("on", say("As designed")), Choice("off", say("Less motion"))]
        motion.chosen = "on" if stage.motion.on else "off"
        motion.choose = lambda key: self._dress(stage, motion=key == "on")
        speaks = DropDown("settings/language", Box(0, 0, 240, t.CONTROL), say("Language"))
        speaks.options = languages()
        speaks.chosen = language.current()
        speaks.choose = lambda code: self._dress(stage, speaks=code)
        letters = Choices("settings/letters", none, say("Single letters as keys"), chips=False)
        letters.items = [Choice("on", say("Outside text")), Choice("off", say("Never"))]
        letters.chosen = "on" if stage.letters else "off"
        letters.choose = lambda key: self._dress(stage, letters=key == "on")
        for row in (theme, motion, letters):
            used = sum(stage.setter().width(item.label, t.SMALL) + 24 for item in row.items)
            row.box = Box(0, 0, used, t.CONTROL)
        controls: list[Widget] = [theme, size, motion, letters, speaks]
        return [(control.label, control) for control in controls]

    def _dress(
        self,
        stage: Stage,
        *,
        theme: str = "",
        scale: float | None = None,
        motion: bool | None = None,
        letters: bool | None = None,
        speaks: str | None = None,
    ) -> None:
        """Let the stage put it on, and keep it."""
        worn = next((one for one in t.THEMES if one.name == theme), None)
        stage.dress(theme=worn, scale=scale, motion=motion, letters=letters, speaks=speaks)
        self.trouble = self.kept()

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter is done, where no control took it."""
        if press.named("enter"):
            stage.close()
            return True
        return False
