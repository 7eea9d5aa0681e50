"""Rows of the recap: orders with what became of them, what was heard, what was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models.turn_account import Heard, Outcome
from game.ui.widgets import Row, RowLook, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.text import Typesetter
    from game.ui.widgets import Look

PAD = 16.0
STATE, LABEL = 96.0, 80.0  # dp of the first column, and of "Expected"
MOST = 3
ICONS = {
    "done": ("check", "positive"),
    "failed": ("warn", "leak"),
    "void": ("x", "muted"),
    "waits": ("clock", "muted"),
}

__all__ = ["Heard", "heard_row", "marker", "order_row", "silent_row"]


def _state(state: str) -> str:
    """The state of an order in a word."""
    return {
        "done": say("Done"),
        "failed": say("Failed"),
        "void": say("Void"),
        "waits": say("Waits"),
    }[state]


def order_row(stage: Stage, key: str, outcome: Outcome, wide: float) -> Row:
    """An order: state, title, expected, saw, and whether it came as expected."""
    high = 12 + 22 + sum(high for high, _, _ in _lines(stage.setter(), outcome, wide)) + 14
    parts = [_state(outcome.state), outcome.title, outcome.verdict, *outcome.saw]
    spoken = ". ".join(part.rstrip(".") for part in parts if part)
    return Row(key, spoken, high, _order(outcome))


def _lines(setter: Typesetter, outcome: Outcome, wide: float) -> list[tuple[float, str, str]]:
    """What was expected and seen: height, label and words of each."""
    room = wide - 2 * PAD - STATE - LABEL
    found = []
    if outcome.expected:
        lines = len(setter.wrap(outcome.expected, t.BODY, room, MOST))
        found.append((lines * float(t.BODY.line) + 2, say("Expected"), outcome.expected))
    for number, seen in enumerate(outcome.saw):
        lines = len(setter.wrap(seen, t.BODY, room, MOST))
        label = "" if number else say("Saw")
        found.append((lines * float(t.BODY.line) + 2, label, seen))
    return found


def _order(outcome: Outcome) -> Callable[[Canvas, Box, RowLook], None]:
    """Paint one order."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        inner = box.inset(PAD, 0)
        icon, name = ICONS[outcome.state]
        color = getattr(theme, name)
        canvas.icon(icon, inner.x, box.y + 14, 16, color)
        state = Box(inner.x + 24, box.y + 12, STATE - 32, 20)
        canvas.text(_state(outcome.state), state, t.BODY_BOLD, color)
        left = inner.x + STATE
        told = canvas.type.width(outcome.verdict, t.SMALL) + 20 if outcome.verdict else 0.0
        title = Box(left, box.y + 12, inner.right - left - told - 12, 20)
        canvas.text(outcome.title, title, t.BODY_BOLD)
        if outcome.verdict:
            ink = theme.positive if outcome.good else theme.leak
            mark = "check" if outcome.good else "x"
            canvas.icon(mark, inner.right - told, box.y + 15, 14, ink)
            where = Box(inner.x, box.y + 12, inner.w, 20)
            canvas.text(outcome.verdict, where, t.SMALL, ink, align="right")
        y = box.y + 34
        for high, label, words in _lines(canvas.type, outcome, box.w):
            canvas.text(label, Box(left, y, LABEL - 8, t.BODY.line), t.BODY, theme.muted)
            place = Box(left + LABEL, y, inner.right - left - LABEL, high)
            canvas.block(words, place, t.BODY, most=MOST)
            y += high
        canvas.rule(inner.x, box.bottom - 1, inner.w)

    return paint


def heard_row(stage: Stage, key: str, line: Heard, wide: float) -> Row:
    """A line of what was heard, with how it is known."""
    setter = stage.setter()
    room = wide - 2 * PAD - 28 - (0 if line.name else setter.width(line.source, t.SMALL) + 24)
    lines = len(setter.wrap(line.text, t.BODY, room, MOST))
    high = lines * float(t.BODY.line) + 20 + (22 if line.name else 0)
    parts = (line.name, line.text, line.source)
    spoken = ". ".join(part.rstrip(".") for part in parts if part)
    return Row(key, spoken, high, _heard(line))


def _heard(line: Heard) -> Callable[[Canvas, Box, RowLook], None]:
    """Paint one line."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        inner = box.inset(PAD, 0)
        color = theme.leak if line.icon == "leak" else theme.muted
        canvas.icon(line.icon, inner.x, box.y + 11, 16, color)
        wide = canvas.type.width(line.source, t.SMALL) + 10
        y = box.y + 10
        room = inner.w - 28 - wide - 14
        if line.name:
            canvas.text(line.name, Box(inner.x + 28, y, room, 20), t.BODY_BOLD)
            y, room = y + 22, inner.w - 28
        if line.source:
            tag(canvas, (inner.right, box.y + 11), line.source, theme.muted, right=True)
        text = Box(inner.x + 28, y, room, box.h)
        canvas.block(line.text, text, t.BODY, theme.muted if line.name else theme.text, most=MOST)
        canvas.rule(inner.x, box.bottom - 1, inner.w)

    return paint


def silent_row(stage: Stage, key: str, said: str, wide: float) -> Row:
    """A sentence of what was not heard."""
    lines = len(stage.setter().wrap(said, t.BODY, wide - 2 * PAD))

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        canvas.block(said, Box(box.x + PAD, box.y + 8, box.w - 2 * PAD, box.h), t.BODY)

    return Row(key, said, lines * float(t.BODY.line) + 14, paint)


def marker(said: str) -> Callable[[Canvas, Box, Look], None]:
    """The way to mark a moment, with its key."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        if look.hovered:
            canvas.box(box, theme.selection, radius=4)
        canvas.icon("mark", box.x + 4, box.y + (box.h - 16) / 2, 16)
        room = Box(box.x + 28, box.y, box.w - 64, box.h)
        x = room.x + canvas.text(said, room, t.SMALL, theme.muted) + 8
        cap = Box(x, box.y + (box.h - 18) / 2, 18, 18)
        canvas.box(cap, None, theme.border, radius=3)
        canvas.text("B", cap, t.SMALL, theme.muted, align="center")

    return paint
