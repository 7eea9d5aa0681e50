"""The forecast beside a draft: bands on axes, what may come of it, and what is not known.

Consequences before commitment: the committing button stands under this panel. While a forecast is
imagined the axes stay and the bands are gone; nothing waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.forecast_note import how_imagined
from game.ui.screens.why_layer import open_why
from game.ui.view_models import forecast as foretold
from game.ui.widgets import Button, Group, Look, Paint, Text, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.theme import Color
    from game.ui.view_models.forecast import Hazard, Line, Outlook

HEAD, ROW, AXIS, HAZARD = 18.0, 40.0, 16.0, 22.0
SQUARE, STEP = 10.0, 14.0


def panel(stage: Stage, box: Box, work: Work) -> Widget:
    """The forecast of the sheet with the open draft, as much of it as there is room for."""
    sight = work.foresight
    view = foretold.outlook(work.now, sight.forecast, computing=sight.computing, error=sight.error)
    found: list[Widget] = [*_head(stage, box.top(HEAD), work, view)]
    if view.state == "error":
        text = Text("sheet/forecast/error", Box(box.x, box.y + 28, box.w, 57), value=view.why)
        text.wrap, text.most, text.color = True, 3, "alert"
        return Group("sheet/forecast", box, say("Forecast"), children=[*found, text])
    below = view.hazards or view.note or view.state == "computing"
    room = box.h - HEAD - (HAZARD if below else 0)
    lines = view.lines[: max(1, int((room + 6) // ROW))]
    y = box.y + HEAD
    for number, line in enumerate(lines):
        found.append(_row(stage, Box(box.x, y, box.w, ROW), work, (number, line), view))
        y += ROW
    if not lines:
        found.append(_imagining(Box(box.x, y + 4, box.w, 19), view))
    under = Box(box.x, y + 1, box.w, min(box.bottom - y, HAZARD))
    found += _hazards(under, view.hazards)
    if view.note and not view.hazards and under.h >= HAZARD - 2:
        text = Text("sheet/forecast/note", under.top(20), value=view.note, kind=t.SMALL)
        text.color = "muted"
        found.append(text)
    return Group("sheet/forecast", box, say("Forecast"), children=found)


def _imagining(box: Box, view: Outlook) -> Widget:
    """Words while there is nothing to draw yet."""
    said = say("imagining…") if view.state == "computing" else say("Nothing to foretell.")
    return Text("sheet/forecast/wait", box, value=said, color="muted")


def _head(stage: Stage, box: Box, work: Work, view: Outlook) -> list[Widget]:
    """The title, how many worlds, and what the signs mean."""
    setter = stage.setter()
    title = say("Forecast")
    wide = setter.width(title, t.SMALL_BOLD) + 2
    heading = Text("sheet/forecast/title", box.left(wide), value=title, kind=t.SMALL_BOLD)
    said = view.worlds or (say("imagining…") if view.state == "computing" else "")
    found: list[Widget] = [heading]
    x = box.x + wide + 10
    if said:
        place = Box(x, box.y, setter.width(said, t.SMALL) + 2, box.h)
        button = Button("sheet/forecast/worlds", place, said, press=lambda: _explain(stage, work))
        button.hint = say("How this was imagined")
        button.paint = _link(said, plain=not view.worlds)
        button.focusable = bool(view.worlds)
        found.append(button)
        x = place.right + 10
    legend = Box(x, box.y, box.right - x, box.h)
    if legend.w > 60:
        signs = Paint("sheet/forecast/legend", legend, say("Signs"), role="note", paint=_legend)
        found.append(signs)
    return found


def _explain(stage: Stage, work: Work) -> None:
    """The account of how it was imagined, with all lines in figures."""
    if work.foresight.forecast is not None:
        stage.open(how_imagined(work.now, work.foresight.forecast))


def _link(said: str, *, plain: bool) -> Callable[[Canvas, Box, Look], None]:
    """Small words with a dotted line under them: they open."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        color = canvas.theme.accent if look.hovered and not plain else canvas.theme.muted
        used = canvas.text(said, box, t.SMALL, color)
        if not plain:
            for x in range(int(used // 5) + 1):
                canvas.fill(Box(box.x + x * 5, box.bottom - 2, 2, 1), canvas.theme.muted)

    return paint


def _legend(canvas: Canvas, box: Box, look: Look) -> None:
    """A ring is now, a bar likely, a dash a goal or a limit; what finds no room is left out."""
    theme = canvas.theme
    x = box.right
    for sign, said in (
        ("dash", say("goal, limit")),
        ("bar", say("likely")),
        ("ring", say("now")),
    ):
        wide = canvas.type.width(said, t.SMALL)
        if x - wide - 14 < box.x:
            return
        canvas.text(said, Box(x - wide, box.y, wide + 1, box.h), t.SMALL, theme.muted)
        middle = box.y + box.h / 2
        if sign == "ring":
            canvas.dot((x - wide - 9, middle), 9, theme.panel, theme.text)
        elif sign == "bar":
            canvas.fill(Box(x - wide - 8, middle - 6, 3, 12), theme.text)
        else:
            _dash(canvas, x - wide - 7, middle, theme.text)
        x -= wide + 22


def _dash(canvas: Canvas, x: float, middle: float, color: Color) -> None:
    """A dashed upright: a goal or a limit."""
    for part in range(3):
        canvas.fill(Box(x - 1, middle - 8 + part * 6, 2, 4), color)


def _row(stage: Stage, box: Box, work: Work, which: tuple[int, Line], view: Outlook) -> Widget:
    """One measure; Enter opens why it is what it is now, or its figures."""
    number, line = which
    name = f"sheet/forecast/{number}"

    def opens() -> None:
        if not open_why(stage, work.now, line.measure, box):
            _explain(stage, work)

    ready = view.state in ("ready", "uncertain")
    value = f"{line.said}; {line.exact}" if ready else say("imagining…")
    button = Button(name, box, line.name, value, press=opens)
    button.hint = f"{line.name}: {line.exact}" if ready else line.name
    button.paint, button.ring = _painted(line, name, number, ready=ready), "inside"
    return button


def _painted(
    line: Line, name: str, number: int, *, ready: bool
) -> Callable[[Canvas, Box, Look], None]:
    """Name and range in words over the axis."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        head = Box(box.x, box.y + 2, box.w, 20)
        said = line.said if ready else ""
        wide = min(canvas.type.width(said, t.BODY_BOLD), box.w * 0.6)
        canvas.text(line.name, Box(head.x, head.y, head.w - wide - 10, head.h), t.BODY)
        if said:
            place = Box(head.right - wide - 1, head.y, wide + 1, head.h)
            canvas.text(said, place, t.BODY_BOLD, align="right")
        axis = Box(box.x, box.y + 22, box.w, AXIS)
        canvas.rule(axis.x, axis.y + AXIS / 2, axis.w, theme.border)
        if ready:
            _band(canvas, axis, line, (look, f"{name}/{line.name}", number))
        _signs(canvas, axis, line)

    return paint


def _band(canvas: Canvas, axis: Box, line: Line, how: tuple[Look, str, int]) -> None:
    """Where 80 of 100 worlds lie, and their middle."""
    look, key, number = how
    theme = canvas.theme
    color = {"plain": theme.border, "goal": theme.accent, "alert": theme.alert}[line.tone]
    low = look.meter(f"{key}/low", line.low, place=number)
    high = look.meter(f"{key}/high", line.high, place=number)
    wide = max(4.0, (high - low) * axis.w)
    x = min(max(axis.x, axis.x + (low + high) / 2 * axis.w - wide / 2), axis.right - wide)
    soft = t.mix(theme.panel, color, 0.72)
    band = Box(x, axis.y + 4, wide, 8)
    if line.uncertain:
        canvas.dashed(band, color, dash=4)
        return
    canvas.box(band, soft, radius=2)
    middle = look.meter(f"{key}/middle", line.middle, place=number)
    canvas.fill(Box(axis.x + middle * axis.w - 1.5, axis.y + 2, 3, 12), theme.text)


def _signs(canvas: Canvas, axis: Box, line: Line) -> None:
    """Where it stands now, and its goal or limit."""
    theme = canvas.theme
    middle = axis.y + AXIS / 2
    if line.limit is not None:
        _dash(canvas, axis.x + line.limit * axis.w, middle, theme.text)
    if line.now is not None:
        x = min(max(axis.x + line.now * axis.w, axis.x + 5), axis.right - 5)
        canvas.dot((x, middle), 10, theme.panel, theme.text)


def _hazards(box: Box, hazards: tuple[Hazard, ...]) -> list[Widget]:
    """What may come of it, the likeliest alone: squares out of six, and words."""
    if not hazards or box.h < HAZARD:
        return []
    rest = "; ".join(one.said for one in hazards)
    paint = Paint("sheet/forecast/hazard", box, hazards[0].said, rest, role="note")
    paint.hint, paint.paint = rest if len(hazards) > 1 else "", _squares(hazards[0], len(hazards))
    return [paint]


def _squares(hazard: Hazard, count: int) -> Callable[[Canvas, Box, Look], None]:
    """Six squares, so many of them full."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        color = theme.positive if hazard.good else theme.leak
        for number in range(6):
            place = Box(box.x + number * STEP, box.y + (box.h - SQUARE) / 2, SQUARE, SQUARE)
            full = number < hazard.squares
            canvas.box(place, color if full else None, color if full else theme.border, radius=2)
        more = f" +{count - 1}" if count > 1 else ""
        room = Box(box.x + 6 * STEP + 6, box.y, box.w - 6 * STEP - 6, box.h)
        wide = room.w - 28 * bool(more)
        used = canvas.text(hazard.said, Box(room.x, room.y, wide, room.h), t.BODY)
        if more:
            aside = Box(room.x + used + 2, room.y, 28, room.h)
            canvas.text(more, aside, t.SMALL, theme.muted)

    return paint
