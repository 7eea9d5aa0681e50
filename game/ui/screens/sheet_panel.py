"""The sheet at the foot of the desk: orders as tabs, the composer, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import composer as composing
from game.ui.screens import facts as facts_column
from game.ui.screens import sheet_head, sheet_moves
from game.ui.view_models import compose, sheet
from game.ui.widgets import Look, Paint, Panel, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage

CLOSED, HEAD, FOOT = 48.0, 48.0, 264.0
MOVES, FACTS = 240.0, 312.0
CROWDED = 3  # drop-downs that fit beside what is known; more take the whole width
LEAST_BOTH = 600.0  # an invitation and a forecast side by side
NARROW = 800.0  # the list of moves gives way to the order that is being written


@dataclass(frozen=True, slots=True)
class Acts:
    """What the sheet tells the page."""

    changed: Callable[[], None]
    move: Callable[[str], None]
    keep: Callable[[], None]
    hand_in: Callable[[], None]
    toggle: Callable[[], None]


def panel(stage: Stage, box: Box, work: Work, acts: Acts) -> Widget:
    """The drawer, open or closed."""
    found = sheet_head.head(stage, Box(box.x, box.y, box.w, HEAD), work, acts)
    if work.open and box.h > HEAD:
        body = box.below(HEAD)
        inner = Box(body.x + 12, body.y + 8, body.w - 24, body.h - 16)
        found.append(
            Paint("sheet/rule", Box(box.x, body.y - 1, box.w, 1), role="decoration", paint=_rule)
        )
        if work.sealed:
            found.append(_sealed(inner, work))
        else:
            found += _body(stage, inner, work, acts)
    return Panel("sheet", box, "", head=False, children=found)


def _rule(canvas: Canvas, box: Box, look: Look) -> None:
    """The line under the head."""
    canvas.rule(box.x + 1, box.y, box.w - 2)


def _sealed(box: Box, work: Work) -> Widget:
    """The sheet as it lies on the table: to be read, not to be changed."""
    said = (
        say("The table plays the turn…")
        if work.playing
        else say("Waiting for the others. The turn is resolved when every sheet is in.")
    )
    orders = [f"{n}  {sheet.label(work.index, draft)}" for n, draft in enumerate(work.kept, 1)]
    value = "; ".join([said, *orders])

    def paint(canvas: Canvas, place: Box, look: Look) -> None:
        theme = canvas.theme
        high = 68 + 22 * len(orders)
        y = place.y + max(0.0, (place.h - high) / 2)
        canvas.icon("seal", place.center[0] - 12, y, 24, theme.accent)
        title = Box(place.x, y + 28, place.w, 20)
        canvas.text(say("Sealed"), title, t.TITLE, align="center")
        line = Box(place.x, y + 50, place.w, 20)
        canvas.text(said, line, t.BODY, theme.muted, align="center")
        for number, order in enumerate(orders):
            row = Box(place.x, y + 76 + 22 * number, place.w, 20)
            canvas.text(order, row, t.BODY, align="center")

    return Paint("sheet/sealed", box, say("Sealed"), value, role="status", paint=paint)


def _nothing_begun(stage: Stage, box: Box, work: Work) -> list[Widget]:
    """The invitation to write, and beside it what is to come of the sheet as it stands."""
    if box.w < LEAST_BOTH:
        return [composing.invitation(box, work)]
    ahead = facts_column.ahead(stage, box.last(FACTS), work)
    return [composing.invitation(Box(box.x, box.y, box.w - FACTS - 16, box.h), work), ahead]


def _body(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
    """Moves, composer, facts."""
    if work.draft.kept:
        return facts_column.kept(stage, box, work, acts.changed)
    narrow = box.w < NARROW
    if narrow and work.draft.deed:
        left = Box(box.x, box.y, 0, box.h)
    else:
        left = Box(box.x, box.y, MOVES + 16, box.h)
    found = [] if not left.w else [sheet_moves.moves(stage, left.left(MOVES), work, acts)]
    rest = Box(left.right, box.y, box.right - left.right, box.h)
    if not work.draft.deed:
        return [*found, *_nothing_begun(stage, rest, work)]
    view = compose.composer(work.book, work.index, work.draft, work.others())
    crowded = len(view.operands) > CROWDED
    if crowded:
        row = rest.top(composing.OPERANDS)
        found.append(composing.operands(stage, row, work, view, acts.changed))
        rest = rest.below(composing.OPERANDS + 8)
    facts = min(FACTS, rest.w * 0.46)
    middle = Box(rest.x, rest.y, rest.w - facts - 16, rest.h)
    found.append(composing.form(stage, middle, work, view, acts.changed, bare=crowded))
    found.append(facts_column.facts(stage, rest.last(facts), work, view, acts.keep))
    return found
