"""The strip at the top: which game, when, which phase, how tense, how much time is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import headline
from game.ui.view_models.headline import phases
from game.ui.widgets import Button, Group, Paint, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.headline import ClockFace, Header
    from game.ui.widgets import Look

CELLS = 10
CLOCK, ICONS, TENSION = 98.0, 80.0, 364.0
GAP = 22.0  # between two phases, with the dash in it


def of(
    stage: Stage,
    box: Box,
    work: Work,
    acts: dict[str, Callable[[], None]],
    *,
    observing: bool = False,
) -> Widget:
    """The strip of a seat's work; `observing` while it reads what the last turn brought."""
    view = headline.header(work.book, work.index, clock_of(work.place))
    if observing and view.phase == headline.ORDER:
        view = replace(view, phase=headline.OBSERVE)
    stage.memory["header/clock"] = view.clock
    return strip(box, view, acts)


def clock_of(place: Any) -> Any:
    """The table's clock, if this place has one."""
    return getattr(place, "clock", None)


def tick(stage: Stage, work: Work) -> None:
    """Ask for a frame when the clock shows another second."""
    if headline.face(clock_of(work.place)) != stage.memory.get("header/clock"):
        stage.dirty = True


def strip(box: Box, view: Header, acts: dict[str, Callable[[], None]]) -> Widget:
    """The whole strip; `acts` holds what its buttons do: briefing, ladder, theme, help."""
    wide = box.w >= 1200
    left = 296.0 if wide else 220.0
    right = ICONS + (CLOCK + 28 if wide or view.clock is not None else 12)
    tension = Box(box.x + left, box.y, box.w - left - right, box.h)
    if wide:
        tension = Box(box.right - right - TENSION, box.y, TENSION, box.h)
    title = Box(box.x + 48, box.y, left - 56, box.h)
    heading = Paint("header/title", title, view.title, view.when, role="heading")
    heading.paint = _title(view)
    found: list[Widget] = [
        Paint("header/ground", box, role="decoration", paint=_ground),
        *_icon("briefing", box.x + 8, ("book", say("Briefing"), say("Briefing")), acts),
        heading,
    ]
    if wide:
        place = Box(box.x + 304, box.y, tension.x - box.x - 320, box.h)
        strip_of = Paint("header/phases", place, say("Phase"), phases()[view.phase], role="status")
        strip_of.paint = _phases(view)
        found.append(strip_of)
    ladder = Button("header/tension", tension.inset(0, 4), say("Tension"), _spoken(view))
    ladder.press, ladder.paint, ladder.hint = acts["ladder"], _ladder(view), say("Tension (G)")
    found.append(ladder)
    if right > ICONS + 12:
        face = Paint("header/clock", Box(tension.right + 16, box.y, CLOCK, box.h), say("Time left"))
        face.value = view.clock.figure if view.clock is not None else say("no clock")
        face.role, face.paint = "timer", _clock(view.clock)
        found.append(face)
    found += [
        *_icon("theme", box.right - 80, ("cast", say("Projector colors"), say("Colors")), acts),
        *_icon("help", box.right - 44, ("help", say("Keys"), say("Keys (?)")), acts),
    ]
    return Group("header", box, say("Header"), role="banner", children=found)


def _icon(
    name: str, x: float, words: tuple[str, str, str], acts: dict[str, Callable[[], None]]
) -> list[Widget]:
    """A button that is only an icon, if the page has that act; its icon, name and tooltip."""
    if name not in acts:
        return []
    button = Button(f"header/{name}", Box(x, 16, 32, 32), words[1], press=acts[name])
    button.icon, button.hint, button.quiet = words[0], words[2], True
    return [button]


def _spoken(view: Header) -> str:
    """Tension in one sentence."""
    if not view.rung:
        return say("not known")
    said = say("rung {rung} of {count}, {name}", rung=view.rung, count=CELLS, name=view.rung_name)
    return say("{tension}; off-ramp: {name}", tension=said, name=view.ramp) if view.ramp else said


def _ground(canvas: Canvas, box: Box, look: Look) -> None:
    """The strip's ground."""
    canvas.fill(box, canvas.theme.panel)
    canvas.rule(box.x, box.bottom - 1, box.w)


