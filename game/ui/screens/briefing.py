"""The briefing of a seat: text first, in one reading column; who is around; what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import briefing_parts
from game.ui.view_models import atlas
from game.ui.view_models.briefing import briefing
from game.ui.widgets import Button, Paint, Panel, Row, RowLook, Rows, Scroller, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.briefing import Briefing as View
    from game.ui.view_models.briefing import Neighbor, Section
    from game.ui.widgets import Look

LEFT, RIGHT = 288.0, 324.0
CONTENTS, AROUND = 40.0, 48.0
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
        self.section = self.view.sections[0].key if self.view.sections else ""
        self.title = f"{self.view.title}, {self.view.scenario}"

    def build(self, stage: Stage) -> list[Widget]:
        """Header and three columns; in a narrow window the reading column and the objectives."""
        area = stage.area
        body = area.below(t.HEADER).inset(t.GUTTER, t.GUTTER)
        left = 0.0 if area.w < NARROW else LEFT + t.GUTTER
        right = min(RIGHT, body.w * 0.4)
        reading = Box(body.x + left, body.y, body.w - left - right - t.GUTTER, body.h)
        found = [self._header(area.top(t.HEADER))]
        if left:
            found.append(self._left(stage, body.left(LEFT)))
        found.append(self._reading(stage, reading))
        found.append(self._right(stage, body.last(right)))
        return found

    def _header(self, box: Box) -> Widget:
        """Whose page this is."""

        def paint(canvas: Canvas, place: Box, look: Look) -> None:
            canvas.fill(place, canvas.theme.panel)
            canvas.rule(place.x, place.bottom - 1, place.w)
            mark = self.atlas.mark(self.work.booklet.me)
            if mark is not None:
                canvas.mark(mark.shape, (36, 32), 44, canvas.theme.text, width=1.5)
                canvas.mark(mark.shape, (36, 32), 40, canvas.theme.blocs[mark.bloc])
                canvas.text(mark.code, Box(16, 22, 40, 20), t.BODY_BOLD, align="center")
            room = place.w - 84
            canvas.text(f"Briefing: {self.view.title}", Box(68, 13, room, 22), t.TITLE)
            said = f"{self.view.scenario} · only your seat reads this page"
            canvas.text(said, Box(68, 35, room, 16), t.SMALL, canvas.theme.muted)

        return Paint(
            "briefing/header", box, "Briefing", self.view.title, role="banner", paint=paint
        )

    def _left(self, stage: Stage, box: Box) -> Widget:
        """Contents, then who is around the table."""
        rows = [
            Row(s.key, s.title, CONTENTS, briefing_parts.contents(n, s, s.key == self.section))
            for n, s in enumerate(self.view.sections, 1)
        ]
        high = len(rows) * CONTENTS
        contents = Rows(
            "briefing/contents", Box(box.x + 1, box.y + 40, box.w - 2, high), "Contents", rows=rows
        )
        contents.choose = contents.move = lambda key: self._go(stage, key)
        y = box.y + 40 + high + 9
        title = Text(
            "briefing/around/title",
            Box(box.x + 12, y + 4, box.w - 24, 20),
            value="Around the table",
            kind=t.BODY_BOLD,
        )
        around = [
            Row(n.key, f"{n.name}: {n.aim}", AROUND, self._around(n)) for n in self.view.around
        ]
        place = Box(box.x + 4, y + 28, box.w - 8, box.bottom - y - 32)
        seats = Rows("briefing/around", place, "Around the table", rows=around)
        return Panel(
            "briefing/left", box, "Briefing", line=False, children=[contents, title, seats]
        )

    def _go(self, stage: Stage, key: str) -> None:
        """Turn to a section."""
        if key != self.section:
            self.section = key
            stage.memory["briefing/text"] = 0.0

    def _around(self, seat: Neighbor) -> Callable[[Canvas, Box, RowLook], None]:
        """Mark, name, public aim, who plays it."""
        mark = self.atlas.mark(seat.actor)

        def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
            theme = canvas.theme
            if mark is not None:
                canvas.mark(mark.shape, (box.x + 24, box.y + 24), 32, theme.blocs[mark.bloc])
                canvas.text(mark.code, Box(box.x + 8, box.y + 16, 32, 16), t.MARK, align="center")
            line = Box(box.x + 48, box.y + 5, box.w - 56, 19)
            canvas.text(seat.name, line, t.BODY)
            canvas.text(seat.aim, Box(line.x, box.y + 25, line.w, 16), t.SMALL, theme.muted)

        return paint

    def _reading(self, stage: Stage, box: Box) -> Widget:
        """One section in a column that is not too wide to read."""
        wide = min(COLUMN, box.w - 48)
        column = Box(box.x + (box.w - wide) / 2, box.y + 2, wide + 12, box.h - 4)
        section = next(s for s in self.view.sections if s.key == self.section)
        scroll = Scroller("briefing/text", column, section.title, focusable=True, ring="none")
        scroll.place = lambda place: self._paragraphs(stage, place, section)
        return Panel(
            "briefing/page", box, section.title, head=False, children=[scroll.filled(stage)]
        )

    def _paragraphs(self, stage: Stage, box: Box, section: Section) -> tuple[list[Widget], float]:
        """Title, then headings and paragraphs; secrets at the end of the task."""
        setter, wide = stage.setter(), box.w - 12
        y = box.y + 22
        found: list[Widget] = [
            Text("page/title", Box(box.x, y, wide, 32), value=section.title, kind=t.PAGE)
        ]
        y += 44
        for number, part in enumerate(section.paragraphs):
            kind = t.TITLE if part.heading else t.READING
            y += 12 if part.heading and number else 0
            high = len(setter.wrap(part.text, kind, wide)) * kind.line
            place = Box(box.x, y, wide, high)
            found.append(Text(f"page/{number}", place, value=part.text, kind=kind, wrap=True))
            y += high + (6 if part.heading else 14)
        if section.key == "task":
            secrets, y = self._secrets(stage, Box(box.x, y + 8, wide, 0))
            found += secrets
        return found, y - box.y + 24

    def _secrets(self, stage: Stage, box: Box) -> tuple[list[Widget], float]:
        """What only this seat knows, each with a lock and a tag."""
        setter, y = stage.setter(), box.y
        found: list[Widget] = [
            Text(
                "page/secrets",
                Box(box.x, y, box.w, 22),
                value="What you hold in secret",
                kind=t.TITLE,
            )
        ]
        y += 30
        for number, text in enumerate(self.view.secrets):
            high = len(setter.wrap(text, t.READING, box.w - 100)) * t.READING.line
            found.append(
                Paint(
                    f"page/secret/{number}",
                    Box(box.x, y, box.w, high),
                    "Secret",
                    text,
                    role="note",
                    paint=briefing_parts.secret(text),
                )
            )
            y += high + 10
        if not self.view.secrets:
            none = "You hold no secret. Others may."
            found.append(
                Text(
                    "page/secrets/none",
                    Box(box.x, y, box.w, 24),
                    value=none,
                    kind=t.READING,
                    color="muted",
                )
            )
            y += 30
        return found, y

    def _right(self, stage: Stage, box: Box) -> Widget:
        """Objectives with their weight and today's value, what can be spent, the button."""
        foot = 64.0
        inner = Box(box.x + 12, box.y + 41, box.w - 18, box.h - 41 - foot)
        scroll = Scroller(
            "briefing/goals",
            inner,
            "Objectives",
            place=self._column(stage),
        )
        label = "Back to the desk" if self.again else "Take the seat"
        take = Button(
            "briefing/take", Box(box.x + 12, box.bottom - 52, box.w - 24, 40), label, primary=True
        )
        take.press, take.key = lambda: self.done(stage), "Enter"
        children: list[Widget] = [scroll.filled(stage), take]
        return Panel("briefing/right", box, "Your objectives", icon="target", children=children)

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
        if press.named(*steps) and isinstance(text, Scroller):
            text.scroll(steps[press.key], stage)
            return True
        if press.named("enter") or (press.named("esc") and self.again):
            self.done(stage)
            return True
        return False
