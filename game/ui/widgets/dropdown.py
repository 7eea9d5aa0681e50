"""A choice out of a list that opens over the page, found by typing or with the arrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets.base import Look, Ring, Widget
from game.ui.widgets.rows import ListState, Row, RowLook, Rows

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage

ROW, ROW_CLOSED = 32.0, 48.0
TALLEST = 9.5  # rows seen at once


@dataclass(frozen=True, slots=True)
class Option:
    """One entry: a key for code, words for people, and why it cannot be chosen."""

    key: str
    label: str
    note: str = ""
    disabled: str = ""


@dataclass(slots=True)
class DropDown(Widget):
    """A closed list; its label stands above it and belongs to it."""

    role: str = "combobox"
    focusable: bool = True
    ring: Ring = "border"
    options: list[Option] = field(default_factory=list)
    chosen: str = ""
    prompt: str = ""  # what stands there while nothing is chosen; else "Choose"
    error: bool = False
    choose: Callable[[str], None] | None = None

    @property
    def tells(self) -> bool:
        """The chosen words may be cut."""
        return True

    def shown(self) -> str:
        """The words of what is chosen."""
        return next((o.label for o in self.options if o.key == self.chosen), "")

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Frame, the chosen words, and a chevron or a lock."""
        theme = canvas.theme
        if self.disabled:
            canvas.dashed(self.box, theme.border)
        else:
            fill = t.mix(theme.field, theme.selection, look.warmth)
            canvas.box(self.box, fill, theme.alert if self.error else theme.border)
        words = self.shown()
        room = Box(self.box.x + 8, self.box.y, self.box.w - 32, self.box.h)
        color = theme.text if words and not self.disabled else theme.muted
        canvas.text(words or self.disabled or self.prompt or say("Choose"), room, t.BODY, color)
        sign = "lock" if self.disabled else "chev"
        canvas.icon(sign, self.box.right - 21, self.box.y + (self.box.h - 14) / 2, 14)

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter, Space, Down or a click opens it, and typing finds; Left and Right go on."""
        if self.disabled:
            return press.kind == "down" or press.named("enter", "space")
        if press.named("enter", "space", "down", "up"):
            return self._open(stage)
        if press.kind == "up" and self.box.holds(press.at):
            return self._open(stage)
        if press.kind == "text" and press.text.isalpha():
            return self._open(stage, press)
        if press.named("left", "right"):
            self._neighbor(-1 if press.key == "left" else 1)
            return True
        letter = press.kind == "key" and press.plain and len(press.key) == 1 and press.key.isalpha()
        return press.kind == "down" or letter  # the letter itself comes as text

    def _open(self, stage: Stage, typed: Press | None = None) -> bool:
        """Show the list, at what was typed if that is how it was opened."""
        stage.open(DropList(self))
        kept = stage.top.find(f"{self.id}/list")
        if typed is not None and kept is not None:
            kept.on(typed, stage)
        return True

    def _neighbor(self, by: int) -> None:
        """Choose the next open option."""
        open_ones = [o.key for o in self.options if not o.disabled]
        if open_ones and self.choose is not None:
            at = open_ones.index(self.chosen) if self.chosen in open_ones else -by
            self.choose(open_ones[(at + by) % len(open_ones)])


class DropList(Screen):
    """The open list of a drop-down: a layer that closes at Esc or a click beside it."""

    fleeting = True

    def __init__(self, owner: DropDown) -> None:
        """A list under, or above, its owner."""
        self.owner = owner
        self.first = f"{owner.id}/list"
        self.fresh = True

    def build(self, stage: Stage) -> list[Widget]:
        """The frame with the list."""
        rows = [self._row(option) for option in self.owner.options]
        tall = min(sum(row.height for row in rows), ROW * TALLEST)
        box = self._place(stage, tall + 8)
        inner = Box(box.x + 4, box.y + 4, box.w - 8, box.h - 8)
        kept = Rows(
            self.first, inner, self.owner.label, rows=rows, choose=self._take(stage), finds=True
        )
        if self.fresh:
            self.fresh = False
            stage.memory[self.first] = ListState(current=self.owner.chosen)
            self._show_chosen(kept, stage)
        return [DropFrame(f"{self.owner.id}/frame", box, children=[kept])]

    @staticmethod
    def _show_chosen(kept: Rows, stage: Stage) -> None:
        """Scroll to what is chosen now."""
        state = kept.state(stage.memory)
        top = 0.0
        for row in kept.rows:
            if row.key == state.current:
                state.offset = max(0.0, top - kept.box.h / 2)
            top += row.height

    def _place(self, stage: Stage, tall: float) -> Box:
        """Under the owner if there is room, else above; never out of the window."""
        own, area = self.owner.box, stage.area
        wide = min(max(own.w, self._widest(stage)), 420.0, area.w - 16)
        x = min(own.x, area.right - wide - 8)
        below, above = area.bottom - own.bottom - 12, own.y - 12
        if tall <= below or below >= above:
            return Box(x, own.bottom + 4, wide, min(tall, below))
        tall = min(tall, above)
        return Box(x, own.y - tall - 4, wide, tall)

    def _widest(self, stage: Stage) -> float:
        """How wide the list must be for its words."""
        setter = stage.setter()
        widths = [
            max(
                setter.width(o.label, t.BODY) + setter.width(o.note, t.SMALL) + 56,
                setter.width(o.disabled, t.SMALL) + 48,
            )
            for o in self.owner.options
        ]
        return max(widths, default=120.0)

    def _take(self, stage: Stage) -> Callable[[str], None]:
        """Choose an option and close; one that is disabled stays where it is and says why."""

        def take(key: str) -> None:
            option = next(o for o in self.owner.options if o.key == key)
            if option.disabled:
                return
            stage.close()
            if self.owner.choose is not None:
                self.owner.choose(key)

        return take

    def _row(self, option: Option) -> Row:
        """An option as a row."""

        def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
            theme = canvas.theme
            if look.current or look.hovered:
                canvas.box(box, theme.selection)
            x = box.x + 8
            if option.disabled:
                canvas.icon("lock", x, box.y + 9, 14)
                x += 22
            top = box.top(ROW)
            color = theme.muted if option.disabled else theme.text
            used = canvas.text(option.label, Box(x, top.y, box.right - x - 8, top.h), t.BODY, color)
            rest = Box(x + used + 12, top.y, max(0.0, box.right - x - used - 32), top.h)
            canvas.text(option.note, rest, t.SMALL, theme.muted, align="right")
            if option.disabled:
                canvas.text(option.disabled, Box(x, box.y + 27, box.right - x - 8, 16), t.SMALL)
            elif option.key == self.owner.chosen:
                canvas.icon("check", box.right - 20, box.y + 9, 14, theme.accent)

        height = ROW_CLOSED if option.disabled else ROW
        return Row(option.key, option.label, height, paint, disabled=option.disabled)


@dataclass(slots=True)
class DropFrame(Widget):
    """The ground of an open list or of a tooltip."""

    role: str = "popup"

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Darker than the page, with a control's border."""
        canvas.box(self.box, canvas.theme.tip, canvas.theme.border, radius=6)
