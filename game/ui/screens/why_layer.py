"""The card that tells why a figure moved, beside the figure; what it leads to opens beside it.

It lies over the page without darkening it. One that the pointer opened by resting on a figure goes
away with the pointer and takes no key: nobody's typing ends up in a card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import why_card
from game.ui.view_models.why import Step, card, moved
from game.ui.widgets import Paint, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.why import WhyCard
    from game.ui.widgets import Look
    from game.views import Observation

DEEPEST = 3
AIR, APART, EDGE = 6.0, 14.0, 8.0


class WhyLayer(Screen):
    """A figure's card, and up to two more that it leads to."""

    fleeting = True
    first = "why/0/lines"

    def __init__(self, now: Observation, measure: Measure, anchor: Box, *, hover: bool) -> None:
        """`anchor` is where the figure stands; `hover` if the pointer alone asked."""
        self.now, self.anchor, self.passing = now, anchor, hover
        self.steps = [Step(measure)]
        self.picked: list[int] = []  # the line of each card that the next one came from
        self.boxes: list[Box] = []  # of the cards that are shown, the newest last
        self.joints: list[float] = []  # where each card but the last is joined to the next

    def build(self, stage: Stage) -> list[Widget]:
        """The cards that fit side by side, the newest always among them."""
        views = [view for step in self.steps if (view := card(self.now, step)) is not None]
        views[DEEPEST - 1 :] = [view.leaf() for view in views[DEEPEST - 1 :]]
        wide = min(why_card.WIDE, stage.area.w - 2 * EDGE)
        fits = max(1, int((stage.area.w - 2 * EDGE + APART) // (wide + APART)))
        shown = list(enumerate(views))[max(0, len(views) - fits) :]
        self._lay_out(stage, shown, wide)
        found: list[Widget] = []
        for box, (place, view) in zip(self.boxes, shown, strict=True):
            chosen = self.picked[place] if place < len(self.picked) else -1
            name, opens = f"why/{place}", self._opens(stage, place)
            one = why_card.panel(
                stage, box, view, name, chosen=chosen, opens=opens, pinnable=self.passing
            )
            found.append(one)
        elbows = Paint("why/elbows", stage.area, role="decoration", paint=self._elbows)
        return [*found, elbows] if len(self.boxes) > 1 else found

    def _lay_out(self, stage: Stage, shown: list[tuple[int, WhyCard]], wide: float) -> None:
        """Where each card stands: the first at its figure, any other beside those before it."""
        area, setter = stage.area, stage.setter()
        self.boxes, self.joints = [], []
        rightmost = area.w - EDGE - wide
        for place, view in shown:
            high = min(why_card.height(setter, view), area.h - 2 * EDGE)
            lowest = area.h - EDGE - high
            if not self.boxes:
                box = self._first(Box(0, 0, wide, high), rightmost, lowest)
            else:
                y = min(max(EDGE, self.joints[-1] - 28), lowest)
                right = max(one.right for one in self.boxes) + APART
                left = min(one.x for one in self.boxes) - APART - wide
                if right > rightmost and left < EDGE:  # no side has room: all move over
                    self.boxes = [one.moved(rightmost - right, 0) for one in self.boxes]
                    right = rightmost
                box = Box(right if right <= rightmost else left, y, wide, high)
            self.boxes.append(box)
            if place < len(self.picked):
                self.joints.append(why_card.middle(setter, box, view, self.picked[place]))

    def _first(self, size: Box, rightmost: float, lowest: float) -> Box:
        """Under the figure, above it, or beside it, where there is room."""
        at, x = self.anchor, min(max(EDGE, self.anchor.x + AIR), rightmost)
        if at.bottom + AIR <= lowest:
            return size.moved(x, at.bottom + AIR)
        if at.y - AIR - size.h >= EDGE:
            return size.moved(x, at.y - AIR - size.h)
        beside = at.right + AIR if at.right + AIR <= rightmost else at.x - AIR - size.w
        return size.moved(min(max(EDGE, beside), rightmost), max(EDGE, lowest))

    def _opens(self, stage: Stage, place: int) -> Callable[[int], None]:
        """What a line of that card does: open where it leads, in place of what was open there."""

        def opens(line: int) -> None:
            view = card(self.now, self.steps[place])
            leads = view.lines[line].leads if view is not None else None
            if leads is None or place + 1 >= DEEPEST:
                return
            self.passing = False
            self.steps = [*self.steps[: place + 1], leads]
            self.picked = [*self.picked[:place], line]
            stage.memory.pop(f"why/{place + 1}/lines", None)
            stage.rebuild()
            stage.focus = f"why/{place + 1}/lines"

        return opens

    def _elbows(self, canvas: Canvas, box: Box, look: Look) -> None:
        """A line from what was chosen to the card it led to."""
        for one, other, y in zip(self.boxes, self.boxes[1:], self.joints, strict=False):
            left, right = (one, other) if one.x < other.x else (other, one)
            canvas.fill(Box(left.right, y - 1, right.x - left.right, 2), canvas.theme.accent)

    def on(self, press: Press, stage: Stage) -> bool:
        """Esc and Left close the newest card, W all of them; Right opens as Enter does."""
        if press.named("w"):
            stage.close()
            return True
        if press.named("right"):
            rows = stage.top.find(stage.focus)
            return rows.on(press.as_key("enter"), stage) if isinstance(rows, Rows) else False
        if press.named("esc", "left") and len(self.steps) > 1:
            self.steps.pop()
            self.picked = self.picked[: len(self.steps) - 1]
            stage.rebuild()
            stage.focus = f"why/{len(self.steps) - 1}/lines"
            return True
        return press.named("left")

    def tick(self, stage: Stage, now: float) -> None:
        """A card that the pointer opened goes when the pointer leaves it and its figure."""
        if not self.passing or stage.top.screen is not self:
            return
        near = [self.anchor.inset(-AIR), *(box.inset(-AIR - 2) for box in self.boxes)]
        if not any(box.holds(stage.pointer) for box in near):
            stage.close()


def open_why(
    stage: Stage, now: Observation, measure: Measure, anchor: Box, *, hover: bool = False
) -> bool:
    """Open the card of a figure beside it; False where there is nothing to tell."""
    if not moved(now, measure):
        return False
    for name in [key for key in stage.memory if key.startswith("why/")]:
        del stage.memory[name]
    stage.open(WhyLayer(now, measure, anchor, hover=hover))
    return True


def close_why(stage: Stage) -> None:
    """Take an open card away: what it told of is over."""
    while isinstance(stage.top.screen, WhyLayer):
        stage.close()
