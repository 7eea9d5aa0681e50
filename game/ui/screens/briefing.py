"""The briefing of a seat: text first, in one reading column; who is around; what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import briefing_parts, briefing_text
from game.ui.view_models import atlas
from game.ui.view_models.briefing import briefing
from game.ui.widgets import Button, Paint, Panel, Row, Rows, Scroller, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.briefing import Briefing as View
    from game.ui.widgets import Look

LEFT, RIGHT = 288.0, 324.0
CONTENTS, AROUND, LOCATOR = 40.0, 48.0, 148.0
COLUMN = 588.0  # the widest a line may be and still be read easily
NARROW = 1000.0


class Briefing(Screen):
    """What a seat reads before its first turn, and may read again at any time."""

    first = "briefing/take"

    def __init__(self, work: Work, done: Callable[[Stage], None], *, again: bool = False) -> None:
        """`done` goes to the desk; `again` when it is opened during play."""
        self.work, self.done, self.again = work, done, again
        self.view: View = briefing(work.now)
        self.atlas = atlas.atlas(work.book)
        self.places: dict[str, float] = {}  # where each section begins in the column
        self.title = f"{self.view.title}, {self.view.scenario}"

    def build(self, stage: Stage) -> list[Widget]:
        """Header and three columns; in a narrow window the reading column and the objectives."""
        self.view = briefing(self.work.now)
        area = stage.area
        body = area.below(t.HEADER).inset(t.GUTTER, t.GUTTER)
        left = 0.0 if area.w < NARROW else LEFT + t.GUTTER
        right = min(RIGHT, body.w * 0.4)
        reading = Box(body.x + left, body.y, body.w - left - right - t.GUTTER, body.h)
        header = self._header(area.top(t.HEADER))
        page = self._reading(stage, reading)
        found = [header]
        if left:
            found.append(self._left(stage, body.left(LEFT)))
        return [*found, page, self._right(stage, body.last(right))]

    def _header(self, box: Box) -> Widget:
        """Whose page this is, and how long it takes to read."""

        def paint(canvas: Canvas, place: Box, look: Look) -> None:
            canvas.fill(place, canvas.theme.panel)
            canvas.rule(place.x, place.bottom - 1, place.w)
            mark = self.atlas.mark(self.work.booklet.me)
            if mark is not None:
                canvas.mark(mark.shape, (36, 32), 44, canvas.theme.text, width=1.5)
                canvas.mark(mark.shape, (36, 32), 40, canvas.theme.blocs[mark.bloc])
                canvas.text(mark.code, Box(16, 22, 40, 20), t.BODY_BOLD, align="center")
            time = 190.0 if place.w > 560 else 0.0
            room = place.w - 84 - time
            canvas.text(title, Box(68, 13, room, 22), t.TITLE)
            said = say("{scenario} · only your seat reads this page", scenario=self.view.scenario)
            canvas.text(said, Box(68, 35, room, 16), t.SMALL, canvas.theme.muted)
            if time:
                about = t_count(
                    "About {count} minute to read",
                    "About {count} minutes to read",
                    self.view.minutes,
                )
                last = Box(place.right - time - 16, 22, time, 20)
                canvas.text(about, last, t.SMALL, canvas.theme.muted, align="right")

        title = say("Briefing: {seat}", seat=self.view.title)
        return Paint(
            "briefing/header", box, say("Briefing"), self.view.title, role="banner", paint=paint
        )

    def _left(self, stage: Stage, box: Box) -> Widget:
        """Contents, who is around the table, and where all this is."""
        now = self._section(stage)
        rows = [
            Row(s.key, s.title, CONTENTS, briefing_parts.contents(n, s, s.key == now))
            for n, s in enumerate(self.view.sections, 1)
        ]
        high = len(rows) * CONTENTS
        place = Box(box.x + 1, box.y + 40, box.w - 2, high)
        contents = Rows("briefing/contents", place, say("Contents"), rows=rows)
        contents.choose = contents.move = lambda key: self._go(stage, key)
        y = box.y + 40 + high + 9
        table = say("Around the table")
        spot = Box(box.x + 12, y + 4, box.w - 24, 20)
        title = Text("briefing/around/title", spot, value=table, kind=t.BODY_BOLD)
        around = [
            Row(n.key, f"{n.name}: {n.aim}", AROUND, briefing_parts.around(n, self.atlas))
            for n in self.view.around
        ]
        room = box.bottom - y - 32
        map_high = LOCATOR if room > LOCATOR + 2 * AROUND else 0.0
        seats_box = Box(box.x + 4, y + 28, box.w - 8, room - map_high)
        children: list[Widget] = [
            contents,
            title,
            Rows("briefing/around", seats_box, table, rows=around),
        ]
        if map_high:
            spot = Box(box.x + 12, box.bottom - map_high + 4, box.w - 24, map_high - 16)
            where = Paint("briefing/map", spot, say("Where it happens"), role="map")
            where.paint, where.mirrors = briefing_parts.locator(self.atlas), False
            children.append(where)
        return Panel("briefing/left", box, say("Briefing"), line=False, children=children)

    def _section(self, stage: Stage) -> str:
        """The section one is reading: the last that begins above the middle of the column."""
        offset = float(stage.memory.get("briefing/text", 0.0)) + 120
        begun = [key for key, y in self.places.items() if y <= offset]
        return begun[-1] if begun else self.view.sections[0].key

    def _go(self, stage: Stage, key: str) -> None:
        """Turn to a section."""
        stage.memory["briefing/text"] = self.places.get(key, 0.0)

    def _reading(self, stage: Stage, box: Box) -> Widget:
        """All sections in a column that is not too wide to read."""
        wide = min(COLUMN, box.w - 48)
        column = Box(box.x + (box.w - wide) / 2, box.y + 2, wide + 12, box.h - 4)
        title = say("Briefing")
        scroll = Scroller("briefing/text", column, title, focusable=True, ring="none")

        def place(spot: Box) -> tuple[list[Widget], float]:
            found, tall, self.places = briefing_text.column(stage, spot, self.view, column.h)
            return found, tall

        scroll.place = place
        return Panel("briefing/page", box, title, head=False, children=[scroll.filled(stage)])

    def _right(self, stage: Stage, box: Box) -> Widget:
        """Objectives with their weight and today's value, what can be spent, the button."""
        foot = 64.0
        inner = Box(box.x + 12, box.y + 41, box.w - 18, box.h - 41 - foot)
        goals = say("Your objectives")
        scroll = Scroller("briefing/goals", inner, goals, place=self._column(stage))
        label = say("Back to the desk") if self.again else say("Take the seat")
        take = Button(
            "briefing/take", Box(box.x + 12, box.bottom - 52, box.w - 24, 40), label, primary=True
        )
        take.press, take.key = lambda: self.done(stage), say("Enter")
        children: list[Widget] = [scroll.filled(stage), take]
        return Panel("briefing/right", box, goals, icon="target", children=children)

    def _column(self, stage: Stage) -> Callable[[Box], tuple[list[Widget], float]]:
        """What puts the objectives into their scroller."""
        return lambda place: briefing_parts.column(stage, place, self.view)

    def on(self, press: Press, stage: Stage) -> bool:
        """Figures turn to a section; pages and arrows scroll it; Enter takes the seat."""
        if press.named(*"123456789") and int(press.key) <= len(self.view.sections):
            self._go(stage, self.view.sections[int(press.key) - 1].key)
            return True
        text = stage.top.find("briefing/text")
        steps = {"pagedown": 400.0, "pageup": -400.0, "down": 48.0, "up": -48.0}
        steps |= {"home": -1e6, "end": 1e6}
        if press.named(*steps) and isinstance(text, Scroller):
            text.scroll(steps[press.key], stage)
            return True
        if press.named("enter") or (press.named("esc") and self.again):
            self.done(stage)
            return True
        return False
