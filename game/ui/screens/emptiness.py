"""What stands where nothing is yet: an icon, what will appear, what never will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.widgets import Look


def empty(
    icon: str, title: str, said: str, *, line: bool = True, below: float = 0.0
) -> Callable[[Canvas, Box, Look], None]:
    """A painter of it; `below` is what is kept free under it, for a button."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        if line:
            canvas.rule(box.x, box.y, box.w)
        inner = box.inset(24, 0)
        wide = min(inner.w, 260.0)
        column = Box(inner.x + (inner.w - wide) / 2, box.y, wide, box.h)
        lines = len(canvas.type.wrap(said, t.BODY, column.w))
        tall = 28 + 30 + lines * t.BODY.line + below
        y = box.y + max(10.0, (box.h - tall) / 2.4)
        canvas.icon(icon, box.center[0] - 14, y, 28)
        canvas.text(title, Box(column.x, y + 34, column.w, 20), t.BODY_BOLD, align="center")
        place = Box(column.x, y + 58, column.w, lines * t.BODY.line)
        canvas.block(said, place, t.BODY, theme.muted, align="center")

    return paint
