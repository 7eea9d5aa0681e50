"""The sheet at the foot of the desk: orders as tabs, the composer, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
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
TEXT_LINES = 2  # of what the chosen move does
DROP = 28.0  # what takes an order away, beside its tab


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


def _head(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
    """Title, a tab for each order, and Hand in at the right."""
    setter = stage.setter()
    title = say("Your sheet")
    wide = setter.width(title, t.BODY_BOLD) + 32
    drawer = Button("sheet/drawer", Box(box.x + 8, box.y + 8, wide, 32), title, press=acts.toggle)
    drawer.paint, drawer.hint = _drawer(title, opened=work.open), say("Open or close (O)")
    status, why = _status(work)
    label = say("Hand in sheet")
    room = max(148.0, setter.width(label, t.BODY) + 56)
    hand = Box(box.right - 12 - room, box.y + 8, room, 32)
    wide = min(setter.width(status, t.SMALL) + 2, 220.0)
    note = Box(hand.x - 8 - wide, box.y + 8, wide, 32)
    strip = Box(drawer.box.right + 8, box.y + 8, note.x - 16 - drawer.box.right - 8, 32)
    said = Paint("sheet/status", note, say("Status"), status, role="status", paint=_note(status))
    button = Button("sheet/hand_in", hand, label, press=acts.hand_in, icon="seal")
    button.disabled, button.hint = why, why or "Ctrl+Shift+Enter"
    return [drawer, *_tabs(stage, strip, work, acts), said, button]


def _tabs(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
    """A tab for each order; beside the open one what takes it away."""
    setter = stage.setter()
    found: list[Widget] = []
    drop = bool(work.draft.deed) and not work.sealed
    room = (box.w - 8 * (len(work.drafts) - 1) - DROP * drop) / max(1, len(work.drafts))
    x = box.x
    for number, draft in enumerate(work.drafts):
        said = (
            sheet.label(work.index, draft)
            if draft.deed
            else say("Order {number}", number=number + 1)
        )
        wide = min(setter.width(said, t.BODY_BOLD) + 64, max(72.0, room))
        tab = Button(
            f"sheet/order/{number}",
            Box(x, box.y, wide, 32),
            said,
            role="tab",
            press=_opener(work, number, acts),
        )
        tab.paint, tab.disabled = _tab(number, said, work), say("Sealed") if work.sealed else ""
        tab.value, tab.hint = STANDING[_standing(work, number)](), _unpaid(work, number)
        found.append(tab)
        x += wide
        if drop and number == work.current:
            found.append(_drop(stage, Box(x, box.y + 2, DROP, 28), work, acts))
            x += DROP
        x += 8
    return found


STANDING: dict[str, Callable[[], str]] = {
    "kept": lambda: say("in the sheet"),
    "unpaid": lambda: say("cannot be paid any more"),
    "draft": lambda: say("draft"),
}


def _standing(work: Work, number: int) -> str:
    """How an order stands: in the sheet, no longer to be paid, or a draft."""
    if not work.drafts[number].kept:
        return "draft"
    return "unpaid" if _unpaid(work, number) else "kept"


def _unpaid(work: Work, number: int) -> str:
    """Why an order in the sheet cannot be paid beside those before it; "" when it can."""
    draft = work.drafts[number]
    if not draft.kept:
        return ""
    before = tuple(d for d in work.drafts[:number] if d.kept)
    return sheet.short_of(work.index.price(draft), sheet.left_of(work.index, before))


def _drop(stage: Stage, box: Box, work: Work, acts: Acts) -> Widget:
    """What takes the open order away."""

    def do() -> None:
        work.drop()
        stage.top.focus = "sheet/moves"
        acts.changed()

    button = Button("sheet/drop", box, say("Take this order away"), press=do)
    button.icon, button.quiet, button.hint = "x", True, say("Take this order away")
    button.paint = _cross
    return button


def _cross(canvas: Canvas, box: Box, look: Look) -> None:
    """A small cross."""
    if look.hovered:
        canvas.box(box, canvas.theme.selection)
    canvas.icon("x", box.x + 8, box.y + 8, 12, canvas.theme.text if look.hovered else None)


def _status(work: Work) -> tuple[str, str]:
    """Words beside Hand in, and why it cannot be pressed."""
    if work.sealed:
        waits = say("the turn is played") if work.playing else say("waiting for the others")
        return waits, say("Sealed already")
    begun = work.unfinished()
    if begun:
        return (
            say("order {number} is a draft", number=begun),
            say("Order {number} is a draft: add it or take it away", number=begun),
        )
    unpaid = next((n for n in range(len(work.drafts)) if _unpaid(work, n)), None)
    if unpaid is not None:
        why = say("Order {number} cannot be paid any more", number=unpaid + 1)
        return why, why
    count = len(work.kept)
    if not count:
        return say("no order yet"), ""
    return t_count("{count} order in the sheet", "{count} orders in the sheet", count), ""


def _note(said: str) -> Callable[[Canvas, Box, Look], None]:
    """Small words at the right."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(said, box, t.SMALL, canvas.theme.muted, align="right")

    return paint


def _drawer(title: str, *, opened: bool) -> Callable[[Canvas, Box, Look], None]:
    """The title with a chevron that says whether the drawer is open."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        color = canvas.theme.accent if look.hovered else canvas.theme.muted
        used = canvas.text(title, Box(box.x + 4, box.y, box.w - 20, box.h), t.BODY_BOLD)
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
        sign, color = {
            "kept": ("check", theme.positive),
            "unpaid": ("warn", theme.alert),
            "draft": ("edit", theme.accent),
        }[_standing(work, number)]
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
    found.append(facts_column.facts(stage, rest.last(facts), work, view, acts.keep))
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
    return Group("sheet/left", box, children=[field, keep])


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
