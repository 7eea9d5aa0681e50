"""The moves at the left of the sheet: found by typing, grouped as the rulebook's tiers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import sheet, words
from game.ui.widgets import Field, Group, Look, Paint, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.sheet_panel import Acts
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.sheet import MoveRow


MOVE, MOVE_CLOSED, TIER = 36.0, 56.0, 24.0
TEXT_LINES = 2  # of what the chosen move does


def moves(stage: Stage, box: Box, work: Work, acts: Acts) -> Widget:
    """The find field and the list of moves, grouped as the rulebook's tiers."""

    def find(text: str) -> None:
        work.find = text
        acts.changed()

    def take_first() -> None:
        if rows:
            acts.move(rows[0].key)

    rows = sheet.move_rows(work.index, work.kept, work.find)
    name = say("Find a move")
    field = Field("sheet/find", box.top(28), name, work.find, prompt=name)
    field.icon, field.key, field.changed, field.enter = "search", "/", find, take_first
    under = Box(box.x, box.y + 36, box.w, box.h - 36)
    if not rows:
        none = Paint("sheet/nothing", under, say("Nothing found"), role="note")
        none.paint = _nothing(work.find)
        return Group("sheet/left", box, children=[field, none])
    lines = _move_rows(stage, under.w, rows, work)
    keep = Rows("sheet/moves", under, say("Moves"), rows=lines, choose=acts.move)
    _follow(stage, keep, work)
    return Group("sheet/left", box, children=[field, keep])


def _follow(stage: Stage, moves: Rows, work: Work) -> None:
    """Bring the move of the open order into sight when another order was opened."""
    deed = work.draft.deed
    move = work.index.card(deed).move if deed else ""
    if stage.memory.get("sheet/moves/of") == (work.current, move):
        return
    stage.memory["sheet/moves/of"] = (work.current, move)
    keys = [row.key for row in moves.rows]
    if move in keys:
        state = moves.state(stage.memory)
        above = sum(row.height for row in moves.rows[: keys.index(move)])
        state.current = move
        tall = moves.rows[keys.index(move)].height
        if not state.offset <= above <= state.offset + moves.box.h - tall:
            state.offset = max(0.0, above - TIER)


def _move_rows(stage: Stage, wide: float, rows: tuple[MoveRow, ...], work: Work) -> list[Row]:
    """A heading for each tier, then its moves; the chosen one says what it does."""
    shown: list[Row] = []
    tier = ""
    for row in rows:
        if row.tier != tier:
            tier = row.tier
            said = words.tier(tier)
            shown.append(Row(f"tier/{tier}", said, TIER, _tier(said), heading=True))
        chosen = bool(work.draft.deed) and work.index.card(work.draft.deed).move == row.key
        high = MOVE_CLOSED if row.reason else MOVE
        if chosen:
            lines = stage.setter().wrap(row.text, t.SMALL, wide - 24, TEXT_LINES)
            high += 16.0 * len(lines) + 4
        shown.append(Row(row.key, row.name, high, _move(row, chosen), disabled=row.reason))
    return shown


def _nothing(find: str) -> Callable[[Canvas, Box, Look], None]:
    """No move has that name."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        said = say("Nothing found for “{text}”. Clear with Esc.", text=find)
        canvas.block(said, box.inset(8, 8), t.BODY, canvas.theme.muted, most=3)

    return paint


def _tier(said: str) -> Callable[[Canvas, Box, RowLook], None]:
    """A heading of the list."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        place = Box(box.x + 8, box.y + 4, box.w - 16, 18)
        canvas.text(said, place, t.SMALL_BOLD, canvas.theme.muted)

    return paint


def _move(row: MoveRow, chosen: bool) -> Callable[[Canvas, Box, RowLook], None]:
    """Name and price; a closed one with a lock and the reason in full color."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if chosen:
            canvas.box(box.inset(0, 1), theme.selection, theme.accent)
        elif look.hovered or look.focused:
            canvas.box(box.inset(0, 1), theme.selection)
        x = box.x + 8
        if row.reason:
            canvas.icon("lock", x, box.y + 10, 14)
            x += 22
        line = Box(x, box.y + (8 if row.reason else 9), box.right - x - 10, 19)
        wide = price_tag(canvas, (line.right, line.y), row.cost)
        color = theme.muted if row.reason else theme.text
        kind = t.BODY_BOLD if chosen else t.BODY
        canvas.text(row.name, Box(line.x, line.y, line.w - wide - 8, line.h), kind, color)
        if row.reason:
            canvas.text(row.reason, Box(x, box.y + 29, box.right - x - 10, 18), t.SMALL)
        if chosen and not row.reason:
            place = Box(x, box.y + 30, box.right - x - 14, 16.0 * TEXT_LINES)
            canvas.block(row.text, place, t.SMALL, theme.muted, most=TEXT_LINES)

    return paint


def price_tag(canvas: Canvas, at: tuple[float, float], cost: tuple[float, ...]) -> float:
    """A price as figures with icons, its right end at a place; its width."""
    x, muted = at[0], canvas.theme.muted
    for icon, part in reversed(list(zip(("people", "coin", "hall"), cost, strict=True))):
        if part > 0:
            said = words.amount(part)
            wide = canvas.type.width(said, t.SMALL)
            canvas.icon(icon, x - 13, at[1] + 3, 13, muted)
            canvas.text(said, Box(x - 16 - wide, at[1], wide + 1, 19), t.SMALL, muted)
            x -= wide + 24
    if x == at[0]:
        free = say("free")
        wide = canvas.type.width(free, t.SMALL)
        canvas.text(free, Box(x - wide, at[1], wide + 1, 19), t.SMALL, muted)
        x -= wide + 8
    return at[0] - x - 8
