"""The cards of the launcher: scenarios in two columns, walked with the arrows, one Tab stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.language import t as say
from game.language import t_count
from game.ui import pictures
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import launch
from game.ui.widgets import Look, Widget
from game.ui.widgets.base import Ring
from game.ui.widgets.panel import WHEEL_STEP, thumb

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.launch import Poster

WIDE, HIGH, GAP = 280.0, 141.0, 8.0
PICTURE = 104.0


@dataclass(slots=True)
class Cards(Widget):
    """`look` hears which card the keyboard is on, `choose` Enter on it."""

    role: str = "list"
    focusable: bool = True
    ring: Ring = "none"
    clip: bool = True
    posters: list[Poster] = field(default_factory=list)
    chosen: str = ""
    look: Callable[[str], None] | None = None
    choose: Callable[[str], None] | None = None

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return max(1, min(2, int((self.box.w + GAP) / (WIDE + GAP))))

    def spot(self, number: int, offset: float) -> Box:
        """Where a card stands; the edge leaves room for its ring."""
        wide = (self.box.w - 4 - GAP * (self.columns - 1)) / self.columns
        column, line = number % self.columns, number // self.columns
        x = self.box.x + 2 + column * (wide + GAP)
        return Box(x, self.box.y + 2 + line * (HIGH + GAP) - offset, wide, HIGH)

    def tall(self) -> float:
        """How high all cards are together."""
        lines = -(-len(self.posters) // self.columns)
        return lines * (HIGH + GAP)

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The cards that are seen."""
        offset = float(look.memory.get(self.id, 0.0))
        with canvas.clipped(self.box):
            for number, poster in enumerate(self.posters):
                box = self.spot(number, offset)
                if box.overlaps(self.box):
                    self._card(canvas, box, poster, look)
        thumb(canvas, self.box, offset, self.tall())

    def _card(self, canvas: Canvas, box: Box, poster: Poster, look: Look) -> None:
        """Picture, title, what it practices, length and seats."""
        theme = canvas.theme
        chosen = poster.key == self.chosen
        hovered = look.hovered and box.holds(look.pointer)
        edge = theme.accent if chosen else theme.border if hovered else theme.hairline
        fill = theme.selection if chosen else theme.panel
        canvas.box(box, fill, edge, width=2 if chosen else 1, radius=t.PANEL_RADIUS)
        picture(canvas, Box(box.x + 2, box.y + 2, PICTURE, box.h - 4), poster)
        x = box.x + PICTURE + 14
        room = Box(x, box.y + 12, box.right - x - 8, 20)
        canvas.text(poster.title, room, t.BODY_BOLD)
        color = theme.text if chosen else theme.muted
        said = poster.practices or poster.summary
        canvas.block(said, Box(x, box.y + 34, room.w, 60), t.BODY, color, most=3)
        self._foot(canvas, Box(x, box.bottom - 28, room.w, 18), poster)
        if look.focused and chosen:
            canvas.ring(box.inset(3), "inside")

    def _foot(self, canvas: Canvas, box: Box, poster: Poster) -> None:
        """Length and number of people, or what is wrong."""
        theme = canvas.theme
        if poster.mistakes:
            found = t_count(
                "{count} mistake: see check", "{count} mistakes: see check", poster.mistakes
            )
            canvas.icon("warn", box.x, box.y + 2, 14, theme.alert)
            canvas.text(found, Box(box.x + 20, box.y, box.w - 20, box.h), t.SMALL, theme.alert)
            return
        color = theme.text if poster.key == self.chosen else theme.muted
        canvas.icon("clock", box.x, box.y + 2, 14, color)
        half = box.w * 0.42
        canvas.text(
            launch.length_of(poster), Box(box.x + 20, box.y, half - 22, box.h), t.SMALL, color
        )
        canvas.icon("people", box.x + half, box.y + 2, 14, color)
        rest = Box(box.x + half + 20, box.y, box.w - half - 20, box.h)
        canvas.text(launch.seats_of(poster), rest, t.SMALL, color)

    def on(self, press: Press, stage: Stage) -> bool:
        """Arrows among cards, Home and End, Enter, the wheel, a click."""
        keys = [poster.key for poster in self.posters]
        if press.kind == "wheel":
            return self._scroll(-press.amount * WHEEL_STEP, stage)
        if press.kind == "down":
            offset = float(stage.memory.get(self.id, 0.0))
            for number in range(len(keys)):
                if self.spot(number, offset).holds(press.at):
                    self._go(number, stage)
            return True
        steps = {"left": -1, "right": 1, "up": -self.columns, "down": self.columns}
        steps |= {"home": -len(keys), "end": len(keys)}
        if press.named(*steps) and keys:
            at = keys.index(self.chosen) if self.chosen in keys else 0
            there = at + steps[press.key]
            if press.key in ("up", "down") and not 0 <= there < len(keys):
                there = at
            self._go(min(max(there, 0), len(keys) - 1), stage)
            return True
        if press.named("enter", "space") and self.choose is not None and self.chosen in keys:
            self.choose(self.chosen)
            return True
        return False

    def _go(self, number: int, stage: Stage) -> None:
        """Look at a card, and bring it into sight."""
        offset = float(stage.memory.get(self.id, 0.0))
        box = self.spot(number, offset)
        if box.y < self.box.y:
            stage.memory[self.id] = offset + box.y - self.box.y - 2
        elif box.bottom > self.box.bottom:
            stage.memory[self.id] = offset + box.bottom - self.box.bottom + 2
        if self.look is not None:
            self.look(self.posters[number].key)

    def _scroll(self, by: float, stage: Stage) -> bool:
        """Scroll by so many dp; False at the end."""
        before = float(stage.memory.get(self.id, 0.0))
        stage.memory[self.id] = min(max(0.0, before + by), max(0.0, self.tall() - self.box.h))
        return bool(stage.memory[self.id] != before)

    def tree(self) -> dict[str, Any]:
        """The cards as options."""
        own = Widget.tree(self)
        own["children"] = [
            {
                "id": f"{self.id}/{poster.key}",
                "role": "option",
                "label": poster.title,
                "disabled": say("It has mistakes") if poster.mistakes else "",
                "children": [],
            }
            for poster in self.posters
        ]
        return own


def picture(canvas: Canvas, box: Box, poster: Poster) -> None:
    """The picture of a scenario, or the marks of its map, or a sign that it is broken."""
    theme = canvas.theme
    canvas.fill(box, theme.land)
    if poster.mistakes:
        canvas.icon("warn", box.center[0] - 14, box.center[1] - 14, 28, theme.alert)
        return
    area = canvas.rect(box)
    tile = pictures.cut(poster.picture, area.w, area.h) if poster.picture else None
    if tile is not None:
        canvas.picture(tile, box.x, box.y)
        return
    inner = box.inset(14)
    for x, y, shape in poster.spots:
        place = (inner.x + x * inner.w, inner.y + y * inner.h)
        canvas.mark(shape, place, 14, theme.border, width=1.5)
