"""The lobby: which seat to take, before any seat's own page may be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


class Lobby(Screen):
    """A list of seats at the left, the chosen one at the right."""

    first = "lobby/seats"

    def __init__(self, title: str, summary: str, offers: Sequence[Offer]) -> None:
        """`taken` is the key of the seat that was taken, once one was."""
        self.title, self.summary, self.offers = title, summary, list(offers)
        self.chosen = self.offers[0].key if self.offers else ""
        self.taken = ""
        self.codes = words.codes({o.key: o.name for o in self.offers})

    def build(self, stage: Stage) -> list[Widget]:
        """Title over two panels."""
        area = stage.area
        wide = min(WIDE, area.w - 2 * t.GUTTER)
        body = Box((area.w - wide) / 2, 8, wide, area.h - 16)
        lines = len(stage.setter().wrap(self.summary, t.BODY, wide, 3))
        head = Box(body.x, body.y, wide, 48 + lines * 19 + 16)
        rest = body.below(head.h)
        left = rest.left(wide * 0.55)
        right = rest.after(left.w + t.GUTTER)
        title = Text(
            "lobby/title", Box(head.x, head.y + 8, wide, 32), value=self.title, kind=t.PAGE
        )
        place = Box(head.x, head.y + 44, wide, lines * 19)
        summary = Text("lobby/summary", place, value=self.summary, color="muted", wrap=True, most=3)
        return [title, summary, self._seats(left), self._chosen(stage, right)]

    def _seats(self, box: Box) -> Widget:
        """All seats."""
        rows = [Row(o.key, f"{o.name}: {o.aim}", SEAT, self._seat(o)) for o in self.offers]
        seats = Rows(
            "lobby/seats", Box(box.x + 1, box.y + 41, box.w - 2, box.h - 43), "Seats", rows=rows
        )
        seats.move = self._choose
        return Panel("lobby/left", box, "Choose a seat", icon="people", children=[seats])

    def _choose(self, key: str) -> None:
        """Look at a seat."""
        self.chosen = key

    def _seat(self, offer: Offer) -> Callable[[Canvas, Box, RowLook], None]:
        """Letters, name and public aim; a bar where one is."""
        chosen = offer.key == self.chosen

        def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
            theme = canvas.theme
            if chosen or look.hovered:
                canvas.fill(box, theme.selection)
            if chosen:
                canvas.fill(Box(box.x, box.y, 3, box.h), theme.accent)
            canvas.mark("circle", (box.x + 36, box.center[1]), 40, theme.border)
            letters = Box(box.x + 16, box.center[1] - 10, 40, 20)
            canvas.text(self.codes[offer.key], letters, t.BODY_BOLD, align="center")
            line = Box(box.x + 72, box.y + 11, box.w - 88, 20)
            canvas.text(offer.name, line, t.BODY_BOLD if chosen else t.BODY)
            canvas.text(offer.aim, Box(line.x, box.y + 33, line.w, 18), t.SMALL, theme.muted)
            canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)

        return paint

    def _chosen(self, stage: Stage, box: Box) -> Widget:
        """Who the chosen seat speaks for, and the button."""
        offer = next((o for o in self.offers if o.key == self.chosen), None)
        take = Button(
            "lobby/take", Box(box.x + 12, box.bottom - 52, box.w - 24, 40), "Take this seat"
        )
        take.primary, take.key = True, "Enter"
        take.press = lambda: self._take(stage)
        take.disabled = "" if offer else "This scenario has no seat"
        inner = Box(box.x + 16, box.y + 56, box.w - 32, box.h - 56 - 68)
        said = Paint("lobby/about", inner, offer.name if offer else "No seat", role="note")
        said.paint = _about(offer) if offer else None
        return Panel("lobby/right", box, "This seat", icon="person", children=[said, take])

    def _take(self, stage: Stage) -> None:
        """Sit down."""
        self.taken = self.chosen
        stage.done = True

    def on(self, press: Press, stage: Stage) -> bool:
        """Enter takes the seat one is looking at."""
        if press.named("enter") and self.chosen:
            self._take(stage)
            return True
        return False


def _about(offer: Offer) -> Callable[[Canvas, Box, Look], None]:
    """Name, public aim, who that is, and that the rest is read in private."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        y = box.y + canvas.block(offer.name, box, t.TITLE, most=2) + 6
        y += canvas.block(offer.aim, Box(box.x, y, box.w, 60), t.READING, most=3) + 12
        if offer.about:
            room = Box(box.x, y, box.w, 80)
            y += canvas.block(offer.about, room, t.BODY, theme.muted, most=4) + 12
        said = "What only this seat knows is on its briefing, which comes next."
        canvas.icon("lock", box.x, y + 2, 14, theme.leak)
        canvas.block(said, Box(box.x + 24, y, box.w - 24, 40), t.BODY, theme.muted)

    return paint
