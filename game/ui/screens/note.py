"""A sheet of paper over the page: something to read, to confirm, or to go on from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, Figure, Panel, Scroller, Text, Widget

if TYPE_CHECKING:
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.theme import Type

PAD = 24.0


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a note: its type and color by name, and the air above it.

    `opens` makes it a figure that can be asked about; it hears the stage and where it stands.
    """

    text: str
    kind: Type = t.BODY
    color: str = "text"
    air: float = 8.0
    opens: Callable[[Stage, Box], None] | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A button of a note."""

    key: str
    label: str
    do: Callable[[], None] | None = None  # None: only close
    primary: bool = False


class Note(Screen):
    """A modal sheet. Esc closes it unless it must be answered."""

    dims = True

    def __init__(
        self,
        title: str,
        words: list[Words],
        acts: list[Act],
        *,
        icon: str = "",
        aside: str = "",
        wide: float = 520.0,
        binding: bool = False,
    ) -> None:
        """A note; `binding` ones close only by one of their buttons."""
        self.title, self.words, self.acts = title, words, acts
        self.icon, self.aside, self.wide, self.binding = icon, aside, wide, binding
        primary = next((a for a in acts if a.primary), acts[0])
        self.first = f"note/{primary.key}"

    def build(self, stage: Stage) -> list[Widget]:
        """A panel in the middle, as tall as its words up to the window."""
        area = stage.area
        wide = min(self.wide, area.w - 32)
        tall = self._height(stage, wide - 2 * PAD)
        high = min(tall + t.PANEL_HEAD + t.CONTROL + 44, area.h - 48)
        box = Box((area.w - wide) / 2, (area.h - high) / 2, wide, high)
        reading = Box(
            box.x + PAD,
            box.y + t.PANEL_HEAD + 4,
            wide - 2 * PAD + 8,
            high - t.PANEL_HEAD - t.CONTROL - 28,
        )
        scroll = Scroller("note/words", reading, self.title, place=lambda b: self._place(stage, b))
        panel = Panel("note", box, self.title, icon=self.icon, aside=self.aside, role="dialog")
        panel.children = [scroll.filled(stage), *self._buttons(stage, box)]
        return [panel]

    def _height(self, stage: Stage, wide: float) -> float:
        """How tall all words are."""
        setter = stage.setter()
        return (
            sum(w.air + len(setter.wrap(w.text, w.kind, wide)) * w.kind.line for w in self.words)
            + 4
        )

    def _place(self, stage: Stage, box: Box) -> tuple[list[Widget], float]:
        """Each paragraph as a text under the one before."""
        setter = stage.setter()
        wide = box.w - 8
        found: list[Widget] = []
        y = box.y
        for number, w in enumerate(self.words):
            y += w.air
            high = len(setter.wrap(w.text, w.kind, wide)) * w.kind.line
            place = Box(box.x, y, wide, high)
            found.append(paragraph(stage, f"note/{number}", place, w))
            y += high
        return found, y - box.y + 4

    def _buttons(self, stage: Stage, box: Box) -> list[Widget]:
        """Buttons at the lower right, the primary one last."""
        setter = stage.setter()
        found: list[Widget] = []
        x = box.right - 16
        for act in sorted(self.acts, key=lambda a: not a.primary):
            wide = max(88.0, setter.width(act.label, t.BODY_BOLD) + 32)
            x -= wide
            place = Box(x, box.bottom - t.CONTROL - 12, wide, t.CONTROL)
            do = self._doing(act, stage)
            found.append(Button(f"note/{act.key}", place, act.label, press=do, primary=act.primary))
            x -= 8
        return found[::-1]

    @staticmethod
    def _doing(act: Act, stage: Stage) -> Callable[[], None]:
        """Close, then do."""

        def do() -> None:
            stage.close()
            if act.do is not None:
                act.do()

        return do

    def on(self, press: Press, stage: Stage) -> bool:
        """Arrows and pages scroll; Esc of a binding note does nothing."""
        if press.named("w"):  # to the first figure that can be asked about
            figure = next((w.id for w in stage.stops() if isinstance(w, Figure)), "")
            stage.focus = figure or stage.focus
            return bool(figure)
        scroll = stage.top.find("note/words")
        if isinstance(scroll, Scroller) and press.named("up", "down", "pageup", "pagedown"):
            step = {"up": -40.0, "down": 40.0, "pageup": -240.0, "pagedown": 240.0}[press.key]
            scroll.scroll(step, stage)
            return True
        return self.binding and press.named("esc")


def paragraph(stage: Stage, name: str, box: Box, w: Words) -> Widget:
    """Words to read, or a figure to open."""
    opens = w.opens
    if opens is None:
        return Text(name, box, value=w.text, kind=w.kind, color=w.color, wrap=True)
    figure = Figure(name, box, w.text, w.text, kind=w.kind, color=w.color)
    figure.press = lambda: opens(stage, figure.box)
    return figure


def reading(title: str, words: list[Words], *, icon: str = "", aside: str = "") -> Note:
    """A note that is only read."""
    return Note(title, words, [Act("close", say("Close"), primary=True)], icon=icon, aside=aside)
