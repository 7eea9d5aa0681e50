"""The end of a game: what ended it, what the seat attained, and where to go from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens import accounts, header
from game.ui.screens.ladder import open_ladder
from game.ui.screens.note import paragraph
from game.ui.screens.why_layer import open_why
from game.ui.view_models import desk, words
from game.ui.widgets import Button, Paint, Panel, Row, RowLook, Rows, Scroller, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.desk import Goal
    from game.ui.view_models.figures import Measure
    from game.ui.widgets import Look

WIDE, GOAL = 760.0, 44.0


class Ending(Screen):
    """The last page of a seat."""

    first = "ending/quit"

    def __init__(
        self, work: Work, leave: Callable[[Stage, str], None], *, talks: bool = False
    ) -> None:
        """`leave` goes to "desk", "debrief" (if it `talks`), "briefing", "theme" or "quit"."""
        self.work, self.leave, self.talks = work, leave, talks
        self.first = "ending/debrief" if talks else "ending/quit"
        self.title = work.booklet.title

    def build(self, stage: Stage) -> list[Widget]:
        """The header and one column in the middle."""
        area = stage.area
        acts = {
            "briefing": lambda: self.leave(stage, "briefing"),
            "ladder": lambda: open_ladder(stage, self.work),
            "theme": lambda: self.leave(stage, "theme"),
            "help": stage.help,
        }
        top = header.of(stage, area.top(t.HEADER), self.work, acts)
        body = area.below(t.HEADER).inset(t.GUTTER, 24)
        wide = min(WIDE, body.w)
        box = Box((area.w - wide) / 2, body.y, wide, body.h)
        inner = box.inset(t.READING_PADDING, 20)
        text = Scroller(
            "ending/text", Box(inner.x, inner.y, inner.w + 8, inner.h - 48), say("The end")
        )
        text.place = lambda place: self._text(stage, place)
        children: list[Widget] = [text.filled(stage), *self._buttons(stage, inner)]
        return [top, Panel("ending", box, say("The end"), head=False, children=children)]

    def _text(self, stage: Stage, box: Box) -> tuple[list[Widget], float]:
        """What ended it, score, objectives, the last turn."""
        setter, wide, y = stage.setter(), box.w - 8, box.y
        ending = self.work.now.ending()
        said = words.sentence(ending.text) if ending else say("The last turn has been played.")
        lines = len(setter.wrap(said, t.PAGE, wide))
        over = Text("ending/over", Box(box.x, y, wide, 18), value=say("The game is over"))
        over.kind, over.color = t.SMALL_BOLD, "muted"
        text = Text("ending/said", Box(box.x, y + 22, wide, lines * 32), value=said)
        text.kind, text.wrap = t.PAGE, True
        found: list[Widget] = [over, text]
        y += 22 + lines * 32 + 16
        if ending is not None:
            place, score = (
                Box(box.x, y, wide, 48),
                say("{score} of 100", score=f"{ending.score:.0f}"),
            )
            figure = Paint("ending/score", place, say("Objectives attained"), score, role="note")
            figure.paint = _score(ending.score)
            found.append(figure)
            y += 60
        goals = desk.goals(self.work.now)
        rows = [Row(str(n), f"{g.name}: {g.word}", GOAL, _goal(g)) for n, g in enumerate(goals)]
        place = Box(box.x, y, wide, len(rows) * GOAL)
        shown = Rows("ending/goals", place, say("Objectives"), rows=rows)
        shown.choose = lambda key: self._why(stage, shown, goals[int(key)].measure, key)
        found.append(shown)
        y += len(rows) * GOAL + 12
        for number, w in enumerate(accounts.recap_words(self.work.book)):
            y += w.air
            high = len(setter.wrap(w.text, w.kind, wide)) * w.kind.line
            found.append(paragraph(stage, f"ending/{number}", Box(box.x, y, wide, high), w))
            y += high
        return found, y - box.y + 8

    def _why(self, stage: Stage, rows: Rows, measure: Measure, key: str) -> None:
        """Why the number of an objective moved in the last turn."""
        open_why(stage, self.work.now, measure, rows.place(key, stage.memory))

    def _buttons(self, stage: Stage, box: Box) -> list[Widget]:
        """Look again, talk it over, or leave; what comes next is filled."""
        setter, y = stage.setter(), box.bottom - t.CONTROL
        told = [("desk", say("Look at the desk again")), ("quit", say("Leave the table"))]
        if self.talks:
            told.append(("debrief", say("Debrief")))
        found: list[Widget] = []
        x = box.right
        for page, label in reversed(told):
            wide = max(120.0, setter.width(label, t.BODY_BOLD) + 32)
            x = box.x if page == "desk" else x - wide
            place = Box(x, y, wide, t.CONTROL)
            button = Button(f"ending/{page}", place, label, primary=page == told[-1][0])
            button.press = lambda page=page: self.leave(stage, page)
            found.append(button)
            x -= 8
        return found[::-1]


def _of_all(score: float) -> str:
    return say("{score} of 100", score=f"{score:.0f}")


def _score(score: float) -> Callable[[Canvas, Box, Look], None]:
    """The figure and its meter."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        used = canvas.text(_of_all(score), Box(box.x, box.y, 200, 32), t.FIGURE)
        said = say("of your objectives attained, by weight")
        canvas.text(
            said,
            Box(box.x + used + 12, box.y + 4, box.w - used - 12, 26),
            t.BODY,
            canvas.theme.muted,
        )
        canvas.box(Box(box.x, box.y + 38, box.w, 6), canvas.theme.hairline, radius=3)
        if score > 0:
            filled = max(6.0, box.w * min(score, 100.0) / 100)
            canvas.box(Box(box.x, box.y + 38, filled, 6), canvas.theme.meter, radius=3)

    return paint


def _goal(goal: Goal) -> Callable[[Canvas, Box, RowLook], None]:
    """Met or not, name, reading, weight."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        met = goal.state == "met"
        color = (
            theme.positive
            if met
            else theme.alert
            if goal.state in ("not met", "lost")
            else theme.muted
        )
        sign = "check" if met else "help" if goal.state == "not known" else "x"
        canvas.icon(sign, box.x + 4, box.y + 12, 18, color)
        side = 150.0
        canvas.text(goal.name, Box(box.x + 36, box.y + 4, box.w - 36 - side, 19), t.BODY_BOLD)
        canvas.text(
            goal.reading or goal.text,
            Box(box.x + 36, box.y + 24, box.w - 36 - side, 16),
            t.SMALL,
            theme.muted,
        )
        canvas.text(
            goal.word,
            Box(box.right - side, box.y + 4, side - 8, 19),
            t.BODY_BOLD,
            color,
            align="right",
        )
        canvas.text(
            goal.weight,
            Box(box.right - side, box.y + 24, side - 8, 16),
            t.SMALL,
            theme.muted,
            align="right",
        )
        canvas.rule(box.x, box.bottom - 1, box.w)

    return paint
