"""A card of the recap: before and after, the amount, what made it, how well it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Paint, Panel, Widget, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.view_models.changes import Heavy
    from game.ui.widgets import Look

PAD = 16.0
WHY = 56.0  # dp kept free at the right for the way to the causes
COLORS = {"good": "positive", "bad": "alert", "plain": "muted"}


def change_card(name: str, box: Box, heavy: Heavy) -> Widget:
    """The card as a panel, without the way to its causes."""
    spoken = say(
        "{name}: {before}, now {after}; {change}, {known}. {because}",
        name=heavy.name,
        before=heavy.before,
        after=heavy.after,
        change=heavy.change,
        known=heavy.known,
        because=heavy.because,
    )
    body = Paint(f"{name}/words", box, heavy.name, spoken, role="note", paint=_card(heavy))
    body.role = "decoration"  # what can be opened lies on it
    return Panel(name, box, heavy.name, spoken, head=False, children=[body])


def _card(heavy: Heavy) -> Callable[[Canvas, Box, Look], None]:
    """Three lines: what, how much, because of what."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        color = getattr(theme, COLORS[heavy.tone])
        inner = box.inset(PAD, 0)
        canvas.icon(heavy.icon, inner.x, inner.y + 15, 16, color)
        known = canvas.type.width(heavy.known, t.SMALL) + 10
        name = Box(inner.x + 24, inner.y + 13, inner.w - 24 - known - 12, 20)
        canvas.text(heavy.name, name, t.BODY, theme.muted)
        tag(canvas, (inner.right, inner.y + 14), heavy.known, theme.muted, right=True)
        _figures(canvas, Box(inner.x, inner.y + 38, inner.w, 36), heavy)
        canvas.rule(inner.x, inner.y + 80, inner.w)
        room = Box(inner.x, inner.y + 88, inner.w - WHY, 2 * t.BODY.line)
        canvas.block(heavy.because[:1].upper() + heavy.because[1:], room, t.BODY, most=2)

    return paint


def _figures(canvas: Canvas, box: Box, heavy: Heavy) -> None:
    """Before, after and the amount."""
    theme = canvas.theme
    color = getattr(theme, COLORS[heavy.tone])
    wide = canvas.type.width(heavy.change, t.BODY_BOLD)
    x = box.x + canvas.text(heavy.before, box, t.TITLE, theme.muted) + 8
    canvas.icon("next", x, box.y + 11, 14)
    x += 22
    canvas.text(heavy.after, Box(x, box.y, box.right - x - wide - 12, box.h), t.FIGURE)
    canvas.text(heavy.change, box, t.BODY_BOLD, color, align="right")
