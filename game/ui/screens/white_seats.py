"""The left column of the facilitator's page: seats with their sheets, and marked moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.session import holder_name
from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.screens.curtain_parts import seat_mark
from game.ui.screens.note import Act, Note, Words
from game.ui.widgets import Button, DropDown, Option, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage
    from game.ui.view_models.whitecell import Line

SEAT, MARKED, ACTS = 56.0, 46.0, 80.0
STAND_INS = ("doctrine", "echo", "broadcaster", "uniform", "idle")


def seats(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """Every seat; what can be done with the one that is looked at stands below."""
    lines = page.kept.of(page.lead, "seats")
    waiting = len(page.lead.see.missing())
    inside = len([line for line in lines if line.icon == "seal"])
    title = say("Seats")
    panel = Panel("white/seats-panel", box, title)
    panel.aside = say("{count} of {all} sheets in", count=inside, all=inside + waiting)
    place = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - ACTS - 4)
    rows = [Row(line.key, f"{line.name}: {line.state}", SEAT, _seat(line)) for line in lines]
    shown = Rows("white/seats", place, title, rows=rows)
    shown.state(stage.memory).current = page.seat(stage)
    shown.move = shown.choose = lambda seat: page.look_at(stage, seat)
    low = Box(box.x + 10, box.bottom - ACTS + 4, box.w - 20, ACTS - 12)
    panel.children = [shown, *_acts(page, stage, low)]
    return panel


def _seat(line: Line) -> Callable[[Canvas, Box, RowLook], None]:
    """Mark, name over detail, state at the end."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.current or look.hovered:
            canvas.fill(box, theme.selection)
        if look.current:
            canvas.fill(Box(box.x, box.y, 3, box.h), theme.accent)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)
        if line.mark is not None:
            seat_mark(canvas, line.mark, (box.x + 28, box.y + 22), 28, t.MARK)
        color = getattr(theme, line.color)
        wide = canvas.type.width(line.state, t.SMALL_BOLD) + 22
        x = box.x + 52
        canvas.text(line.name, Box(x, box.y + 8, box.right - x - 14, 20), t.BODY)
        state = Box(box.right - wide - 10, box.y + 28, wide, 20)
        canvas.icon(line.icon, state.x, state.y + 3, 14, color)
        canvas.text(line.state, Box(state.x + 20, state.y, wide - 18, 20), t.SMALL_BOLD, color)
        detail = Box(x, box.y + 29, state.x - x - 8, 18)
        canvas.text(line.detail, detail, t.SMALL, theme.muted)

    return paint


def _acts(page: Facilitator, stage: Stage, box: Box) -> list[Widget]:
    """Play the seat, give it to a stand-in or back, read its sheet, let it choose a PIN anew."""
    seat = page.seat(stage)
    holder = page.lead.see.holder(seat)
    over = say("The game has ended.") if page.lead.see.ended else ""
    upper, lower = row(box.top(t.CONTROL_SMALL), [0, 0]), row(
        Box(box.x, box.y + t.CONTROL_SMALL + 8, box.w, t.CONTROL_SMALL), [0, 0]
    )  # fmt: skip
    play = Button("white/play", upper[0], say("Play it"), icon="person", disabled=over)
    play.press = lambda: _play(page, stage, seat)
    give = DropDown("white/give", upper[1], say("Give to"), prompt=say("Give to …"), disabled=over)
    names = ("person", *STAND_INS)
    give.options = [Option(name, holder_name(name)) for name in names if name != holder]
    give.choose = lambda name: _give(page, stage, seat, name)
    sealed = page.lead.see.orders(seat)
    sheet = Button("white/sheet", lower[0], say("Read the sheet"), icon="seal")
    sheet.disabled = "" if sealed else say("No order is sealed.")
    sheet.press = lambda: _read(page, stage, seat)
    anew = Button("white/anew", lower[1], say("New PIN"), icon="lock")
    anew.press = lambda: page.ways.free(seat)
    return [play, give, sheet, anew]


def _play(page: Facilitator, stage: Stage, seat: str) -> None:
    wrong = page.attempt(stage, lambda: page.lead.play(seat), say("You play this seat"))
    if wrong:
        page.tell(stage, wrong)
    else:
        page.ways.play(seat)


def _give(page: Facilitator, stage: Stage, seat: str, name: str) -> None:
    said = say("The seat is given to: {holder}", holder=holder_name(name))
    page.tell(stage, page.attempt(stage, lambda: page.lead.give_seat(seat, name), said, undo=True))


def _read(page: Facilitator, stage: Stage, seat: str) -> None:
    """The sealed sheet, as it was written."""
    said = []
    named = zip(page.lead.see.orders(seat), page.lead.see.sheet(seat), strict=True)
    for number, (name, order) in enumerate(named, start=1):
        said.append(Words(f"{number}. {name}", t.BODY_BOLD, air=12))
        for label, text in (
            (say("In words"), order.text),
            (say("Intent"), order.intent),
            (say("Expected"), order.expects),
        ):
            if text:
                said.append(Words(f"{label}: {text}", color="muted", air=2))
    close = [Act("close", say("Close"), primary=True)]
    stage.open(Note(say("Sealed sheet"), said, close, icon="seal"))


def marks(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """Marked moments, the newest first."""
    title = say("Marked moments")
    panel = Panel("white/marks-panel", box, title, aside="B")
    lines = page.kept.of(page.lead, "marks")
    place = Box(box.x + 1, box.y + t.PANEL_HEAD + 1, box.w - 2, box.h - t.PANEL_HEAD - 4)
    if not lines:
        said = say("Press B when something is worth talking about.")
        words = Text("white/no-marks", place.inset(12, 8), value=said, color="muted", wrap=True)
        panel.children = [words]
        return panel
    rows = [Row(line.key, line.name, MARKED, _marked(line)) for line in lines]
    panel.children = [Rows("white/marks", place, title, rows=rows)]
    return panel


def _marked(line: Line) -> Callable[[Canvas, Box, RowLook], None]:
    """What was said, and when by whom."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        canvas.icon("mark", box.x + 12, box.y + 8, 14, canvas.theme.accent)
        room = box.w - 48
        canvas.text(line.name, Box(box.x + 36, box.y + 4, room, 20), t.BODY)
        detail = Box(box.x + 36, box.y + 24, room, 16)
        canvas.text(line.detail, detail, t.SMALL, canvas.theme.muted)

    return paint
