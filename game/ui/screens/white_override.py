"""The form that sets a number or strikes an order: what it does stands there before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.session import NotDone
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import white_actions
from game.ui.view_models import whitecell, words
from game.ui.widgets import Button, DropDown, Field, Option, Paint, Panel, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.facilitator import Facilitator
    from game.ui.stage import Stage
    from game.ui.widgets import Look

NUMBER, ORDER = "number", "order"


@dataclass(slots=True)
class Form:
    """What has been filled in so far; `measure` also names an order: ("order", seat, number)."""

    what: str = NUMBER
    measure: tuple[str, ...] = ()
    to: str = ""
    why: str = ""
    wrong: str = ""

    def take(self, measure: tuple[str, ...]) -> None:
        """Another number or order; what was to be done to it is forgotten."""
        self.what = ORDER if measure[:1] == ("order",) else NUMBER
        self.measure, self.to, self.wrong = measure, "", ""

    def clear(self) -> None:
        """Begin anew."""
        self.measure, self.to, self.why, self.wrong = (), "", "", ""


def panel(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """The whole form."""
    form = page.form
    whole = Panel("white/override-panel", box, say("Override"), icon="edit")
    whole.aside = say("is written to the journal and shown in the review")
    inner = box.inset(12, 0)
    y = box.y + t.PANEL_HEAD + 4
    figures = form.what == NUMBER
    widths = [140.0, inner.w - 140 - 8 - (184 if figures else 0)]
    what, which = Box(inner.x, y + 18, widths[0], 32), Box(inner.x + 148, y + 18, widths[1], 32)
    found: list[Widget] = [
        *_labeled("what", say("What"), what, _what(page, stage, what)),
        *_labeled("which", say("Which"), which, _which(page, stage, which)),
    ]
    if figures:
        now, to = Box(which.right + 8, y + 18, 80, 32), Box(which.right + 96, y + 18, 88, 32)
        box_now = Paint("white/override/now", now, say("Now"), _now(page), role="note")
        box_now.paint = _figure(_now(page))
        field = Field("white/override/to", to, say("Set to"), form.to)
        field.changed, field.enter = _filler(form, "to"), lambda: _go(page, stage)
        found += _labeled("now", say("Now"), now, box_now)
        found += _labeled("to", say("Set to"), to, field)
    y += 58
    high = max(38.0, box.bottom - 44 - 64 - 22 - y - 28)
    reason = Box(inner.x, y + 18, inner.w, high)
    area = Field("white/override/why", reason, say("Reason"), form.why, area=True, most=1000)
    area.prompt = say("For example: the consul’s radio interview, played by the room")
    area.changed, area.error = _filler(form, "why"), bool(form.wrong) and not form.why.strip()
    found += _labeled("why", say("Reason (all will read it in the debrief)"), reason, area)
    y = reason.bottom + 4
    wrong = Paint("white/override/wrong", Box(inner.x, y, inner.w, 20), say("Message"), form.wrong)
    wrong.role, wrong.paint = "alert" if form.wrong else "status", _wrong(form.wrong)
    first, rest = foreseen(page)
    ahead = Box(inner.x, y + 22, inner.w, 60)
    seen = Paint("white/override/foreseen", ahead, say("What it does"), f"{first} {rest}")
    seen.role, seen.paint = "status", _ahead(first, rest)
    whole.children = [*found, wrong, seen, *_buttons(page, stage, box)]
    return whole


def _labeled(key: str, label: str, box: Box, widget: Widget) -> list[Widget]:
    """A small word over a control."""
    place = Box(box.x, box.y - 18, box.w, 16)
    text = Text(f"white/override/{key}/label", place, value=label, kind=t.SMALL, color="muted")
    return [text, widget]


def _filler(form: Form, name: str) -> Callable[[str], None]:
    def fill(text: str) -> None:
        setattr(form, name, text)
        form.wrong = ""

    return fill


def _what(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """A measure, or an order."""
    drop = DropDown("white/override/what", box, say("What"), chosen=page.form.what)
    drop.options = [Option(NUMBER, say("A measure")), Option(ORDER, say("An order"))]

    def choose(what: str) -> None:
        page.form.clear()
        page.form.what = what
        stage.dirty = True

    drop.choose = choose
    return drop


def _which(page: Facilitator, stage: Stage, box: Box) -> Widget:
    """Every number of the seat that is looked at, or every order that is sealed."""
    drop = DropDown("white/override/which", box, say("Which"), prompt=say("Choose"))
    drop.chosen = "/".join(page.form.measure)
    if page.form.what == NUMBER:
        rows = page.kept.of(page.lead, "numbers", page.seat(stage))
        drop.options = [Option(row.key, row.words, row.truth) for row in rows]
        if page.form.measure and drop.chosen not in {row.key for row in rows}:
            more = page.kept.of(page.lead, "beside", page.seat(stage))
            named = next((row.words for row in more if row.key == drop.chosen), "")
            drop.options.insert(0, Option(drop.chosen, named or " ".join(page.form.measure)))
    else:
        names = {row.seat: words.sentence(row.name) for row in page.lead.see.seats()}
        drop.options = [
            Option(f"order/{seat}/{number}", f"{names[seat]} {number}: {said}")
            for seat in names
            for number, said in enumerate(page.lead.see.orders(seat), start=1)
        ]
        if not drop.options:
            drop.disabled = say("No sheet with orders is sealed.")

    def choose(key: str) -> None:
        page.form.take(tuple(key.split("/")))
        stage.dirty = True

    drop.choose = choose
    return drop


def _now(page: Facilitator) -> str:
    """The number as it is."""
    if page.form.what != NUMBER or not page.form.measure:
        return ""
    return f"{page.lead.see.value(page.form.measure[0], *page.form.measure[1:]):.4g}"


def foreseen(page: Facilitator) -> tuple[str, str]:
    """What it would do: to objectives, and to what seats see."""
    form = page.form
    if not form.measure:
        return say("Choose what is to be another."), ""
    if form.what == ORDER:
        said = say("The order is struck from the sealed sheet and costs nothing.")
        return said, say("Its seat is told that it was struck, and not why. No other seat is told.")
    if not form.to.strip():
        return say("Write the number it is to be."), ""
    asked = "/".join((*form.measure, form.to))
    if page.ahead[0] != (asked, page.kept.stamp):  # worlds are not imagined anew each frame
        page.ahead = (asked, page.kept.stamp), _imagined(page, form)
    return page.ahead[1]


def _imagined(page: Facilitator, form: Form) -> tuple[str, str]:
    try:
        seen = page.lead.see.foresee(form.measure[0], form.measure[1:], number(form.to))
    except NotDone as refusal:
        return str(refusal), ""
    return whitecell.foreseen(page.lead, seen)


def number(text: str) -> float:
    """What was typed as a number; digits of any script, a comma or a point.

    Raises:
        NotDone: it is none.
    """
    try:
        return float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        raise NotDone(say("Write a number.")) from None


def _go(page: Facilitator, stage: Stage) -> None:
    """Do it, if the reason is there."""
    form = page.form
    if not form.measure:
        form.wrong = say("Choose what is to be another.")
        return

    def act() -> int:
        if form.what == ORDER:
            return page.lead.strike(form.measure[1], int(form.measure[2]), form.why)
        return page.lead.set(form.measure[0], form.measure[1:], number(form.to), form.why)

    form.wrong = page.attempt(stage, act, say("Overridden"), undo=form.what == NUMBER)
    if not form.wrong:
        form.clear()


def _buttons(page: Facilitator, stage: Stage, box: Box) -> list[Widget]:
    """Rewind at the one end, cancel and override at the other."""
    setter, y = stage.setter(), box.bottom - t.CONTROL - 8
    form = page.form
    turn = max(1, page.lead.see.turn[0] - 1)
    label = say("Rewind to turn {turn} as a branch", turn=turn)
    wide = min(setter.width(label, t.BODY) + 56, box.w * 0.5)
    back = Button("white/rewind", Box(box.x + 12, y, wide, t.CONTROL), label, icon="rewind")
    back.press = lambda: white_actions.rewind(page, stage)
    wide = setter.width(say("Override"), t.BODY_BOLD) + 32
    do = Button(
        "white/override/do", Box(box.right - 12 - wide, y, wide, t.CONTROL), say("Override")
    )
    do.press = lambda: _go(page, stage)
    if page.lead.see.ended:
        do.disabled = say("The game has ended.")
    found: list[Widget] = [back, do]
    if form.measure or form.why:
        clear = setter.width(say("Cancel"), t.BODY) + 32
        place = Box(do.box.x - 8 - clear, y, clear, t.CONTROL)
        found.insert(1, Button("white/override/clear", place, say("Cancel"), press=form.clear))
    return found


def _figure(said: str) -> Callable[[Canvas, Box, Look], None]:
    """A number that is not written here: dashed."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.dashed(box, canvas.theme.border)
        canvas.text(said, box.inset(8, 0), t.BODY, canvas.theme.muted)

    return paint


def _wrong(said: str) -> Callable[[Canvas, Box, Look], None]:
    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        if said:
            canvas.icon("warn", box.x, box.y + 3, 14, canvas.theme.alert)
            canvas.text(said, box.after(20), t.SMALL, canvas.theme.alert)

    return paint


def _ahead(first: str, rest: str) -> Callable[[Canvas, Box, Look], None]:
    """What it does, in a frame of its own."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.box(box, canvas.theme.field, canvas.theme.hairline)
        canvas.icon("eye", box.x + 12, box.y + 12, 16)
        room = Box(box.x + 38, box.y + 6, box.w - 48, 20)
        canvas.text(first, room, t.BODY)
        low = Box(box.x + 38, box.y + 26, box.w - 48, 32)
        canvas.block(rest, low, t.SMALL, canvas.theme.muted, most=2)

    return paint