def _title(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Title over time."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(view.title, Box(box.x, 13, box.w, 22), t.TITLE)
        canvas.text(view.when, Box(box.x, 36, box.w, 16), t.SMALL, canvas.theme.muted)

    return paint


def _phases(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Past phases with a check, the present one in a frame; where it is tight, no past names."""
    names = phases()

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        widths = [canvas.type.width(n, t.SMALL) for n in names]
        widths[view.phase] = canvas.type.width(names[view.phase], t.BODY_BOLD) + 24
        full = sum(widths) + 16 * view.phase + GAP * (len(names) - 1)
        x, middle = box.x, box.y + box.h / 2
        for number, name in enumerate(names):
            here, past = number == view.phase, number < view.phase
            named = here or not past or full <= box.w
            if x + (widths[number] if named else 12) > box.right:
                return
            if here:
                frame = Box(x, middle - 16, widths[number], 32)
                canvas.box(frame, theme.selection, theme.accent)
                canvas.text(name, frame.inset(12, 0), t.BODY_BOLD)
            elif past:
                canvas.icon("check", x, middle - 6, 12)
                x += 16 if named else 12
            if named and not here:
                place = Box(x, middle - 10, widths[number] + 1, 20)
                canvas.text(name, place, t.SMALL, theme.muted)
            x += widths[number] if named else 0
            if number < len(names) - 1:
                canvas.fill(Box(x + 6, middle - 1, 10, 2), theme.muted if past else theme.hairline)
                x += GAP

    return paint


def _clock(face: ClockFace | None) -> Callable[[Canvas, Box, Look], None]:
    """Figures over a word, and a bar that grows shorter."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.post(box.x - 8, box.y + 12, box.h - 24)
        if face is None:
            words = Box(box.x, box.y + 20, box.w, 24)
            canvas.text(say("no clock"), words, t.SMALL, theme.muted, align="center")
            return
        ink = theme.alert if face.alert else theme.text
        lines = Box(box.x, box.y, box.w - 14, box.h)
        canvas.text(face.figure, Box(lines.x, 9, lines.w, 28), t.CLOCK, ink, align="right")
        canvas.text(face.note, Box(lines.x, 37, lines.w, 16), t.SMALL, theme.muted, align="right")
        bar = Box(box.right - 8, box.y + 10, 8, 44)
        canvas.box(bar, None, theme.border, radius=4)
        full = (bar.h - 2) * face.share
        canvas.box(
            Box(bar.x + 1, bar.bottom - 1 - full, 6, full),
            theme.alert if face.alert else theme.accent,
            radius=3,
        )

    return paint


def _ladder(view: Header) -> Callable[[Canvas, Box, Look], None]:
    """Ten cells of tension, a line above and one below."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        first = Box(box.x, box.y + 4, box.w, 18)
        lead = say("Tension")
        if view.rung:
            lead = say("Tension, rung {rung} of {count}", rung=view.rung, count=CELLS)
        change = _change(view) if box.w >= 340 else ""
        taken = canvas.type.width(change, t.SMALL_BOLD) + 12 if change else 0.0
        x = first.x + canvas.text(lead, first, t.SMALL, theme.muted) + 8
        name = Box(x, first.y, max(0.0, box.right - x - taken), first.h)
        canvas.text(view.rung_name, name, t.BODY_BOLD)
        if change:
            color = theme.alert if view.change > 0 else theme.positive
            canvas.text(change, first, t.SMALL_BOLD, color, align="right")
        _cells(canvas, Box(box.x, box.y + 25, box.w, 10), view.rung)
        _below(canvas, Box(box.x, box.y + 37, box.w, 16), view)
        if look.hovered:
            canvas.rule(box.x, first.bottom + 1, box.w, theme.border)

    return paint


def _change(view: Header) -> str:
    """How many rungs since the last turn."""
    if not view.change:
        return ""
    arrow = "▲" if view.change > 0 else "▼"
    return t_count(
        "{arrow} {count} since last turn",
        "{arrow} {count} since last turn",
        abs(view.change),
        arrow=arrow,
    )


def _below(canvas: Canvas, box: Box, view: Header) -> None:
    """An open way down, and what the next rung is."""
    theme = canvas.theme
    said = ""
    if view.next_rung:
        name = view.next_rung.lower()
        said = say("next: {rung}, {name}", rung=view.rung + 1, name=name)
    wide = canvas.type.width(said, t.SMALL) + 12 if said else 0.0
    if view.ramp and box.w - wide > 120:
        canvas.icon("ramp", box.x, box.y + 1, 14, theme.positive)
        way = say("Off-ramp: {name}", name=view.ramp)
        room = Box(box.x + 19, box.y, box.w - 19 - wide, box.h)
        canvas.text(way, room, t.SMALL, theme.positive)
    canvas.text(said, box, t.SMALL, theme.muted, align="right")


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
