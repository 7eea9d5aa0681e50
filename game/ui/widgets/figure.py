"""A figure in a text that tells, when it is opened, why it moved: a dotted line says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets.base import Do, Look, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.theme import Type

DOT, GAP = 2.0, 3.0


@dataclass(slots=True)
class Figure(Widget):
    """Wrapped words that can be opened, by Enter, Space, W or a click."""

    role: str = "button"
    focusable: bool = True
    kind: Type = t.BODY
    color: str = "text"
    press: Do | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The words, and the dotted line under the last of them."""
        if look.hovered:
            canvas.box(self.box.inset(-4, -1), canvas.theme.selection)
        color = getattr(canvas.theme, self.color)
        high = canvas.block(self.value, self.box, self.kind, color)
        last = canvas.type.wrap(self.value, self.kind, self.box.w)[-1]
        dotted(canvas, self.box.x, self.box.y + high - 1, last.width / canvas.scale)

    def on(self, press: Press, stage: Stage) -> bool:
        """Open it."""
        if press.named("enter", "space", "w") or (press.kind == "up" and self.box.holds(press.at)):
            if self.press is not None:
                self.press()
            return True
        return press.kind == "down"


def dotted(canvas: Canvas, x: float, y: float, length: float) -> None:
    """A dotted line: what stands above can be asked about."""
    for number in range(max(1, int(length / (DOT + GAP)) + 1)):
        canvas.fill(Box(x + number * (DOT + GAP), y, DOT, 1), canvas.theme.muted)
