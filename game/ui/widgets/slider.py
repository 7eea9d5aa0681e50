"""A slider for a share: how sure one is, in steps of five per cent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.layout import Box
from game.ui.widgets.base import Look, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage


@dataclass(slots=True)
class Slider(Widget):
    """A number from 0 to 100."""

    role: str = "slider"
    focusable: bool = True
    number: int | None = None  # None: nothing was said yet
    step: int = 5
    changed: Callable[[int], None] | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Track, the part up to the knob, the knob."""
        theme = canvas.theme
        y = self.box.center[1]
        left, room = self.box.x + 8, self.box.w - 16
        x = left + room * (50 if self.number is None else self.number) / 100
        canvas.box(Box(left, y - 2, room, 4), theme.hairline, radius=2)
        if self.number is not None and x - left > 4:
            canvas.box(Box(left, y - 2, x - left, 4), theme.accent, radius=2)
        edge = theme.border if self.number is None else theme.accent
        canvas.dot((x, y), 18 if look.hovered or look.held else 16, theme.field, edge)

    def on(self, press: Press, stage: Stage) -> bool:
        """Arrows, Home, End, a click or a drag."""
        steps = {"left": -1, "right": 1, "down": -1, "up": 1, "pagedown": -4, "pageup": 4}
        if press.named(*steps):
            now = 50 if self.number is None else self.number
            return self._set(now + steps[press.key] * self.step)
        if press.named("home", "end"):
            return self._set(0 if press.key == "home" else 100)
        if press.kind == "down" or (press.kind == "move" and stage.held == self.id):
            share = (press.at[0] - self.box.x - 8) / max(1.0, self.box.w - 16)
            return self._set(round(share * 100 / self.step) * self.step)
        return press.kind == "up"

    def _set(self, number: int) -> bool:
        """Within 0 and 100."""
        if self.changed is not None:
            self.changed(min(max(number, 0), 100))
        return True
