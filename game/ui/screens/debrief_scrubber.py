"""The scrubber of the debrief: a column a turn with the rung reached, icons, a note, and a knob."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.widgets import Button, Panel, Text, Widget
from game.ui.widgets.base import Ring

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.debrief import Column
    from game.ui.widgets import Look

HIGH, LOW, SIDE = 172.0, 56.0, 152.0
RUNG = 8.5  # dp a rung
KNOB = 18.0
SHOWN = 20  # columns; a longer game is shown around the present turn


@dataclass(frozen=True, slots=True)
class Doing:
    """What the scrubber can ask of the page."""

    go: Callable[[int], None]
    step: Callable[[int], None]
    play: Callable[[], None]


def panel(
    box: Box, columns: list[Column], turn: int, doing: Doing, *, when: str, playing: bool
) -> Widget:
    """The strip at the foot of the page; a low one has no words at its side."""
    low = box.h < HIGH
    strip = Scrubber(
        "scrubber", Box(box.x + SIDE, box.y + 1, box.w - SIDE - 1, box.h - 2), say("Turns")
    )
    strip.columns, strip.turn, strip.go = columns, turn, doing.go
    strip.value = next((one.spoken for one in columns if one.turn == turn), "")
    x, y = box.x + 16, box.y + (12 if low else 62)
    parts: list[Widget] = _buttons(x, y, doing, playing=playing)
    if not low:
        parts = [*_words(Box(x, box.y + 12, SIDE - 24, 150), turn, when), *parts]
        if any(one.marked for one in columns):
            parts.append(_marks(Box(x, box.y + 128, SIDE - 24, 16)))
    return Panel("scrub", box, say("Turns"), head=False, children=[*parts, strip])


def _buttons(x: float, y: float, doing: Doing, *, playing: bool) -> list[Widget]:
    """A turn back, play or stop, a turn on."""
    back = Button("scrubber/back", Box(x, y, 32, 32), say("Turn before"), icon="rewind")
    back.press = lambda: doing.step(-1)
    label = say("Stop") if playing else say("Play the turns")
    icon = "pause" if playing else "play"
    play = Button("scrubber/play", Box(x + 40, y, 32, 32), label, icon=icon, primary=True)
    play.press = doing.play
    ahead = Button("scrubber/next", Box(x + 80, y, 32, 32), say("Next turn"), icon="skip")
    ahead.press = lambda: doing.step(1)
    return [back, play, ahead]


def _words(box: Box, turn: int, when: str) -> list[Widget]:
    """Which turn it is, when that is in the story, and what the bars are."""
    title = Text("scrubber/turn", box.top(22), value=say("Turn {turn}", turn=turn))
    title.kind = t.TITLE
    time = Text("scrubber/when", Box(box.x, box.y + 24, box.w, 16), value=when)
    bars = Text(
        "scrubber/legend", Box(box.x, box.y + 96, box.w, 16), value=say("bars: tension rung")
    )
    for one in (time, bars):
        one.kind, one.color = t.SMALL, "muted"
    return [title, time, bars]


def _marks(box: Box) -> Widget:
    """What the bookmark means; absent where nothing was marked."""
    from game.ui.widgets import Paint

    def paint(canvas: Canvas, area: Box, look: Look) -> None:
        canvas.icon("mark", area.x, area.y + 1, 14, canvas.theme.accent)
        room = Box(area.x + 20, area.y, area.w - 20, area.h)
        canvas.text(say("marked moment"), room, t.SMALL, canvas.theme.muted)

    return Paint("scrubber/marks", box, say("marked moment"), paint=paint)


@dataclass(slots=True)
class Scrubber(Widget):
    """The columns: one Tab stop; Left and Right go through the turns, a click goes to one."""

    role: str = "slider"
    focusable: bool = True
    ring: Ring = "inside"
    clip: bool = True
    columns: list[Column] = field(default_factory=list)
    turn: int = 1
    go: Callable[[int], None] | None = None

    def _shown(self) -> list[tuple[Column, Box]]:
        """The columns that are shown, each with its box."""
        places = [n for n, one in enumerate(self.columns) if one.turn == self.turn]
        here = places[0] if places else 0
        first = min(max(0, here - SHOWN // 2), max(0, len(self.columns) - SHOWN))
        some = self.columns[first : first + SHOWN]
        wide = self.box.w / max(1, len(some))
        return [
            (one, Box(self.box.x + n * wide, self.box.y, wide, self.box.h))
            for n, one in enumerate(some)
        ]

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Columns, the rail, the knob."""
        theme = canvas.theme
        shown = self._shown()
        for one, box in shown:
            self._column(canvas, look, one, box)
        rail = Box(self.box.x, self.box.bottom - 14, self.box.w, 4)
        canvas.fill(rail, theme.hairline)
        knob = next((box.center[0] for one, box in shown if one.turn == self.turn), self.box.x)
        canvas.fill(Box(rail.x, rail.y, knob - rail.x, rail.h), theme.accent)
        canvas.dot((knob, rail.y + 2), KNOB, theme.panel, theme.accent)

    def _column(self, canvas: Canvas, look: Look, one: Column, box: Box) -> None:
        """Figure, icons, note, bar."""
        theme = canvas.theme
        here = one.turn == self.turn
        if here or (look.hovered and box.holds(look.pointer)):
            canvas.fill(box.inset(1, 0), theme.selection)
        canvas.post(box.x, box.y, box.h)
        head = Box(box.x + 8, box.y + 6, box.w - 12, 18)
        canvas.text(
            str(one.turn), head, t.BODY_BOLD if here else t.BODY, None if here else theme.muted
        )
        self._icons(canvas, one, box)
        foot = box.bottom - 26
        high = max(2.0, one.rung * min(RUNG, (box.h - 54) / 10))
        color = theme.alert if here else t.mix(theme.alert, theme.panel, 0.4)
        canvas.fill(Box(box.x + 8, foot - high, box.w - 15, high), color)
        note = Box(box.x + 8, foot - high - 18, box.w - 12, 16)
        if box.w > 60 and note.y > box.y + 24:
            canvas.text(one.note, note, t.SMALL, theme.text if here else theme.muted)

    def _icons(self, canvas: Canvas, one: Column, box: Box) -> None:
        """Inject, orders, something done by hand, a mark: from the right."""
        theme = canvas.theme
        wanted = (
            ("mark", one.marked, theme.accent),
            ("edit", one.by_hand, theme.leak),
            ("send", bool(one.orders), theme.muted),
            ("flag", bool(one.injects), theme.muted),
        )
        x = box.right - 20
        for icon, there, ink in wanted:
            if there and x > box.x + 26:
                canvas.icon(icon, x, box.y + 8, 14, ink)
                x -= 18

    def on(self, press: Press, stage: Stage) -> bool:
        """A click; Home and End. The page itself hears Left and Right."""
        if self.go is None or not self.columns:
            return False
        if press.named("home", "end"):
            self.go(self.columns[0 if press.key == "home" else -1].turn)
            return True
        held = press.kind == "move" and stage.held == self.id
        if press.kind == "down" or held:
            for one, box in self._shown():
                if box.x <= press.at[0] < box.right:
                    self.go(one.turn)
            return True
        return press.kind == "up"

    def tree(self) -> dict[str, Any]:
        """The strip with its columns as options."""
        own = Widget.tree(self)  # zero-argument super() breaks in a slotted dataclass
        own["children"] = [
            {
                "id": f"{self.id}/{one.turn}",
                "role": "option",
                "label": one.spoken,
                "disabled": "",
                "children": [],
            }
            for one in self.columns
        ]
        return own
