"""The strip at the top: which game, when, which phase, how tense, and the way to help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import desk, words
from game.ui.widgets import Button, Group, Paint, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.view_models.desk import Header
    from game.ui.widgets import Look

CELLS = 10


def strip(box: Box, view: Header, acts: dict[str, Callable[[], None]]) -> Widget:
    """The whole strip; `acts` holds what its buttons do: briefing, ladder, theme, help."""
    wide = box.w >= 1200
    left = 296.0 if wide else 220.0
    tension = Box(box.x + left, box.y, box.w - left - 96, box.h)
    if wide:
        tension = Box(box.right - 544, box.y, 392, box.h)
    title = Box(box.x + 48, box.y, left - 56, box.h)
    heading = Paint("header/title", title, view.title, view.when, role="heading")
    heading.paint = _title(view)
    found: list[Widget] = [
        Paint("header/ground", box, role="decoration", paint=_ground),
        _icon("briefing", box.x + 8, ("book", "Briefing", "Briefing"), acts),
        heading,
    ]
    if wide:
        place = Box(box.x + 304, box.y, tension.x - box.x - 320, box.h)
        phases = Paint("header/phases", place, "Phase", desk.PHASES[view.phase], role="status")
        phases.paint = _phases(view)
        found.append(phases)
    ladder = Button("header/tension", tension.inset(0, 4), "Tension", _spoken(view))
    ladder.press, ladder.paint, ladder.hint = acts["ladder"], _ladder(view), "Tension (G)"
    found += [
        ladder,
        _icon("theme", box.right - 80, ("cast", "Projector colors", "Colors"), acts),
        _icon("help", box.right - 44, ("help", "Keys", "Keys (?)"), acts),
    ]
    return Group("header", box, "Header", role="banner", children=found)


def _icon(
    name: str, x: float, words: tuple[str, str, str], acts: dict[str, Callable[[], None]]
) -> Widget:
    """A button that is only an icon; `words` are the icon, its name and its tooltip."""
    button = Button(f"header/{name}", Box(x, 16, 32, 32), words[1], press=acts[name])
    button.icon, button.hint, button.quiet = words[0], words[2], True
    return button


def _spoken(view: Header) -> str:
    """Tension in one sentence."""
    return f"rung {view.rung} of {CELLS}, {view.rung_name}" if view.rung else words.NOT_KNOWN


def _ground(canvas: Canvas, box: Box, look: Look) -> None:
    """The strip's ground."""
    canvas.fill(box, canvas.theme.panel)
    canvas.rule(box.x, box.bottom - 1, box.w)


def _title(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Title over time."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(view.title, Box(box.x, 13, box.w, 22), t.TITLE)
        canvas.text(view.when, Box(box.x, 35, box.w, 16), t.SMALL, canvas.theme.muted)

    return paint


def _phases(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Past phases with a check, the present one in a frame."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        x, middle = box.x, box.y + box.h / 2
        for number, name in enumerate(desk.PHASES):
            here, past = number == view.phase, number < view.phase
            kind = t.BODY_BOLD if here else t.SMALL
            wide = canvas.type.width(name, kind)
            if here:
                canvas.box(Box(x, middle - 16, wide + 24, 32), theme.selection, theme.accent)
                canvas.text(name, Box(x + 12, middle - 16, wide + 1, 32), kind)
                x += wide + 24
            else:
                if past:
                    canvas.icon("check", x, middle - 6, 12)
                    x += 16
                canvas.text(name, Box(x, middle - 10, wide + 1, 20), kind, theme.muted)
                x += wide
            if number < len(desk.PHASES) - 1:
                canvas.fill(Box(x + 6, middle - 1, 10, 2), theme.muted if past else theme.hairline)
                x += 22

    return paint


def _ladder(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Ten cells of tension, a line above and one below."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        first = Box(box.x, box.y + 4, box.w, 18)
        lead = f"Tension, rung {view.rung} of {CELLS}" if view.rung else "Tension"
        x = first.x + canvas.text(lead, first, t.SMALL, theme.muted) + 8
        told = bool(view.change) and box.w >= 360
        room = box.right - x - (130 if told else 0)
        canvas.text(view.rung_name, Box(x, first.y, room, first.h), t.BODY_BOLD)
        if told:
            up = view.change > 0
            said = f"{'▲' if up else '▼'} {abs(view.change)} since last turn"
            color = theme.alert if up else theme.positive
            canvas.text(said, first, t.SMALL_BOLD, color, align="right")
        _cells(canvas, Box(box.x, box.y + 25, box.w, 10), view.rung)
        if view.next_rung:
            said = f"next: {view.rung + 1}, {view.next_rung.lower()}"
            canvas.text(
                said, Box(box.x, box.y + 37, box.w, 16), t.SMALL, theme.muted, align="right"
            )
        if look.hovered:
            canvas.rule(box.x, first.bottom + 1, box.w, theme.border)

    return paint


def _cells(canvas: Canvas, box: Box, rung: int) -> None:
    """Filled up to the rung, outlined above."""
    theme = canvas.theme
    wide = (box.w - 3 * (CELLS - 1)) / CELLS
    for number in range(CELLS):
        cell = Box(box.x + number * (wide + 3), box.y, wide, box.h)
        if number == rung - 1:
            canvas.box(cell.inset(-1), theme.alert, theme.text, radius=3)
        elif number < rung:
            canvas.box(cell, theme.alert, radius=2)
        else:
            canvas.box(cell, None, theme.border, radius=2)
