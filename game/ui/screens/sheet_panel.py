"""The sheet at the foot of the desk: orders as tabs, the composer, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import composer as composing
from game.ui.screens import facts as facts_column
from game.ui.view_models import compose, sheet, words
from game.ui.widgets import Button, Field, Group, Look, Paint, Panel, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.sheet import MoveRow

CLOSED, HEAD, FOOT = 48.0, 48.0, 264.0
MOVES, FACTS = 240.0, 312.0
CROWDED = 3  # drop-downs that fit beside what is known; more take the whole width
NARROW = 800.0  # the list of moves gives way to the order that is being written
MOVE, MOVE_CLOSED, TIER = 36.0, 56.0, 24.0


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
    found = _head(stage, Box(box.x, box.y, box.w, HEAD), work, acts)
    if work.open and box.h > HEAD:
        body = box.below(HEAD)
        inner = Box(body.x + 12, body.y + 8, body.w - 24, body.h - 16)
        found.append(
            Paint("sheet/rule", Box(box.x, body.y - 1, box.w, 1), role="decoration", paint=_rule)
        )
        if work.sealed:
            found.append(Paint("sheet/sealed", inner, "Sealed", role="status", paint=_sealed))
        else:
            found += _body(stage, inner, work, acts)
    return Panel("sheet", box, "", head=False, children=found)


def _rule(canvas: Canvas, box: Box, look: Look) -> None:
    """The line under the head."""
    canvas.rule(box.x + 1, box.y, box.w - 2)


def _sealed(canvas: Canvas, box: Box, look: Look) -> None:
    """Nothing more to be done this turn."""
    middle = Box(box.x, box.y + box.h / 2 - 30, box.w, 20)
    canvas.text("Sealed", middle, t.TITLE, align="center")
    said = "Waiting for the others. The turn is resolved when every sheet is in."
    canvas.text(
        said, Box(box.x, middle.bottom + 8, box.w, 20), t.BODY, canvas.theme.muted, align="center"
    )


def _head(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
    """Title, a tab for each order, and Hand in at the right."""
    setter = stage.setter()
    found: list[Widget] = []
    title = Button(
        "sheet/drawer", Box(box.x + 8, box.y + 8, 100, 32), "Your sheet", press=acts.toggle
    )
    title.paint, title.hint = _drawer(work.open), "Open or close (O)"
    found.append(title)
    status, why = _status(work)
    hand = Box(box.right - 12 - 148, box.y + 8, 148, 32)
    wide = min(setter.width(status, t.SMALL) + 2, 220.0)
    note = Box(hand.x - 8 - wide, box.y + 8, wide, 32)
    x = box.x + 116
    room = (note.x - 16 - x - 8 * (len(work.drafts) - 1)) / max(1, len(work.drafts))
    for number, draft in enumerate(work.drafts):
        said = sheet.label(work.index, draft) if draft.deed else f"Order {number + 1}"
        natural = setter.width(said, t.BODY_BOLD) + 64
        place = Box(x, box.y + 8, min(natural, max(72.0, room)), 32)
        tab = Button(
            f"sheet/order/{number}", place, said, role="tab", press=_opener(work, number, acts)
        )
        tab.paint = _tab(number, said, work)
        tab.value = "in the sheet" if draft.kept else "draft"
        tab.disabled = "Sealed" if work.sealed else ""
        found.append(tab)
        x += place.w + 8
    found.append(Paint("sheet/status", note, "Status", status, role="status", paint=_note(status)))
    button = Button("sheet/hand_in", hand, "Hand in sheet", press=acts.hand_in, icon="seal")
    button.disabled, button.hint = why, why or "Ctrl+Shift+Enter"
    found.append(button)
    return found


def _status(work: Work) -> tuple[str, str]:
    """Words beside Hand in, and why it cannot be pressed."""
    if work.sealed:
        return "waiting for the others", "Sealed already"
    begun = work.unfinished()
    if begun:
        return f"order {begun} is a draft", f"Order {begun} is a draft: add it or take it away"
    count = len(work.kept)
    return (words.count(count, "order") + " in the sheet" if count else "no order yet"), ""


def _note(said: str) -> Callable[[Canvas, Box, Look], None]:
    """Small words at the right."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(said, box, t.SMALL, canvas.theme.muted, align="right")

    return paint


