"""The lobby: which seats to take, before any seat's own page may be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.view_models import words
from game.ui.view_models.lobby import Offer
from game.ui.widgets import Button, Paint, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets import Look

SEAT = 64.0
WIDE = 1080.0
LOW = 420.0  # a window so low keeps one line of the summary


class Lobby(Screen):
    """A list of seats at the left, the one looked at on the right.

    With `many` several can be taken, for people who share a laptop; Space takes one and gives it
    back. `sit` hears the seats that were taken; without it the stage is done. `back` leads back.
    """

    first = "lobby/seats"

    def __init__(
        self,
        title: str,
        summary: str,
        offers: Sequence[Offer],
        *,
        many: bool = False,
        least: int = 1,
        sit: Callable[[tuple[str, ...]], None] | None = None,
        back: Callable[[], None] | None = None,
        adjust: Callable[[], None] | None = None,
    ) -> None:
        """`taken` is the key of the seat that was taken, once one was; `adjust` turns knobs."""
        self.adjust = adjust
        self.title, self.summary, self.offers = title, summary, list(offers)
        self.many, self.least, self.sit, self.back = many, least, sit, back
        self.chosen = self.offers[0].key if self.offers else ""
        self.taken = ""
        self.held: list[str] = []
        self.codes = words.codes({o.key: o.name for o in self.offers})

    def build(self, stage: Stage) -> list[Widget]:
        """Title over two panels."""
        area = stage.area
        wide = min(WIDE, area.w - 2 * t.GUTTER)
        body = Box((area.w - wide) / 2, 8, wide, area.h - 16)
        most = 3 if area.h > LOW else 1
        lines = len(stage.setter().wrap(self.summary, t.BODY, wide, most))
        head = Box(body.x, body.y, wide, 48 + lines * 19 + 16)
        rest = body.below(head.h)
        left = rest.left(wide * 0.55)
        right = rest.after(left.w + t.GUTTER)
        room = wide - (120 if self.back else 0) - (136 if self.adjust else 0)
        found: list[Widget] = [
            Text("lobby/title", Box(head.x, head.y + 8, room, 32), value=self.title, kind=t.PAGE)
        ]
        if self.back is not None:
            place = Box(head.right - 104, head.y + 8, 104, t.CONTROL)
            back = Button("lobby/back", place, say("Back"), press=self.back)
            back.quiet, back.key = True, "Esc"
            found.append(back)
        if self.adjust is not None:
            place = Box(head.right - 240, head.y + 8, 120, t.CONTROL)
            found.append(Button("lobby/adjust", place, say("Adjust"), press=self.adjust, key="K"))
        place = Box(head.x, head.y + 44, wide, lines * 19)
        summary = Text("lobby/summary", place, value=self.summary, color="muted", wrap=True)
        summary.most = most
        return [*found, summary, self._seats(left), self._chosen(stage, right)]

    def _seats(self, box: Box) -> Widget:
        """All seats."""
        rows = [Row(o.key, f"{o.name}: {o.aim}", SEAT, self._seat(o)) for o in self.offers]
        place = Box(box.x + 1, box.y + 41, box.w - 2, box.h - 43)
        seats = Rows("lobby/seats", place, say("Seats"), rows=rows, move=self._choose)
        title = say("Choose the seats that people hold") if self.many else say("Choose a seat")
        return Panel("lobby/left", box, title, icon="people", children=[seats])

    def reseat(self, offers: Sequence[Offer]) -> None:
        """Offer other seats; who sat on one that is gone gets up."""
        self.offers = list(offers)
        keys = [offer.key for offer in offers]
        self.held = [key for key in self.held if key in keys]
        self.chosen = self.chosen if self.chosen in keys else next(iter(keys), "")
        self.codes = words.codes({o.key: o.name for o in self.offers})

    def _choose(self, key: str) -> None:
        """Look at a seat."""
        self.chosen = key

    def _seat(self, offer: Offer) -> Callable[[Canvas, Box, RowLook], None]:
        """Letters, name and public aim; a bar where one is, a check where somebody sits."""
        chosen = offer.key == self.chosen
        held = offer.key in self.held

        def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
            theme = canvas.theme
            if chosen or look.hovered:
                canvas.fill(box, theme.selection)
            if chosen:
                canvas.fill(Box(box.x, box.y, 3, box.h), theme.accent)
            edge = theme.accent if held else theme.border
            canvas.mark("circle", (box.x + 36, box.center[1]), 40, edge)
            letters = Box(box.x + 16, box.center[1] - 10, 40, 20)
            canvas.text(self.codes[offer.key], letters, t.BODY_BOLD, align="center")
            line = Box(box.x + 72, box.y + 11, box.w - 88 - (32 if held else 0), 20)
            canvas.text(offer.name, line, t.BODY_BOLD if chosen else t.BODY)
            canvas.text(offer.aim, Box(line.x, box.y + 33, line.w, 18), t.SMALL, theme.muted)
            if held:
                canvas.icon("check", box.right - 32, box.center[1] - 8, 16, theme.accent)
            canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)

        return paint

    def _chosen(self, stage: Stage, box: Box) -> Widget:
        """Who the seat speaks for, and the buttons."""
        offer = next((o for o in self.offers if o.key == self.chosen), None)
        buttons = self._buttons(stage, Box(box.x + 12, box.bottom - 52, box.w - 24, 40))
        foot = 64.0 * len(buttons)
        inner = Box(box.x + 16, box.y + 56, box.w - 32, max(0.0, box.h - 60 - foot))
        said = Paint("lobby/about", inner, offer.name if offer else say("No seat"), role="note")
        said.paint = _about(offer) if offer else None
        said.clip = True
        title = say("This seat")
        return Panel("lobby/right", box, title, icon="person", children=[said, *buttons])

    def _buttons(self, stage: Stage, box: Box) -> list[Widget]:
        """The one that begins; before it, with many, the one that takes this seat."""
        none = "" if self.offers else say("This scenario has no seat")
        begin = Button("lobby/take", box, say("Take this seat"), primary=True, key=say("Enter"))
        begin.press, begin.disabled = lambda: self._take(stage), none
        if not self.many:
            return [begin]
        held = self.chosen in self.held
        begin.label = t_count("Begin with {count} person", "Begin with {count} people", self.count)
        begin.disabled = none or self._missing()
        label = say("Nobody sits here") if held else say("Somebody sits here")
        seat = Button("lobby/hold", box.moved(0, -52), label, press=self._hold, key=say("Space"))
        return [seat, begin]

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.held)

    def _missing(self) -> str:
        """Why it cannot begin yet."""
        if self.count >= self.least:
            return ""
        return t_count("Choose {count} seat or more", "Choose {count} seats or more", self.least)

    def _hold(self) -> None:
        """Somebody sits on the seat one is looking at, or no longer."""
        if self.chosen in self.held:
            self.held.remove(self.chosen)
        elif self.chosen:
            self.held.append(self.chosen)

    def _take(self, stage: Stage) -> None:
        """Sit down."""
        seats = tuple(o.key for o in self.offers if o.key in self.held)
        if self.many and self._missing():
            return
        if not self.many:
            self.taken = self.chosen
            seats = (self.chosen,)
        if self.sit is not None:
            self.sit(seats)
        else:
            stage.done = True

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter begins; Space lets somebody sit on the seat; Esc leads back."""
        if press.named("enter") and self.chosen:
            self._take(stage)
        elif press.named("space") and self.many:
            self._hold()
        elif press.named("esc") and self.back is not None:
            self.back()
        elif press.named("k") and self.adjust is not None:
            self.adjust()
        else:
            return False
        return True


def _about(offer: Offer) -> Callable[[Canvas, Box, Look], None]:
    """Name, public aim, who that is, and that the rest is read in private."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        with canvas.clipped(box):
            y = box.y + canvas.block(offer.name, box, t.TITLE, most=2) + 6
            y += canvas.block(offer.aim, Box(box.x, y, box.w, 60), t.READING, most=3) + 12
            if offer.about:
                room = Box(box.x, y, box.w, 80)
                y += canvas.block(offer.about, room, t.BODY, theme.muted, most=4) + 12
            said = say("What only this seat knows is on its briefing, which comes next.")
            canvas.icon("lock", box.x, y + 2, 14, theme.leak)
            canvas.block(said, Box(box.x + 24, y, box.w - 24, 40), t.BODY, theme.muted)

    return paint
