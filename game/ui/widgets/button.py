"""Buttons, and rows of choices of which one holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets.base import Do, Look, Painter, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage


@dataclass(slots=True)
class Button(Widget):
    """Something that is done when pressed. Primary: the one filled button of a page."""

    role: str = "button"
    focusable: bool = True
    press: Do | None = None
    primary: bool = False
    icon: str = ""
    chosen: bool = False
    quiet: bool = False  # no border at rest: in heads of panels
    key: str = ""  # the shortcut, shown after the label
    paint: Painter | None = None  # another look: a ladder, a column

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Fill and edge by state, then icon and label in the middle."""
        theme = canvas.theme
        if self.paint is not None:
            self.paint(canvas, self.box, look)
            return
        ink = self._ink(canvas, look)
        if self.disabled:
            canvas.dashed(self.box, theme.border)
        elif self.primary:
            edge = theme.text if look.hovered else None
            canvas.box(self.box, theme.accent, edge, width=2)
        else:
            edge = theme.accent if self.chosen else theme.border
            fill = theme.selection if self.chosen else canvas.warm(theme.selection, look.warmth)
            canvas.box(self.box, fill, None if self.quiet and fill is None else edge)
        self._content(canvas, ink)

    def _ink(self, canvas: Canvas, look: Look) -> t.Color:
        """The color of icon and label."""
        theme = canvas.theme
        if self.disabled:
            return theme.muted
        if self.primary:
            return theme.ink
        return theme.muted if self.quiet and not look.hovered else theme.text

    def _content(self, canvas: Canvas, ink: t.Color) -> None:
        """Icon, label and key, together in the middle."""
        kind = t.BODY_BOLD if self.primary else t.BODY
        kind = t.SMALL if self.box.h <= t.CONTROL_SMALL and not self.primary else kind
        text = canvas.type.width(self.label, kind) if not self._bare else 0.0
        mark = 16.0 if self.icon else 0.0
        gap = 8.0 if text and mark else 0.0
        key = canvas.type.width(self.key, t.SMALL) + 8 if self.key and not self._bare else 0.0
        room = self.box.w - 16 - mark - gap - key
        x = self.box.x + max(8.0, (self.box.w - mark - gap - text - key) / 2)
        if self._bare:
            x = self.box.x + (self.box.w - mark) / 2
        if self.icon:
            canvas.icon(self.icon, x, self.box.y + (self.box.h - 16) / 2, 16, ink)
        if text:
            x += mark + gap
            used = canvas.text(
                self.label, Box(x, self.box.y, min(text + 1, room + 8), self.box.h), kind, ink
            )
            if key:
                place = Box(x + used + 8, self.box.y, key, self.box.h)
                canvas.text(self.key, place, t.SMALL, ink)

    @property
    def tells(self) -> bool:
        """A button that shows only an icon says its name once the focus has rested on it."""
        return self._bare

    @property
    def _bare(self) -> bool:
        """Only the icon is shown; the label is for tooltips and readers."""
        return bool(self.icon) and self.box.w <= 36

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter, Space, or a click that ends where it began."""
        if press.named("enter", "space"):
            return self._do()
        if press.kind == "up" and self.box.holds(press.at):
            return self._do()
        return press.kind == "down"

    def _do(self) -> bool:
        """Do it, unless it is disabled; either way the press was meant for this."""
        if not self.disabled and self.press is not None:
            self.press()
        return True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: a key for code, words for people."""

    key: str
    label: str
    icon: str = ""
    disabled: str = ""


@dataclass(slots=True)
class Choices(Widget):
    """A row of choices, one of which holds: chips, or segments in one frame. One Tab stop."""

    role: str = "tablist"
    focusable: bool = True
    items: list[Choice] = field(default_factory=list)
    chosen: str = ""
    choose: Callable[[str], None] | None = None
    chips: bool = True

    def places(self, width: Callable[[str], float]) -> list[Box]:
        """Where each choice stands; `width` measures a label in dp."""
        boxes = []
        x = self.box.x
        for item in self.items:
            wide = width(item.label) + (20 if self.chips else 24) + (22 if item.icon else 0)
            boxes.append(Box(x, self.box.y, wide, self.box.h))
            x += wide + (2 if self.chips else 0)
        return boxes

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Each choice; the one that holds has the selection's fill and an accent edge."""
        theme = canvas.theme
        boxes = self.places(lambda label: canvas.type.width(label, t.SMALL))
        look.memory[f"{self.id}/places"] = boxes
        if not self.chips and boxes:
            whole = Box(self.box.x, self.box.y, boxes[-1].right - self.box.x, self.box.h)
            canvas.box(whole, None, theme.border)
        for item, box in zip(self.items, boxes, strict=True):
            self._item(canvas, look, item, box)

    def _item(self, canvas: Canvas, look: Look, item: Choice, box: Box) -> None:
        """One choice."""
        theme = canvas.theme
        holds = item.key == self.chosen
        radius = box.h / 2 if self.chips else 4.0
        if holds:
            edge = theme.accent if self.chips else None
            canvas.box(box if self.chips else box.inset(1), theme.selection, edge, radius=radius)
        elif look.hovered and box.holds(look.pointer):
            canvas.box(box, None, theme.border, radius=radius)
        ink = theme.text if holds else theme.muted
        if item.disabled:
            canvas.rule(box.x + 8, box.center[1], box.w - 16, theme.muted)
        x = box.x + (10 if self.chips else 12)
        if item.icon:
            canvas.icon(item.icon, x - 2, box.y + (box.h - 14) / 2, 14, ink)
            x += 20
        canvas.text(item.label, Box(x, box.y, box.right - x, box.h), t.SMALL, ink)

    def on(self, press: Press, stage: Stage) -> bool:
        """Left and right, Home and End, or a click on one."""
        keys = [item.key for item in self.items if not item.disabled]
        if press.named("left", "right", "home", "end") and keys:
            at = keys.index(self.chosen) if self.chosen in keys else 0
            moved = {"left": at - 1, "right": at + 1, "home": 0, "end": len(keys) - 1}[press.key]
            self._choose(keys[min(max(moved, 0), len(keys) - 1)])
            return True
        if press.kind == "down":
            boxes = stage.memory.get(f"{self.id}/places", [])
            for item, box in zip(self.items, boxes, strict=False):
                if box.holds(press.at) and not item.disabled:
                    self._choose(item.key)
            return True
        return False

    def _choose(self, key: str) -> None:
        """Tell the page."""
        if self.choose is not None and key != self.chosen:
            self.choose(key)
