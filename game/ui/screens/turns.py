"""The strip of turns: one column each, with the rung reached and what happened in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Look, Paint, Panel, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.timeline import TurnMark

NAME = 104.0
RUNG = 3.0
SHOWN = 12  # columns; a longer game is shown around the chosen turn


def panel(box: Box, turns: tuple[TurnMark, ...], opens: Callable[[int], None]) -> Widget:
    """The strip; `opens` hears the turn whose account is wanted."""
    title = say("Turns")
    strip = Strip("turns/strip", Box(box.x + NAME, box.y + 1, box.w - NAME - 1, box.h - 2), title)
    strip.turns, strip.opens = turns, opens
    strip.value = next((mark.spoken for mark in turns if mark.now), "")
    name = Paint("turns/name", Box(box.x + 12, box.y, NAME - 14, box.h), title, paint=_name)
    return Panel("turns", box, "", head=False, children=[name, strip])


def _name(canvas: Canvas, box: Box, look: Look) -> None:
    """What the strip is."""
    middle = box.y + box.h / 2
    canvas.text(say("Turns"), Box(box.x, middle - 20, box.w, 20), t.BODY_BOLD)
    canvas.text(say("rung reached"), Box(box.x, middle, box.w, 16), t.SMALL, canvas.theme.muted)


@dataclass(slots=True)
class Strip(Widget):
    """The columns: one Tab stop, Left and Right inside, Enter opens a turn's account."""

    role: str = "listbox"
    focusable: bool = True
    clip: bool = True
    turns: tuple[TurnMark, ...] = field(default_factory=tuple)
    opens: Callable[[int], None] | None = None

    def _columns(self, chosen: int) -> list[tuple[TurnMark, Box]]:
        """The turns that are shown, each with its box."""
        first = min(max(0, chosen - SHOWN // 2), max(0, len(self.turns) - SHOWN))
        marks = self.turns[first : first + SHOWN]
        wide = self.box.w / max(1, len(marks))
        return [
            (mark, Box(self.box.x + n * wide, self.box.y, wide, self.box.h))
            for n, mark in enumerate(marks)
        ]

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Each column."""
        chosen = self._chosen(look.memory)
        for mark, box in self._columns(chosen):
            self._column(canvas, look, mark, box)
            if look.focused and mark.number == chosen:
                canvas.ring(box.inset(2), "inside")

    def _column(self, canvas: Canvas, look: Look, mark: TurnMark, box: Box) -> None:
        """Figure, icons, bar."""
        theme = canvas.theme
        hovered = look.hovered and box.holds(look.pointer)
        if mark.now or hovered:
            canvas.fill(box, theme.selection)
        canvas.post(box.x, box.y, box.h)
        head = Box(box.x + 6, box.y + 2, box.w - 10, 16)
        kind = t.SMALL_BOLD if mark.now else t.SMALL
        canvas.text(str(mark.number), head, kind, theme.text if mark.now else theme.muted)
        x = box.right - 17
        cut = theme.alert if mark.fresh else theme.muted
        icons = (("send", mark.orders, None), ("flag", mark.injects, None))
        for icon, count, ink in (*icons, ("netoff", mark.cut, cut)):
            if count and x > box.x + (26 if mark.number > 9 else 18):
                canvas.icon(icon, x, box.y + 4, 12, ink)
                x -= 15
        high = max(2.0, mark.rung * RUNG)
        color = theme.alert if mark.now else t.mix(theme.alert, theme.panel, 0.35)
        bar = Box(box.x + 5, box.bottom - high, box.w - 9, high)
        canvas.fill(bar, color if mark.rung else theme.hairline)

    def tree(self) -> dict[str, Any]:
        """The strip with its columns as options."""
        own = Widget.tree(self)  # zero-argument super() breaks in a slotted dataclass
        own["children"] = [
            {
                "id": f"{self.id}/{mark.number}",
                "role": "option",
                "label": mark.spoken,
                "disabled": "",
                "children": [],
            }
            for mark in self.turns
        ]
        return own

    def _chosen(self, memory: dict[str, object]) -> int:
        """The column on which the keyboard is: at first the present one."""
        now = next((m.number for m in self.turns if m.now), len(self.turns))
        kept = memory.get(self.id, now)
        return kept if isinstance(kept, int) else now

    def on(self, press: Press, stage: Stage) -> bool:
        """Left and Right, Enter, a click."""
        chosen = self._chosen(stage.memory)
        if press.named("left", "right", "home", "end"):
            ends = {"left": chosen - 1, "right": chosen + 1, "home": 1, "end": len(self.turns)}
            stage.memory[self.id] = min(max(ends[press.key], 1), len(self.turns))
            return True
        if press.named("enter", "space"):
            return self._open(chosen)
        if press.kind == "down":
            for mark, box in self._columns(chosen):
                if box.holds(press.at):
                    stage.memory[self.id] = mark.number
                    self._open(mark.number)
            return True
        return False

    def _open(self, number: int) -> bool:
        """Tell the page."""
        if self.opens is not None:
            self.opens(number)
        return True
