"""The middle of the facilitator's page: ground truth beside what one seat sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import white_actions
from game.ui.view_models import words
from game.ui.widgets import Button, Paint, Panel, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage
    from game.ui.view_models.whitecell import TruthRow
    from game.ui.widgets import Look

HIGH, HEAD, FOOT = 32.0, 30.0, 36.0
SHARES = (0.36, 0.16, 0.2, 0.28)  # of measure, truth, seen, gap


def panel(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """A table of rows; what the seat does not see, or sees otherwise, stands out."""
    seat = page.seat(stage)
    name = next(row.name for row in page.lead.see.seats() if row.seat == seat)
    name = words.sentence(name)
    whole = Panel("white/truth-panel", box, say("Ground truth beside a seat’s view"), aside=name)
    rows = page.kept.of(page.lead, "beside", seat)
    head = Box(box.x + 12, box.y + t.PANEL_HEAD, box.w - 24, HEAD)
    titles = (say("Measure"), say("Ground truth"), say("{seat} sees", seat=name), say("Gap"))
    columns = Paint("white/columns", head, say("Columns"), ", ".join(titles), role="rowheader")
    columns.paint = _columns(titles)
    place = Box(box.x + 1, head.bottom, box.w - 2, box.bottom - FOOT - head.bottom)
    lines = [Row(row.key, _spoken(row), HIGH, _line(row)) for row in rows]
    shown = Rows("white/truth", place, whole.label, rows=lines)
    shown.choose = lambda _: white_actions.override(page, stage)
    y = box.bottom - FOOT + 4
    next_one = Button(
        "white/next-seat", Box(box.right - 132, y, 120, t.CONTROL_SMALL), say("Next seat")
    )
    next_one.key, next_one.press = "V", lambda: page.next_seat(stage)
    asks = Button("white/why", Box(box.x + 12, y, 120, t.CONTROL_SMALL), say("Why?"))
    asks.key, asks.press = "W", lambda: white_actions.why(page, stage)
    whole.children = [columns, shown, asks, next_one]
    return whole


def _spoken(row: TruthRow) -> str:
    """A row for whoever hears it."""
    return f"{row.words}: {row.truth}; {row.seen}; {row.gap}"


def _places(box: Box) -> list[Box]:
    """Where the four columns of a row stand."""
    found, x, room = [], box.x + 12, box.w - 24
    for share in SHARES:
        found.append(Box(x, box.y, share * room - 8, box.h))
        x += share * room
    return found


def _columns(titles: tuple[str, ...]) -> Callable[[Canvas, Box, Look], None]:
    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        for title, place in zip(titles, _places(box.inset(-12, 0)), strict=True):
            canvas.text(title, place, t.SMALL_BOLD, canvas.theme.muted)
        canvas.rule(box.x - 11, box.bottom - 1, box.w + 22)

    return paint


def _line(row: TruthRow) -> Callable[[Canvas, Box, RowLook], None]:
    """Measure, truth in bold, what is seen, the gap with its sign."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.current or look.hovered:
            canvas.fill(box, theme.selection)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)
        name, truth, seen, gap = _places(box)
        canvas.text(row.words, name, t.BODY)
        canvas.text(row.truth, truth, t.BODY_BOLD)
        canvas.text(row.seen, seen, t.BODY)
        color = getattr(theme, row.color)
        canvas.icon(row.icon, gap.x, gap.y + 9, 14, color)
        canvas.text(row.gap, Box(gap.x + 20, gap.y, gap.w - 20, gap.h), t.SMALL, color)

    return paint
