"""A panel with a head, plain text, and a box that scrolls what is too tall for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.canvas import Align
from game.ui.layout import Box
from game.ui.widgets.base import Look, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.theme import Color, Type

WHEEL_STEP = 48.0


@dataclass(slots=True)
class Panel(Widget):
    """A framed part of a page; with a label it has a head 40 high."""

    icon: str = ""
    aside: str = ""  # small text at the head's right
    badge: str = ""  # a tag after the label
    head: bool = True
    line: bool = True  # the hairline under the head
    fill: str = "panel"

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Frame, head, and the rule under it."""
        theme = canvas.theme
        canvas.box(self.box, getattr(theme, self.fill), theme.hairline, radius=t.PANEL_RADIUS)
        if not self.head or not self.label:
            return
        top = self.box.top(t.PANEL_HEAD)
        x = top.x + t.PANEL_PADDING
        if self.icon:
            canvas.icon(self.icon, x, top.y + 12, 16)
            x += 24
        x += canvas.text(self.label, Box(x, top.y, top.right - x - 60, top.h), t.BODY_BOLD)
        if self.badge:
            tag(canvas, (x + 8, top.y + 11), self.badge, theme.accent)
        if self.aside:
            room = Box(x + 8, top.y, top.right - x - 8 - t.PANEL_PADDING, top.h)
            canvas.text(self.aside, room, t.SMALL, theme.muted, align="right")
        if self.line:
            canvas.rule(self.box.x + 1, top.bottom, self.box.w - 2)


def tag(
    canvas: Canvas,
    at: tuple[float, float],
    text: str,
    color: Color,
    *,
    icon: str = "",
    dashed: bool = False,
    right: bool = False,
) -> float:
    """A bordered word 18 high at a place (its right end with `right`); its width."""
    width = canvas.type.width(text, t.SMALL) + 10 + (16 if icon else 0)
    box = Box(at[0] - (width if right else 0), at[1], width, 18)
    if dashed:
        canvas.dashed(box, color, dash=3)
    else:
        canvas.box(box, None, color, radius=3)
    x = box.x + 5
    if icon:
        canvas.icon(icon, x - 1, box.y + 3, 12, color)
        x += 16
    canvas.text(text, Box(x, box.y, box.right - x - 4, box.h), t.SMALL, color)
    return width


@dataclass(slots=True)
class Text(Widget):
    """Words on the page; wrapped when `wrap`, else one line with an ellipsis."""

    role: str = "text"
    kind: Type = t.BODY
    color: str = "text"
    align: Align = "start"
    wrap: bool = False
    most: int = 0

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Paint the value."""
        color = getattr(canvas.theme, self.color)
        if self.wrap:
            canvas.block(self.value, self.box, self.kind, color, most=self.most, align=self.align)
        else:
            align: Align = "left" if self.align == "start" else self.align
            canvas.text(self.value, self.box, self.kind, color, align=align)


Place = Callable[[Box], tuple[list[Widget], float]]


def _empty(box: Box) -> tuple[list[Widget], float]:
    """Nothing to scroll."""
    del box
    return [], 0.0


@dataclass(slots=True)
class Scroller(Widget):
    """A box whose content may be taller than itself. `place` puts it and says how tall it is."""

    role: str = "scroll"
    clip: bool = True
    place: Place = _empty
    tall: float = 0.0
    offset: float = 0.0

    def filled(self, stage: Stage) -> Scroller:
        """Itself, with its content laid out at where it is scrolled to."""
        self.offset = float(stage.memory.get(self.id, 0.0))
        self.children, self.tall = self.place(self.box.moved(0, -self.offset))
        limited = min(self.offset, max(0.0, self.tall - self.box.h))
        if limited != self.offset:
            stage.memory[self.id] = self.offset = limited
            self.children, self.tall = self.place(self.box.moved(0, -limited))
        return self

    def draw(self, canvas: Canvas, look: Look) -> None:
        """A thumb at the right when there is more."""
        thumb(canvas, self.box, self.offset, self.tall)

    def on(self, press: Press, stage: Stage) -> bool:
        """The wheel, and the keys that turn pages, unless something inside took them."""
        page = self.box.h - 40
        if press.kind == "wheel":
            return self.scroll(-press.amount * WHEEL_STEP, stage)
        if press.named("pagedown", "pageup"):
            return self.scroll(page if press.key == "pagedown" else -page, stage)
        return False

    def scroll(self, by: float, stage: Stage) -> bool:
        """Scroll by so many dp; False at the end."""
        wanted = min(max(0.0, self.offset + by), max(0.0, self.tall - self.box.h))
        if wanted == self.offset:
            return False
        stage.memory[self.id] = wanted
        return True

    def reveal(self, child: Widget, stage: Stage) -> None:
        """Scroll so that a child is inside, with a little air."""
        if child.box.y < self.box.y + 8:
            self.scroll(child.box.y - self.box.y - 8, stage)
        elif child.box.bottom > self.box.bottom - 8:
            self.scroll(
                min(child.box.bottom - self.box.bottom + 8, child.box.y - self.box.y), stage
            )


def thumb(canvas: Canvas, box: Box, offset: float, tall: float) -> None:
    """Where a scrolled box stands: a bar 3 wide at its right edge."""
    if tall <= box.h + 1 or box.h < 24:
        return
    length = max(20.0, box.h * box.h / tall)
    top = box.y + (box.h - length) * offset / (tall - box.h)
    canvas.box(Box(box.right - 4, top, 3, length), canvas.theme.border, radius=1.5)
