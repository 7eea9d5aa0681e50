"""The curtain: a page of its own between two seats, opened with four digits.

It is darker than any desk, so that a whole room sees that it is closed, and falls in no time at
all. Digits of any script count, they are shown as dots, and the door opens by itself at the
fourth. Esc does nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.session import WrongPin
from game.session.pins import DIGITS, digits_of
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import curtain_parts as parts
from game.ui.view_models import curtain
from game.ui.widgets import Button, Paint, Text, Widget

if TYPE_CHECKING:
    from game.session import Facilitation, HotSeat, Place
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.curtain import CurtainView
    from game.ui.widgets import Look
    from game.ui.widgets.base import Ring


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the curtain leads: to a seat's desk, to the facilitator's page, out of the game."""

    seat: Callable[[str, Place], None]
    lead: Callable[[Facilitation], None]
    out: Callable[[], None]
    talk: Callable[[], None] | None = None  # the debrief, once the game is over


class Curtain(Screen):
    """Nothing here but what everybody may know."""

    first = "curtain/pin"

    def __init__(self, door: HotSeat, doors: Doors, *, lead: bool = False) -> None:
        """Before the seat that is next; with `lead` before the facilitator's page."""
        self.door, self.doors, self.lead = door, doors, lead and door.leadable
        self.seat = door.next()
        self.digits, self.chosen, self.wrong = "", "", ""
        self.title = door.title
        self._clock = ""

    # ------------------------------------------------------------------------------ building

    def build(self, stage: Stage) -> list[Widget]:
        """Heading, the seat, four boxes, a line, two buttons, the seats, a foot."""
        view = curtain.curtain(self.door, self.seat, lead=self.lead, first=self.chosen)
        self._clock, area = view.clock, stage.area
        found: list[Widget] = [
            Paint("curtain/ground", area, role="decoration", paint=parts.ground),
            *parts.heading(area, view),
        ]
        column = parts.column(area, asks=view.asks and not self._shut())
        if column.mark.h:
            mark = Paint("curtain/mark", column.mark, role="decoration")
            mark.paint = parts.mark(view)
            found.append(mark)
        name = Text("curtain/name", column.name, value=view.name, kind=t.CURTAIN, align="center")
        name.role = "heading"
        found.append(name)
        says = Text("curtain/says", column.says, value=view.says, kind=t.READING, align="center")
        says.color, says.wrap = "muted", True
        found.append(says)
        if view.asks and not self._shut():
            found.append(self._pin(column.pin))
        found += [self._line(column.line, view), *self._buttons(stage, column.button, view)]
        found += parts.chairs(area, column.button.bottom + 8, view)
        return found

    def _shut(self) -> bool:
        """Whether this seat's door is shut for now."""
        return not self.lead and bool(self.seat) and self.door.shut(self.seat) != 0.0

    def _pin(self, box: Box) -> Widget:
        """Four boxes: one Tab stop, dots for digits."""
        pin = PinBoxes("curtain/pin", box, say("PIN"), f"{len(self.digits)} / {DIGITS}")
        pin.count, pin.wrong, pin.typed = len(self.digits), bool(self.wrong), self._typed
        return pin

    def _line(self, box: Box, view: CurtainView) -> Widget:
        """A hint, or what went wrong; its place stays, so that nothing jumps."""
        said, bad = view.hint if view.asks else "", False
        if self._shut():
            said, bad = self.door.why_shut(self.seat), True
        elif self.wrong:
            said, bad = self.wrong, True
        line = Paint("curtain/line", box, say("Message"), said, role="alert" if bad else "status")
        line.paint = parts.line(said, bad=bad)
        return line

    def _buttons(self, stage: Stage, box: Box, view: CurtainView) -> list[Widget]:
        """Open, and the way out for who forgot."""
        if not view.asks:
            return self._parting(stage, box)
        label = say("Open the facilitator’s page") if self.lead else say("Open my desk")
        lack = curtain.button(len(self.digits))
        found: list[Widget] = []
        other = say("Back to the seats") if self.lead else say("Forgotten PIN")
        setter = stage.setter()
        beside = setter.width(other, t.BODY) + 32
        wide = setter.width(label, t.BODY_BOLD) + setter.width(lack, t.SMALL) + 72
        wide = min(wide, box.w - beside - 12)
        x = box.center[0] - (wide + 12 + beside) / 2
        if not self._shut():
            opens = Button("curtain/open", Box(x, box.y, wide, box.h), label, disabled=lack)
            opens.icon, opens.primary, opens.key = "unlock", not lack, lack
            opens.press = self._open
            found.append(opens)
        else:
            x = box.center[0] - beside / 2 - wide - 12
        place = Box(x + wide + 12, box.y, beside, box.h)
        back = Button("curtain/forgotten", place, other, press=self._turn, quiet=True)
        return [*found, back]

    def _parting(self, stage: Stage, box: Box) -> list[Widget]:
        """Nobody has to sit down: leave, or talk it over when the game is over."""
        acts = [("out", say("Leave the table"), self.doors.out)]
        if self.door.ended and self.doors.talk is not None:
            acts.insert(0, ("talk", say("Talk it over"), self.doors.talk))
        setter = stage.setter()
        widths = [setter.width(label, t.BODY_BOLD) + 48 for _, label, _ in acts]
        x = box.center[0] - (sum(widths) + 12 * (len(acts) - 1)) / 2
        found: list[Widget] = []
        for (key, label, act), wide in zip(acts, widths, strict=True):
            button = Button(f"curtain/{key}", Box(x, box.y, wide, box.h), label, press=act)
            button.primary = key == "talk"
            found.append(button)
            x += wide + 12
        return found

    # -------------------------------------------------------------------------------- typing

    def _typed(self, typed: str) -> None:
        """Digits were typed, or "" for Backspace."""
        self.wrong = ""
        self.digits = (self.digits + digits_of(typed))[:DIGITS] if typed else self.digits[:-1]
        if len(self.digits) == DIGITS:
            self._open()

    def _open(self) -> None:
        """Choose a PIN, or open the door with it."""
        digits, self.digits = self.digits, ""
        chosen = self.door.led if self.lead else self.door.chosen(self.seat)
        if not chosen and not self.chosen:
            self.chosen = digits
            return
        if not chosen and digits != self.chosen:
            self.chosen, self.wrong = "", say("Those were not the same digits. Choose again.")
            return
        self.chosen = ""
        try:
            if self.lead:
                self.doors.lead(self.door.lead(digits))
                return
            if not chosen:
                self.door.choose(self.seat, digits)
            self.doors.seat(self.seat, self.door.open(self.seat, digits))
        except WrongPin as refusal:
            self.wrong = str(refusal)

    def _turn(self) -> None:
        """From a seat's door to the facilitator's, or back; where there is none, it is said."""
        self.digits, self.chosen, self.wrong = "", "", ""
        if not self.lead and not self.door.leadable:
            self.wrong = self.door.why_not_led()
            return
        self.lead = not self.lead

    def on(self, press: Press, stage: Stage) -> bool:
        """Digits wherever the focus is, Backspace, Enter; F9 the facilitator; Esc does nothing."""
        if press.kind == "text" and digits_of(press.text):
            if stage.top.find("curtain/pin") is not None:
                self._typed(press.text)
            return True
        if press.named("backspace"):
            self._typed("")
            return True
        if press.named("f9"):
            self._turn()
            return True
        return press.named("esc")

    def tick(self, stage: Stage, now: float) -> None:
        """A door that was shut opens again by itself."""
        if self._shut() or stage.top.find("curtain/pin") is None:
            stage.dirty = stage.dirty or int(now) != int(stage.memory.get("curtain/tick", -1))
            stage.memory["curtain/tick"] = now


@dataclass(slots=True)
class PinBoxes(Widget):
    """Four boxes for four digits; what they are is nowhere, how many are there is the value."""

    role: str = "textbox"
    focusable: bool = True
    ring: Ring = "none"
    mirrors: bool = False  # digits are written from the left in every script
    count: int = 0
    wrong: bool = False
    typed: Callable[[str], None] | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Empty, current, filled, or all four wrong."""
        parts.boxes(canvas, self.box, self.count, wrong=self.wrong, focused=look.focused)

    def on(self, press: Press, stage: Stage) -> bool:
        """Digits and Backspace; everything else is the page's."""
        if self.typed is None:
            return False
        if press.kind == "text" and digits_of(press.text):
            self.typed(press.text)
            return True
        if press.named("backspace"):
            self.typed("")
            return True
        return False
