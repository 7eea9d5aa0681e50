"""The head of the sheet: its title, a tab for each order, and Hand in at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import sheet
from game.ui.widgets import Button, Look, Paint, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.sheet_panel import Acts
    from game.ui.screens.work import Work
    from game.ui.stage import Stage


DROP = 28.0  # what takes an order away, beside its tab


def head(stage: Stage, box: Box, work: Work, acts: Acts) -> list[Widget]:
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
        if work.sealed and not draft.deed:
            continue
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