def _drawer(opened: bool) -> Callable[[Canvas, Box, Look], None]:
    """The title with a chevron that says whether the drawer is open."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        color = canvas.theme.accent if look.hovered else canvas.theme.muted
        used = canvas.text("Your sheet", Box(box.x + 4, box.y, box.w - 20, box.h), t.BODY_BOLD)
        canvas.icon("chev" if opened else "next", box.x + used + 8, box.y + 10, 12, color)

    return paint


def _opener(work: Work, number: int, acts: Acts) -> Callable[[], None]:
    """Open an order; in the sheet it can be read and taken back."""

    def do() -> None:
        work.current = number
        acts.changed()

    return do


def _tab(number: int, said: str, work: Work) -> Callable[[Canvas, Box, Look], None]:
    """Number, name, and how it stands: check in the sheet, pencil while a draft, plus when new."""
    draft = work.drafts[number]
    chosen = number == work.current and work.open

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        lit = chosen or look.hovered
        edge = theme.accent if chosen else theme.hairline
        if draft.deed or chosen:
            canvas.box(box, theme.selection if lit else None, edge)
        if not draft.deed:
            canvas.icon("plus", box.x + 10, box.y + 9, 14, theme.text if lit else theme.muted)
            color = theme.text if lit else theme.muted
            canvas.text(said, Box(box.x + 32, box.y, box.w - 36, box.h), t.BODY, color)
            return
        canvas.text(str(number + 1), Box(box.x + 10, box.y, 12, box.h), t.SMALL_BOLD, theme.muted)
        kind = t.BODY_BOLD if chosen else t.BODY
        canvas.text(said, Box(box.x + 24, box.y, box.w - 50, box.h), kind)
        sign, color = ("check", theme.positive) if draft.kept else ("edit", theme.accent)
        canvas.icon(sign, box.right - 23, box.y + 9, 14, color)

    return paint


def _body(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
    """Moves, composer, facts."""
    if work.draft.kept:
        return facts_column.kept(stage, box, work, acts.changed)
    narrow = box.w < NARROW
    if narrow and work.draft.deed:
        left = Box(box.x, box.y, 0, box.h)
    else:
        left = Box(box.x, box.y, MOVES + 16, box.h)
    found = [] if not left.w else [_moves(stage, left.left(MOVES), work, acts)]
    rest = Box(left.right, box.y, box.right - left.right, box.h)
    if not work.draft.deed:
        return [*found, composing.invitation(rest, work)]
    view = compose.composer(work.book, work.index, work.draft, work.others())
    crowded = len(view.operands) > CROWDED
    if crowded:
        row = rest.top(composing.OPERANDS)
        found.append(composing.operands(stage, row, work, view, acts.changed))
        rest = rest.below(composing.OPERANDS + 8)
    facts = min(FACTS, rest.w * 0.46)
    middle = Box(rest.x, rest.y, rest.w - facts - 16, rest.h)
    found.append(composing.form(stage, middle, work, view, acts.changed, bare=crowded))
    found.append(facts_column.facts(stage, rest.last(facts), work, view, acts.keep, acts.changed))
    return found


def _moves(stage: Stage, box: Box, work: Work, acts: Acts) -> Widget:
    """The find field and the list of moves, grouped as the rulebook's tiers."""

    def find(text: str) -> None:
        work.find = text
        acts.changed()

    def take_first() -> None:
        if rows:
            acts.move(rows[0].key)

    rows = sheet.move_rows(work.index, work.kept, work.find)
    field = Field("sheet/find", box.top(28), "Find a move", work.find, prompt="Find a move")
    field.icon, field.key, field.changed, field.enter = "search", "/", find, take_first
    under = Box(box.x, box.y + 36, box.w, box.h - 36)
    if not rows:
        none = Paint("sheet/nothing", under, "Nothing found", role="note")
        none.paint = _nothing(work.find)
        return Group("sheet/left", box, children=[field, none])
    keep = Rows("sheet/moves", under, "Moves", rows=_move_rows(rows, work), choose=acts.move)
    return Group("sheet/left", box, children=[field, keep])


def _move_rows(rows: tuple[MoveRow, ...], work: Work) -> list[Row]:
    """A heading for each tier, then its moves."""
    shown: list[Row] = []
    tier = ""
    for row in rows:
        if row.tier != tier:
            tier = row.tier
            said = words.TIERS[tier]
            shown.append(Row(f"tier/{tier}", said, TIER, _tier(said), heading=True))
        chosen = bool(work.draft.deed) and work.index.card(work.draft.deed).move == row.key
        high = MOVE_CLOSED if row.reason else MOVE
        shown.append(Row(row.key, row.name, high, _move(row, chosen), disabled=row.reason))
    return shown


def _nothing(find: str) -> Callable[[Canvas, Box, Look], None]:
    """No move has that name."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        said = f"Nothing found for “{find}”. Clear with Esc."
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
        wide = canvas.type.width("free", t.SMALL)
        canvas.text("free", Box(x - wide, at[1], wide + 1, 19), t.SMALL, muted)
        x -= wide + 8
    return at[0] - x - 8
