"""The facilitator's page: everything visible, and the hand on clock, runbook, seats and numbers.

Who has handed in and what comes next is what a trainer looks for all the time: they stand at the
left and the right edge, always. The frame is amber while the game is paused or a number is about
to be set. This page holds the facilitator's verbs, as a seat's page holds its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.session import JournalRefused, NotDone
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.notices import Notice
from game.ui.screen import Screen
from game.ui.screens import (
    white_actions,
    white_head,
    white_override,
    white_runbook,
    white_seats,
    white_truth,
)
from game.ui.view_models import whitecell
from game.ui.widgets import Choice, Choices, Paint, Widget

if TYPE_CHECKING:
    from pathlib import Path

    from game.session import Facilitation
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets import Look

WIDE, TALL = 1200.0, 660.0  # from here on everything is seen at once
LEFT, RIGHT, FRAME = 288.0, 324.0, 4.0
OVERRIDE = 324.0
MORE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads: back to the seats, to a seat played here, to a branch; new PINs."""

    back: Callable[[], None]
    play: Callable[[str], None]
    free: Callable[[str], None]
    branch: Callable[[Path], None]


class Facilitator(Screen):
    """The white cell's desk."""

    first = "white/seats"

    def __init__(self, lead: Facilitation, ways: Ways) -> None:
        """With the facilitator's verbs; the first seat is looked at."""
        self.lead, self.ways = lead, ways
        self.title = lead.see.title
        self.form = white_override.Form()
        self.kept = whitecell.Kept()
        self.ahead: tuple[object, tuple[str, str]] = ((), ("", ""))  # what an override would do
        self.tab = "seats"
        self.since: float | None = None  # when it was paused
        self.last_row = 0
        self._face = ""

    # ------------------------------------------------------------------------------ building

    def build(self, stage: Stage) -> list[Widget]:
        """Header and three columns; in a small window one panel at a time."""
        area = stage.area
        self._face = self._time()
        found: list[Widget] = [white_head.strip(self, stage, area.top(t.HEADER))]
        body = area.below(t.HEADER).inset(t.GUTTER)
        if area.w >= WIDE and area.h >= TALL:
            found += self._columns(stage, body)
        else:
            found += self._one(stage, body)
        if self.lead.see.paused or self.form.measure:
            frame = Paint("white/frame", area, role="decoration", paint=_frame)
            found.append(frame)
        return found

    def _columns(self, stage: Stage, body: Box) -> list[Widget]:
        """Seats and marks, truth and override, runbook."""
        left, right = body.left(LEFT), body.last(RIGHT)
        middle = Box(left.right + 8, body.y, right.x - left.right - 16, body.h)
        seats = left.top(min(404.0, left.h * 0.63))
        low = Box(middle.x, middle.bottom - OVERRIDE, middle.w, OVERRIDE)
        return [
            white_seats.seats(self, stage, seats),
            white_seats.marks(self, stage, left.below(seats.h + 8)),
            white_truth.panel(self, stage, middle.top(middle.h - OVERRIDE - 8)),
            white_override.panel(self, stage, low),
            white_runbook.panel(self, stage, right),
        ]

    def _one(self, stage: Stage, body: Box) -> list[Widget]:
        """One of the panels, and a row of names to choose it by."""
        items = [
            Choice("seats", say("Seats")),
            Choice("truth", say("Truth")),
            Choice("override", say("Override")),
            Choice("runbook", say("Runbook")),
            Choice("marks", say("Marks")),
        ]
        tabs = Choices("white/tabs", body.top(28), say("Panels"), self.tab, items=items)
        tabs.chosen, tabs.choose = self.tab, self._turn
        place = body.below(36)
        panels = {
            "seats": white_seats.seats,
            "truth": white_truth.panel,
            "override": white_override.panel,
            "runbook": white_runbook.panel,
            "marks": white_seats.marks,
        }
        return [tabs, panels[self.tab](self, stage, place)]

    def _turn(self, tab: str) -> None:
        self.tab = tab

    def _time(self) -> str:
        return whitecell.clock(self.lead.clock.left)

    # ------------------------------------------------------------------------------- choosing

    def seat(self, stage: Stage) -> str:
        """The seat that is looked at."""
        rows = self.lead.see.seats()
        first = next((row.seat for row in rows if row.state != "policy"), rows[0].seat)
        chosen = str(stage.memory.get("white/seat", first))
        return chosen if chosen in [row.seat for row in rows] else first

    def look_at(self, stage: Stage, seat: str) -> None:
        """Look at another seat; the list follows."""
        stage.memory["white/seat"] = seat
        rows = stage.memory.get("white/seats")
        if rows is not None:
            rows.current = seat
        stage.dirty = True

    def next_seat(self, stage: Stage) -> None:
        """The view of the next seat."""
        known = [row.seat for row in self.lead.see.seats()]
        at = known.index(self.seat(stage))
        self.look_at(stage, known[(at + 1) % len(known)])

    def go(self, stage: Stage, name: str) -> None:
        """Put the focus on a part of the page, opening its panel."""
        self.tab = name.split("/")[1].split("-", maxsplit=1)[0] if name.count("/") else self.tab
        self.tab = {"seats": "seats", "override": "override", "runbook": "runbook"}.get(
            self.tab, "seats"
        )
        stage.rebuild()
        stage.focus = name

    # ---------------------------------------------------------------------------------- doing

    def attempt(self, stage: Stage, act: Callable[[], object], done: str, **more: bool) -> str:
        """Do something and tell of it, unless it shows; what stood in the way comes back."""
        try:
            row = act()
        except (NotDone, JournalRefused) as refusal:
            return str(refusal)
        undo = more.get("undo", False) and isinstance(row, int)
        said = say("{done} (row {row})", done=done, row=row) if isinstance(row, int) else done
        self.last_row = row if isinstance(row, int) else self.last_row
        notice = Notice(said)
        if undo:
            notice = Notice(said, action=say("Undo"), do=lambda: self._undo(stage))
        if done:
            stage.tell(notice)
        stage.dirty = True
        return ""

    def tell(self, stage: Stage, wrong: str) -> None:
        """Say what could not be done."""
        if wrong:
            stage.tell(Notice(wrong, icon="warn", kind="alert"))

    def _undo(self, stage: Stage) -> None:
        row = self.last_row
        self.tell(stage, self.attempt(stage, lambda: self.lead.undo(row), say("Taken back")))

    def on(self, press: Press, stage: Stage) -> bool:
        """The keys of the page; letters only where nothing is written."""
        return white_actions.heard(self, press, stage)

    def tick(self, stage: Stage, now: float) -> None:
        """The figure of the clock; how long it has been paused."""
        if self.lead.see.paused and self.since is None:
            self.since = now
        elif not self.lead.see.paused:
            self.since = None
        if self._time() != self._face or (self.since is not None and int(now) != self._shown):
            self._shown = int(now)
            stage.dirty = True

    _shown = -1


def _frame(canvas: Canvas, box: Box, look: Look) -> None:
    """Amber all around: nothing goes on by itself."""
    for side in (
        Box(box.x, box.y, box.w, FRAME),
        Box(box.x, box.bottom - FRAME, box.w, FRAME),
        Box(box.x, box.y, FRAME, box.h),
        Box(box.right - FRAME, box.y, FRAME, box.h),
    ):
        canvas.fill(side, canvas.theme.leak)
