"""Parts of the curtain: where everything stands, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.session.pins import DIGITS
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Paint, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.view_models.curtain import CurtainView, SeatCard
    from game.ui.view_models.seatmarks import SeatMark
    from game.ui.widgets import Look

EDGE = 32.0
BOX_W, BOX_H, GAP = 56.0, 64.0, 12.0
LINE, BUTTON = 48.0, 40.0
CARD_W, CARD_H = 234.0, 64.0
FOOT = 28.0
LOW = 640.0  # below this height there is no mark and no air
MARK = t.Type(30, 38, bold=True)


@dataclass(frozen=True, slots=True)
class Column:
    """The boxes of what stands in the middle, one under the other."""

    mark: Box
    name: Box
    says: Box
    pin: Box
    line: Box
    button: Box


def column(area: Box, *, asks: bool) -> Column:
    """Where the middle stands; in a low window the mark and the air are left out."""
    wide = min(area.w - 2 * t.GUTTER, 880.0)
    x = (area.w - wide) / 2
    roomy = area.h >= LOW
    y = 112.0 if roomy else 72.0
    mark = Box(area.w / 2 - 48, y, 96, 96 if roomy else 0)
    y += 116 if roomy else 0
    name = Box(x, y, wide, 40)
    says = Box(x, y + 44, wide, 24)
    y += 100 if roomy else 76
    boxes = BOX_W * DIGITS + GAP * (DIGITS - 1)
    high = BOX_H if asks else 0.0
    pin = Box((area.w - boxes) / 2, y, boxes, high)
    y += high + (8 if asks else 0)
    line_box = Box(x, y, wide, LINE)
    return Column(mark, name, says, pin, line_box, Box(x, y + LINE, wide, BUTTON))


def ground(canvas: Canvas, box: Box, look: Look) -> None:
    """Darker than any desk."""
    canvas.fill(box, canvas.theme.tip)


def heading(area: Box, view: CurtainView) -> list[Widget]:
    """The game and the turn; the clock, which stands still."""
    clock = 240.0 if view.clock else 0.0
    room = area.w - 2 * EDGE - clock
    title = Text("curtain/title", Box(EDGE, 24, room, 22), value=view.title, kind=t.TITLE)
    turn = Text("curtain/turn", Box(EDGE, 46, room, 20), value=view.turn, color="muted")
    found: list[Widget] = [title, turn]
    if view.clock:
        box = Box(area.w - EDGE - clock, 24, clock, 32)
        said = say("Clock stands still")
        found.append(
            Paint("curtain/clock", box, said, view.clock, role="timer", paint=_clock(view))
        )
    return found


def _clock(view: CurtainView) -> Callable[[Canvas, Box, Look], None]:
    """Words, then the figure at the end."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        wide = canvas.type.width(view.clock, t.CLOCK) + 12
        canvas.text(view.clock, box, t.CLOCK, align="right")
        words = Box(box.x, box.y, box.w - wide, box.h)
        canvas.text(say("Clock stands still"), words, t.BODY, canvas.theme.muted, align="right")

    return paint


def mark(view: CurtainView) -> Callable[[Canvas, Box, Look], None]:
    """The seat's mark, large; a lock for the facilitator, a seal when all is in."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        if view.mark is None:
            icon = "unlock" if view.asks else "seal"
            color = theme.leak if view.asks else theme.positive
            canvas.icon(icon, box.center[0] - 32, box.center[1] - 32, 64, color)
            return
        canvas.mark(view.mark.shape, box.center, 96, theme.text, width=4)
        seat_mark(canvas, view.mark, box.center, 92, MARK)

    return paint


def seat_mark(
    canvas: Canvas, mark: SeatMark, middle: tuple[float, float], size: float, kind: t.Type
) -> None:
    """A mark with its letters."""
    canvas.mark(mark.shape, middle, size, canvas.theme.blocs[mark.bloc], width=2)
    place = Box(middle[0] - size / 2, middle[1] - kind.line / 2, size, kind.line)
    canvas.text(mark.code, place, kind, align="center")


def line(said: str, *, bad: bool) -> Callable[[Canvas, Box, Look], None]:
    """One line in the middle, a sign before it if something is wrong."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        color = theme.alert if bad else theme.muted
        lines = canvas.type.wrap(said, t.BODY, box.w - 56)
        if not bad or len(lines) > 1:
            top = Box(
                box.x + 28, box.y + max(0.0, (box.h - 19 * len(lines)) / 2), box.w - 56, box.h
            )
            canvas.block(said, top, t.BODY, color, most=2, align="center")
            return
        wide = canvas.type.width(said, t.BODY)
        x = box.center[0] - (wide + 26) / 2
        canvas.icon("warn", x, box.center[1] - 9, 18, color)
        canvas.text(said, Box(x + 26, box.y, wide + 4, box.h), t.BODY, color)

    return paint


def boxes(canvas: Canvas, box: Box, count: int, *, wrong: bool, focused: bool) -> None:
    """Four boxes: filled with a dot, the current one in the accent, or all in alert."""
    theme = canvas.theme
    for number in range(DIGITS):
        place = Box(box.x + number * (BOX_W + GAP), box.y, BOX_W, BOX_H)
        here = focused and number == count and not wrong
        edge = theme.alert if wrong else (theme.accent if here else theme.border)
        canvas.box(place, theme.field, edge, width=2 if here or wrong else 1)
        if number < count:
            canvas.dot(place.center, 18, theme.text)


def chairs(area: Box, top: float, view: CurtainView) -> list[Widget]:
    """All seats at the foot, in as many rows as they need; names alone where it is low."""
    foot = Box(EDGE, area.h - FOOT - 8, area.w - 2 * EDGE, FOOT)
    said = f"{view.foot}   F9: {say('facilitator')}"
    words = Text("curtain/foot", foot, value=said, kind=t.SMALL, color="muted", align="center")
    found: list[Widget] = []
    across = max(1, int((area.w - 2 * t.GUTTER + 8) // (CARD_W + 8)))
    across = min(across, len(view.cards))
    rows = -(-len(view.cards) // across) if across else 0
    high = rows * (CARD_H + 8)
    first = foot.y - 12 - high
    if first < top:  # too low for cards: how many are in is enough
        return [words]
    for number, card in enumerate(view.cards):
        row, place = divmod(number, across)
        here = min(across, len(view.cards) - row * across)
        x = (area.w - here * (CARD_W + 8) + 8) / 2 + place * (CARD_W + 8)
        box = Box(x, first + row * (CARD_H + 8), CARD_W, CARD_H)
        chair = Paint(f"curtain/seat/{card.seat}", box, card.name, card.state, role="note")
        chair.paint = _chair(card)
        found.append(chair)
    return [*found, words]


def _chair(card: SeatCard) -> Callable[[Canvas, Box, Look], None]:
    """Mark, name, state as icon and word."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.box(box, theme.panel, theme.accent if card.now else theme.hairline, radius=6)
        x = box.x + 16
        if card.mark is not None:
            seat_mark(canvas, card.mark, (x + 15, box.center[1]), 30, t.MARK)
            x += 41
        room = box.right - x - 8
        canvas.text(card.name, Box(x, box.y + 12, room, 19), t.BODY)
        color = getattr(theme, card.color)
        canvas.icon(card.icon, x, box.y + 35, 12, color)
        canvas.text(card.state, Box(x + 16, box.y + 33, room - 16, 16), t.SMALL, color)

    return paint
