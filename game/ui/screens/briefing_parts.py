"""Parts of the briefing: what is wanted and can be spent, and how a line of each list is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Paint, RowLook, Text, Widget, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.briefing import Briefing, Neighbor, Phase, Section
    from game.ui.widgets import Look


def column(stage: Stage, box: Box, view: Briefing) -> tuple[list[Widget], float]:
    """Objectives, then stocks."""
    setter, wide = stage.setter(), box.w - 14
    y = box.y + 8
    found: list[Widget] = []
    for number, goal in enumerate(view.goals):
        today = say("Today: {reading}.", reading=goal.reading) if goal.reading else ""
        text = f"{goal.text} {today}".strip()
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
    spend = say("What you can spend")
    found.append(Text("goals/spend", Box(box.x, y, wide, 20), value=spend, kind=t.BODY_BOLD))
    y += 26
    for icon, (stock, have) in zip(("people", "coin", "hall"), view.stocks, strict=True):
        spot = Box(box.x, y, wide, 28)
        paint = _stock(icon, stock, have)
        found.append(Paint(f"goals/{icon}", spot, stock, have, role="note", paint=paint))
        y += 28
    notes = [say("A mistake here costs nothing. It is what the debrief is for.")]
    if view.practices:
        notes.insert(0, say("You practice: {skills}.", skills=view.practices))
    y += 10
    for number, said in enumerate(notes):
        high = len(setter.wrap(said, t.SMALL, wide)) * t.SMALL.line
        place = Box(box.x, y, wide, high)
        found.append(
            Text(f"goals/note/{number}", place, value=said, kind=t.SMALL, color="muted", wrap=True)
        )
        y += high + 6
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


def secret(said: str) -> Callable[[Canvas, Box, Look], None]:
    """The lock before a secret, and the tag behind it."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.icon("lock", box.x, box.y + 3, 18, canvas.theme.leak)
        tag(canvas, (box.right, box.y + 3), said, canvas.theme.leak, dashed=True, right=True)

    return paint


def eye(canvas: Canvas, box: Box, look: Look) -> None:
    """The sign before what is hidden from everybody in part."""
    canvas.icon("eyeoff", box.x, box.y + 3, 18)


def phase(view: Phase) -> Callable[[Canvas, Box, Look], None]:
    """A phase of a turn: icon, name, what it is."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.box(box, theme.field, theme.hairline)
        canvas.icon(view.icon, box.x + 8, box.y + 10, 14, theme.accent)
        canvas.text(view.name, Box(box.x + 28, box.y + 7, box.w - 32, 20), t.SMALL_BOLD)
        words = Box(box.x + 8, box.y + 32, box.w - 14, 54)
        canvas.block(view.text, words, t.SMALL, theme.muted, most=3)

    return paint


def around(seat: Neighbor, shown: Atlas) -> Callable[[Canvas, Box, RowLook], None]:
    """Mark, name, public aim, and whether a stand-in plays it."""
    mark = shown.mark(seat.actor)

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if mark is not None:
            canvas.mark(mark.shape, (box.x + 24, box.y + 24), 32, theme.blocs[mark.bloc])
            canvas.text(mark.code, Box(box.x + 8, box.y + 16, 32, 16), t.MARK, align="center")
        line = Box(box.x + 48, box.y + 5, box.w - 56, 19)
        used = canvas.type.width(seat.by, t.SMALL) + 8 if seat.by else 0.0
        canvas.text(seat.name, Box(line.x, line.y, line.w - used, line.h), t.BODY)
        if seat.by:
            canvas.text(seat.by, line, t.SMALL, theme.muted, align="right")
        canvas.text(seat.aim, Box(line.x, box.y + 25, line.w, 16), t.SMALL, theme.muted)

    return paint


def locator(shown: Atlas) -> Callable[[Canvas, Box, Look], None]:
    """Lands with their names, the seat's own filled; geography is never mirrored."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        with canvas.straight(box):
            area, over = canvas.rect(box), 3
            large = pygame.Surface((area.w * over, area.h * over))
            large.fill(theme.panel)
            put = _fitted(shown, box)
            for land in shown.lands:
                ring = [
                    ((x - box.x) * area.w * over / box.w, (y - box.y) * area.h * over / box.h)
                    for x, y in map(put, land.outline)
                ]
                pygame.draw.polygon(large, theme.selection if land.mine else theme.land2, ring)
                edge = theme.accent if land.mine else theme.border
                pygame.draw.polygon(large, edge, ring, width=over)
            small = pygame.transform.smoothscale(large, (area.w, area.h))
            canvas.picture(small, box.x, box.y)
            for land in shown.lands:
                xs, ys = zip(*map(put, land.outline), strict=True)
                middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
                half = canvas.type.width(land.name, t.SMALL_BOLD) / 2 + 2
                left = min(max(middle[0] - half, box.x), box.right - 2 * half)
                room = Box(left, middle[1] - 9, 2 * half, 18)
                canvas.text(land.name, room, t.SMALL_BOLD, align="center")

    return paint


def _fitted(shown: Atlas, box: Box) -> Callable[[tuple[float, float]], tuple[float, float]]:
    """What puts a point of the map into a box, so that all lands are in it."""
    xs = [x for land in shown.lands for x, _ in land.outline] or [0.0, 1.0]
    ys = [y for land in shown.lands for _, y in land.outline] or [0.0, 1.0]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    inner = box.inset(3)

    def put(point: tuple[float, float]) -> tuple[float, float]:
        x = inner.x + (point[0] - min(xs)) / wide * inner.w
        return x, inner.y + (point[1] - min(ys)) / high * inner.h

    return put


def _goal(name: str, weight: str, text: str) -> Callable[[Canvas, Box, Look], None]:
    """Name, weight, sentence."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        y = box.y + canvas.block(name, box, t.BODY_BOLD)
        canvas.text(weight, Box(box.x, y, box.w, 16), t.SMALL, canvas.theme.muted)
        canvas.block(text, Box(box.x, y + 18, box.w, 80), t.BODY, canvas.theme.muted)
        canvas.rule(box.x, box.bottom - 1, box.w)

    return paint


def _stock(icon: str, name: str, amount: str) -> Callable[[Canvas, Box, Look], None]:
    """Icon, name, and the figure at the right."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.icon(icon, box.x, box.y + 6, 16)
        used = canvas.text(amount, box, t.BODY_BOLD, align="right")
        room = Box(box.x + 24, box.y, box.w - 32 - used, box.h)
        canvas.text(name, room, t.BODY)

    return paint
