"""The guide: plays the first turn with a newcomer, and watches what was done on the desk.

It stands over the page and never takes the keyboard: F3 goes on, F2 leaves, and a step that asks
for something goes on by itself once that was done. A frame shows where to look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_later, t_now
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.briefing import Briefing
from game.ui.screens.desk import Desk
from game.ui.screens.note import Note
from game.ui.screens.turn_page import TurnPage
from game.ui.widgets import Button, Paint, Panel, Text, Widget

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.widgets import Look

WIDE, PAD = 280.0, 12.0  # no wider than the left column of the desk


@dataclass(frozen=True, slots=True)
class Step:
    """Something to read or to do. `at` are widgets to point at, the first that is there.

    `done` tells from the seat's work and the page whether it was done; without it F3 goes on.
    """

    text: str
    at: tuple[str, ...] = ()
    done: Callable[[Guide], bool] | None = None


def _reading(guide: Guide) -> bool:
    return not isinstance(guide.page, Briefing)


def _chosen(guide: Guide) -> bool:
    return bool(guide.app.work.draft.deed or guide.app.work.kept)


def _ready(guide: Guide) -> bool:
    work = guide.app.work
    return bool(work.kept) or (bool(work.draft.deed) and work.ready())


def _kept(guide: Guide) -> bool:
    return bool(guide.app.work.kept) or _sealed(guide)


def _sealed(guide: Guide) -> bool:
    return guide.app.work.sealed or guide.app.work.now.turn != guide.turn


def _played(guide: Guide) -> bool:
    return guide.told and isinstance(guide.page, Desk)


STEPS = (
    Step(
        t_later(
            "This is what your seat knows before the game. The keys 1, 2, 3 turn to its "
            "sections. When you have read enough, take the seat with Enter."
        ),
        ("briefing/take",),
        _reading,
    ),
    Step(
        t_later(
            "This is your desk. What you are to reach stands here, with how far it is. "
            "Below: what you can spend, and who believes you."
        ),
        ("own/goals", "own"),
    ),
    Step(
        t_later(
            "What reached you this turn is here and in the inbox. Each says how you know it. "
            "F leads here, I to the inbox."
        ),
        ("feed/list", "feed"),
    ),
    Step(
        t_later("The map shows who influences whom. Arrows walk on it; T shows it as a table."),
        ("map/graph", "map"),
    ),
    Step(
        t_later(
            "Now give an order. Press O, go to a move with the arrows, and choose it with Enter. "
            "Gray ones say why they are closed."
        ),
        ("sheet/moves", "sheet"),
        _chosen,
    ),
    Step(
        t_later(
            "Say at whom, about what, over which channel: Tab goes from field to field. "
            "The forecast shows what it might do in many imagined worlds."
        ),
        ("sheet/operands", "sheet/form", "sheet"),
        _ready,
    ),
    Step(
        t_later(
            "You may add your words, why you do it, what you expect and how sure you are. "
            "The debrief comes back to it. Then press Ctrl + Enter: the order goes into the sheet."
        ),
        ("sheet/keep", "sheet"),
        _kept,
    ),
    Step(
        t_later(
            "There is room for more orders, as long as you can pay. When you are done, hand in "
            "the sheet with Ctrl + Shift + Enter and confirm. Nobody sees it before all are in."
        ),
        ("sheet/hand_in", "sheet"),
        _sealed,
    ),
    Step(
        t_later(
            "All orders were worked out at once. This page tells what changed, as far as your "
            "seat may know it. Close it with Enter to go on."
        ),
        ("turn",),
        _played,
    ),
    Step(
        t_later(
            "That was a turn. W tells why a figure moved, G shows the tension and ways down from "
            "it, ? shows all keys. F2 calls me again."
        ),
        ("header",),
    ),
)


class Guide:
    """Where the newcomer is; called by the stage for what stands over the page."""

    def __init__(self, app: App) -> None:
        """Begin with the first step that is not done yet."""
        self.app = app
        self.turn = app.work.now.turn
        self.number = 0
        self.page: object = None
        self.told = False  # whether the page of what the turn brought was shown

    @property
    def step(self) -> Step:
        """The step one is at."""
        return STEPS[self.number]

    def forward(self) -> None:
        """On to the next step; after the last the guide leaves."""
        if self.number + 1 < len(STEPS):
            self.number += 1
        else:
            self.leave()
        self.app.stage.dirty = True

    def leave(self) -> None:
        """Leave the newcomer alone."""
        self.app.stage.beside = None
        self.app.stage.dirty = True

    def __call__(self, stage: Stage) -> list[Widget]:
        """The card and the frame; nothing over pages that are not the seat's own."""
        self.page = stage.top.screen
        if not isinstance(self.page, Briefing | Desk | Note | TurnPage):
            return []
        if isinstance(self.page, TurnPage):
            self.told = True
        self._catch_up()
        target = next((w for name in self.step.at if (w := stage.top.find(name))), None)
        frame = [] if target is None else [_frame(target.box)]
        return [*frame, self._card(stage, None if target is None else target.box)]

    def _catch_up(self) -> None:
        """Pass what was done already, also by somebody who is ahead of the guide."""
        last = max((n for n, s in enumerate(STEPS) if s.done and s.done(self)), default=-1)
        if self.number <= last and (self.step.done or last > self.number + 1):
            self.number = min(last + 1, len(STEPS) - 1)

    def _card(self, stage: Stage, target: Box | None) -> Widget:
        """What to do, and the two ways on."""
        area = stage.area
        wide = min(WIDE, area.w - 16)
        text = t_now(self.step.text)
        high = len(stage.setter().wrap(text, t.BODY, wide - 2 * PAD)) * t.BODY.line
        box = _beside(area, target, wide, high + 88)
        title = say("Guide, {number} of {count}", number=self.number + 1, count=len(STEPS))
        whole = Panel("guide", box, title, icon="help", line=False, fill="tip", role="note")
        inner = Box(box.x + PAD, box.y + 38, wide - 2 * PAD, high)
        words = Text("guide/text", inner, title, text, wrap=True)
        half = (wide - 2 * PAD - 8) / 2
        y = box.bottom - 40
        leave = Button(
            "guide/leave", Box(inner.x, y, half, t.CONTROL_SMALL), say("Leave"), key="F2"
        )
        leave.press = self.leave
        on = Button(
            "guide/on", Box(inner.x + half + 8, y, half, t.CONTROL_SMALL), say("Go on"), key="F3"
        )
        on.press = self.forward
        whole.children = [words, leave, on]
        return whole


def _beside(area: Box, target: Box | None, wide: float, high: float) -> Box:
    """A corner in which the card hides least of what it points at."""
    corners = [
        Box(area.x + 12, area.bottom - high - 12, wide, high),
        Box(area.right - wide - 8, area.y + 76, wide, high),
        Box(area.x + 12, area.y + 76, wide, high),
        Box(area.right - wide - 12, area.bottom - high - 12, wide, high),
        Box((area.w - wide) / 2, area.y + 76, wide, high),
    ]
    if target is None:
        return corners[0]

    def hides(box: Box) -> float:
        shared = box.clip(target)
        return shared.w * shared.h

    return min(corners, key=hides)


def _frame(box: Box) -> Widget:
    """A frame around what the guide speaks of."""

    def paint(canvas: Canvas, place: Box, look: Look) -> None:
        canvas.outline(place.inset(-2), canvas.theme.text, width=2, radius=8)

    return Paint("guide/frame", box, role="decoration", paint=paint)
