"""The third panel of the debrief: how sure a seat said it was, against what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import debrief as model
from game.ui.view_models import words
from game.ui.widgets import Choice, Choices, Paint, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.report import Confidence
    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.debrief import Talk
    from game.ui.widgets import Look

LABELS = (6.0, -22.0, 22.0)  # dp under a point: neighbors do not write over each other


def sureness(
    box: Box,
    said: Confidence,
    talk: Talk,
    turn_to: Callable[[bool], None],
    stage: Stage,
    *,
    head: bool = True,
) -> Widget:
    """How sure a seat said it was, against what came: a curve or a table; a table where it is low.

    Without its head the panel has no room for a curve.
    """
    panel = Panel("sure", box, say("Confidence and outcome"), head=False)
    inner = box.inset(16, 0)
    setter = stage.setter()
    counted = Text("sure/counted", Box(inner.x, 0, inner.w, 0), value=model.counted(said))
    counted.wrap = True
    scored = Text("sure/scored", Box(inner.x, 0, inner.w, 0), value=model.scored(said))
    scored.wrap, scored.kind, scored.color = True, t.SMALL, "muted"
    high = len(setter.wrap(counted.value, counted.kind, inner.w)) * t.BODY.line
    scored.value = scored.value if head else ""
    low = len(setter.wrap(scored.value, scored.kind, inner.w)) * t.SMALL.line if scored.value else 0
    y = box.bottom - 12 - high - low - 4
    counted.box = Box(inner.x, y, inner.w, high)
    scored.box = Box(inner.x, y + high + 4, inner.w, low)
    top = box.y + (48 if head else 6)
    place = Box(inner.x, top, inner.w, y - top - 8)
    parts: list[Widget] = [counted, *([scored] if scored.value else [])]
    kinds: list[Widget] = []
    if said.bins:
        table = talk.table or not head
        parts = [_table(place, said) if table else _curve(place, said), *parts]
        kinds = [_kinds(stage, box, talk, turn_to)] if head else []
    left = kinds[0].box.x if kinds else box.right
    panel.children = [*([_title(box, left)] if head else []), *kinds, *parts]
    return panel


def _kinds(stage: Stage, box: Box, talk: Talk, turn_to: Callable[[bool], None]) -> Widget:
    """Curve or table, at the right of the head."""
    items = [Choice("curve", say("Curve")), Choice("table", say("Table"))]
    wide = sum(stage.setter().width(item.label, t.SMALL) + 24 for item in items)
    place = Box(box.right - 12 - wide, box.y + 6, wide, 28)
    choices = Choices("sure/kind", place, say("Show as"), chips=False, items=items)
    choices.chosen = "table" if talk.table else "curve"
    choices.choose = lambda key: turn_to(key == "table")
    return choices


def _title(box: Box, left: float) -> Widget:
    """The head's words, as wide as the choice beside them lets them be, and the line under it."""
    place = Box(box.x, box.y, left - box.x, t.PANEL_HEAD)

    def paint(canvas: Canvas, area: Box, look: Look) -> None:
        room = area.inset(t.PANEL_PADDING, 0)
        canvas.text(say("Confidence and outcome"), room, t.BODY_BOLD)
        canvas.rule(box.x + 1, box.y + t.PANEL_HEAD, box.w - 2)

    return Paint("sure/title", place, say("Confidence and outcome"), paint=paint)


def _curve(box: Box, said: Confidence) -> Widget:
    """Said to be likely across, came true upwards; the dashed line is just right."""
    told = "; ".join(
        say(
            "{came} of {stated} at {sure}", came=b.came, stated=b.stated, sure=words.percent(b.mean)
        )
        for b in said.bins
    )
    found = Paint("sure/curve", box, say("Confidence and outcome"), told, role="image")

    def paint(canvas: Canvas, area: Box, look: Look) -> None:
        theme = canvas.theme
        plot = Box(area.x + 34, area.y + 24, area.w - 60, area.h - 66)
        canvas.text(say("came true, in %"), Box(area.x, area.y, area.w, 16), t.SMALL, theme.muted)
        for share in range(0, 101, 25):
            y = plot.bottom - plot.h * share / 100
            canvas.rule(plot.x, y, plot.w)
            canvas.text(str(share), Box(area.x, y - 8, 26, 16), t.SMALL, theme.muted, align="right")
        for share in range(0, 101, 20):
            x = plot.x + plot.w * share / 100
            label = Box(x - 20, plot.bottom + 4, 40, 16)
            canvas.text(str(share), label, t.SMALL, theme.muted, align="center")
        foot = Box(plot.x, plot.bottom + 22, plot.w, 16)
        canvas.text(
            say("how sure it was said to be, in %"), foot, t.SMALL, theme.muted, align="center"
        )
        _points(canvas, plot, said)

    found.paint = paint
    return found


def _points(canvas: Canvas, plot: Box, said: Confidence) -> None:
    """The diagonal as dots, the bins as rings joined by a line, each with its count."""
    theme = canvas.theme
    for n in range(41):
        at = (plot.x + plot.w * n / 40, plot.bottom - plot.h * n / 40)
        canvas.dot(at, 2, theme.muted)
    points = [
        (plot.x + plot.w * b.mean, plot.bottom - plot.h * b.came / b.stated) for b in said.bins
    ]
    pixels = [canvas.rect(Box(x, y, 0.01, 0.01)).topleft for x, y in points]
    if len(pixels) > 1:
        pygame.draw.lines(canvas.surface, theme.accent, False, pixels, canvas.px(2))
    for number, (point, one) in enumerate(zip(points, said.bins, strict=True)):
        canvas.dot(point, 14, theme.panel, theme.accent)
        down = LABELS[number % len(LABELS)]
        words_at = Box(min(point[0] + 10, plot.right - 28), point[1] + down, 60, 16)
        canvas.text(say("{came} of {stated}", came=one.came, stated=one.stated), words_at, t.SMALL)


def _table(box: Box, said: Confidence) -> Widget:
    """The same as a table."""
    heads = (say("How sure"), say("Stated"), say("Came true"))
    told = [(_sure(b.low, b.high), str(b.stated), str(b.came)) for b in said.bins]

    def paint_of(
        cells: tuple[str, str, str], *, head: bool
    ) -> Callable[[Canvas, Box, RowLook], None]:
        def paint(canvas: Canvas, area: Box, look: RowLook) -> None:
            ink = canvas.theme.muted if head else None
            for n, text in enumerate(cells):
                room = Box(area.x + n * area.w / 3, area.y, area.w / 3 - 8, area.h)
                canvas.text(text, room, t.BODY, ink, align="right" if n else "left")
            canvas.rule(area.x, area.bottom - 1, area.w)

        return paint

    rows = [Row("head", words.listed(heads), 30, paint_of(heads, head=True), heading=True)]
    rows += [Row(cells[0], words.listed(cells), 30, paint_of(cells, head=False)) for cells in told]
    return Rows("sure/table", box, say("Confidence and outcome"), rows=rows)


def _sure(low: float, high: float) -> str:
    return words.percent(low) if low == high else f"{low * 100:.0f}–{words.percent(high)}"
