"""Parts of the briefing: what is wanted and can be spent, and how a line of each list is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.widgets import Paint, RowLook, Text, Widget, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.briefing import Briefing, Section
    from game.ui.widgets import Look


def column(stage: Stage, box: Box, view: Briefing) -> tuple[list[Widget], float]:
    """Objectives, then stocks."""
    setter, wide = stage.setter(), box.w - 14
    y = box.y + 8
    found: list[Widget] = []
    for number, goal in enumerate(view.goals):
        text = " ".join(
            p for p in (goal.text, f"Today: {goal.reading}." if goal.reading else "") if p
        )
        lines = len(setter.wrap(text, t.BODY, wide))
        name = len(setter.wrap(goal.name, t.BODY_BOLD, wide))
        high = name * 19 + 18 + lines * 19 + 14
        place = Box(box.x, y, wide, high)
        found.append(
            Paint(
                f"goals/{number}",
                place,
                goal.name,
                text,
                role="note",
                paint=_goal(goal.name, goal.weight, text),
            )
        )
        y += high + 8
    y += 4
    found.append(
        Text("goals/spend", Box(box.x, y, wide, 20), value="What you can spend", kind=t.BODY_BOLD)
    )
    y += 26
    icons = ("people", "coin", "hall")
    places = row(Box(box.x, y, wide, 44), [0, 0, 0], gap=8)
    for icon, spot, (stock, have) in zip(icons, places, view.stocks, strict=True):
        paint = _stock(icon, stock, have)
        found.append(Paint(f"goals/{icon}", spot, stock, have, role="note", paint=paint))
    y += 44
    return found, y - box.y + 8


def contents(
    number: int, section: Section, current: bool
) -> Callable[[Canvas, Box, RowLook], None]:
    """A line of the contents: a bar and bold type where one is."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if current or look.hovered:
            canvas.fill(box, theme.selection)
        if current:
            canvas.fill(Box(box.x, box.y, 3, box.h), theme.accent)
        kind = t.BODY_BOLD if current else t.BODY
        canvas.text(
            str(number),
            Box(box.x + 12, box.y, 14, box.h),
            kind,
            theme.text if current else theme.muted,
        )
        canvas.text(section.title, Box(box.x + 30, box.y, box.w - 42, box.h), kind)

    return paint


def secret(text: str) -> Callable[[Canvas, Box, Look], None]:
    """Lock, words, tag."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.icon("lock", box.x, box.y + 3, 18, canvas.theme.leak)
        canvas.block(text, Box(box.x + 32, box.y, box.w - 100, box.h), t.READING)
        tag(canvas, (box.right, box.y + 3), "secret", canvas.theme.leak, dashed=True, right=True)

    return paint


def _goal(name: str, weight: str, text: str) -> Callable[[Canvas, Box, Look], None]:
    """Name, weight, sentence."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        y = box.y + canvas.block(name, box, t.BODY_BOLD)
        canvas.text(weight, Box(box.x, y, box.w, 16), t.SMALL, canvas.theme.muted)
        canvas.block(text, Box(box.x, y + 18, box.w, 80), t.BODY, canvas.theme.muted)
        canvas.rule(box.x, box.bottom - 1, box.w)

    return paint


def _stock(icon: str, name: str, amount: str) -> Callable[[Canvas, Box, Look], None]:
    """Icon and figure over the name."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.icon(icon, box.x, box.y + 4, 16)
        canvas.text(amount, Box(box.x + 24, box.y, box.w - 24, 24), t.TITLE)
        canvas.text(name, Box(box.x, box.y + 26, box.w, 16), t.SMALL, canvas.theme.muted)

    return paint
