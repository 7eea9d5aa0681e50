"""The ladder: all rungs of tension, what moved it, and each way down with who must take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.screens.emptiness import empty
from game.ui.screens.why_layer import open_why
from game.ui.view_models import desk, headline, sheet, words
from game.ui.view_models import ladder as model
from game.ui.view_models.why import Step
from game.ui.view_models.why import card as card_of
from game.ui.widgets import Button, Figure, Paint, Panel, Row, RowLook, Rows, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.ladder import Dyad, Ramp
    from game.ui.widgets import Look

WIDE, HIGH = 880.0, 560.0
RUNGS_WIDE, SLIM = 264.0, 700.0
PAD = 20.0
RAMP = 60.0
CELL = 12.0
CAUSES = 3
COLORS = {"good": "positive", "bad": "alert", "plain": "muted"}


class Ladder(Screen):
    """A layer over the page. Enter on an open way down begins that order."""

    dims = True
    fleeting = True

    def __init__(self, work: Work, take: Callable[[Ramp], None] | None = None) -> None:
        """`take` hears the way down that is to be ordered; None where nothing can be ordered."""
        self.work, self.take = work, take
        self.title = say("Tension")
        worst = next(iter(model.dyads(work.now)), None)
        self.worst: Dyad | None = worst
        self.ramps = model.ramps(work.index, worst) if worst is not None else ()
        self.first = "ladder/ramps" if self.ramps else "ladder/close"

    def build(self, stage: Stage) -> list[Widget]:
        """Rungs at the left, causes and ways down at the right."""
        area = stage.area
        wide, high = min(WIDE, area.w - 32), min(HIGH, area.h - 32)
        box = Box((area.w - wide) / 2, (area.h - high) / 2, wide, high)
        body = Box(box.x + PAD, box.y + t.PANEL_HEAD + 12, wide - 2 * PAD, high - t.PANEL_HEAD - 68)
        panel = Panel("ladder", box, self.title, icon="warn", role="dialog")
        rung = headline.header(self.work.book).rung
        slim = wide < SLIM
        right = body
        if not slim:
            rungs = Paint("ladder/rungs", body.left(RUNGS_WIDE), self.title, role="img")
            rungs.value, rungs.paint = _spoken(rung), _rungs(rung)
            panel.children.append(rungs)
            right = body.after(RUNGS_WIDE + 28)
        panel.children += self._causes(stage, right)
        used = max((w.box.bottom for w in panel.children if w.id != "ladder/rungs"), default=0.0)
        panel.children += self._ways(Box(right.x, used + 14, right.w, body.bottom - used - 14))
        close = Box(box.right - PAD - 96, box.bottom - t.CONTROL - 14, 96, t.CONTROL)
        panel.children.append(
            Button("ladder/close", close, say("Close"), press=stage.close, primary=True)
        )
        if self.take is not None and any(ramp.open and ramp.deed for ramp in self.ramps):
            hint = say("Enter writes the order into your sheet")
            place = Box(right.x, close.y, close.x - right.x - 12, close.h)
            panel.children.append(
                Text("ladder/hint", place, value=hint, kind=t.SMALL, color="muted")
            )
        return [panel]

    def _causes(self, stage: Stage, box: Box) -> list[Widget]:
        """Which pair stands worst, and what moved it since the last turn."""
        worst = self.worst
        found: list[Widget] = [
            Text("ladder/label", box.top(16), value=say("Worst pair of states"), kind=t.SMALL),
            Text("ladder/worst", box.below(18).top(22), kind=t.TITLE),
        ]
        found[1].value = worst.name if worst is not None else say("not known")
        y = box.y + 44
        told = card_of(self.work.now, Step(worst.measure)) if worst is not None else None
        told = told or card_of(self.work.now, Step(("crisis",)))
        if told is None:
            still = say("It has not moved since your last turn.")
            found.append(Text("ladder/still", Box(box.x, y, box.w, 19), value=still, color="muted"))
            return found
        line = say("{change}, {total} since your last turn", change=told.change, total=told.total)
        wide = min(box.w, stage.setter().width(line, t.BODY) + 2)
        figure = Figure("ladder/why", Box(box.x, y, wide, t.BODY.line), line, line)
        figure.press = lambda: self._why(stage, figure.box)
        found.append(figure)
        y += t.BODY.line + 6
        for number, cause in enumerate(told.lines[:CAUSES]):
            text = say("{amount}  {cause}", amount=cause.figure, cause=cause.title)
            place = Box(box.x, y, box.w, t.BODY.line)
            color = COLORS[cause.tone]
            found.append(Text(f"ladder/cause/{number}", place, value=text, color=color))
            y += t.BODY.line + 2
        return found

    def _why(self, stage: Stage, box: Box) -> None:
        """All causes, on a card."""
        measure = self.worst.measure if self.worst is not None else ("crisis",)
        if not open_why(stage, self.work.now, measure, box):
            open_why(stage, self.work.now, ("crisis",), box)

    def _ways(self, box: Box) -> list[Widget]:
        """Each way down."""
        head = Text("ladder/ways", box.top(20), value=say("Ways down"), kind=t.BODY_BOLD)
        head.color = "positive"
        body = box.below(26)
        if not self.ramps:
            title = say("No way down from here")
            said = say("No move of yours lowers this tension for certain. Others may have one.")
            nothing = Paint("ladder/none", body, title, said, role="note")
            nothing.paint = empty("ramp", title, said, line=False)
            return [head, nothing]
        rows = []
        for number, ramp in enumerate(self.ramps):
            spoken = ". ".join(part for part in (ramp.name, ramp.who, ramp.closed) if part)
            rows.append(Row(str(number), spoken, RAMP, _ramp(ramp), ramp.closed))
        found = Rows("ladder/ramps", body, say("Ways down"), rows=rows, choose=self._choose)
        return [head, found]

    def _choose(self, row: str) -> None:
        """Write the order, if it can be given."""
        ramp = self.ramps[int(row)]
        if self.take is not None and ramp.open and ramp.deed:
            self.take(ramp)

    def on(self, press: Press, stage: Stage) -> bool:
        """G closes what G opened; W asks why."""
        if press.named("g"):
            stage.close()
            return True
        if press.named("w"):
            figure = stage.top.find("ladder/why")
            if figure is not None:
                self._why(stage, figure.box)
            return figure is not None
        return False


def open_ladder(stage: Stage, work: Work) -> None:
    """Open the ladder; a way down that is chosen there becomes the open order of the sheet."""

    def take(ramp: Ramp) -> None:
        if work.draft.kept or work.sealed:
            return
        stage.close()
        draft = sheet.begin(work.index, work.draft, ramp.deed)
        for slot, key in (("target", ramp.target), ("about", ramp.about)):
            if key:
                draft = sheet.choose(work.index, draft, slot, key)
        work.draft, work.open = draft, True
        stage.rebuild()
        if stage.top.find("sheet/text"):
            stage.focus = "sheet/text"

    stage.open(Ladder(work, None if desk.over(work.now) else take))


def _spoken(rung: int) -> str:
    """Where the crisis stands, as a sentence."""
    if not rung:
        return say("not known")
    name = words.rung_name(rung)
    return say("rung {rung} of {count}, {name}", rung=rung, count=len(words.RUNGS), name=name)


def _rungs(rung: int) -> Callable[[Canvas, Box, Look], None]:
    """Ten rungs, the highest above: those reached are filled, the present one is framed."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme, count = canvas.theme, 10
        high = min(44.0, box.h / count)
        for number in range(count, 0, -1):
            row = Box(box.x, box.y + (count - number) * high, box.w, high)
            here, reached = number == rung, number <= rung
            if here:
                canvas.box(row.inset(0, 2), theme.selection, theme.alert, radius=4)
            cell = Box(row.x + 10, row.y + (high - CELL) / 2, 28, CELL)
            canvas.box(
                cell,
                theme.alert if reached else None,
                theme.alert if reached else theme.border,
                radius=2,
            )
            figure = Box(row.x + 46, row.y, 20, high)
            kind = t.BODY_BOLD if here else t.BODY
            ink = theme.text if here or reached else theme.muted
            canvas.text(str(number), figure, kind, theme.muted, align="right")
            tail = 48.0 if here else 0.0
            canvas.text(
                words.rung_name(number), Box(row.x + 76, row.y, row.w - 84 - tail, high), kind, ink
            )
            if here:
                now = Box(row.x, row.y, row.w - 10, high)
                canvas.text(say("now"), now, t.SMALL_BOLD, theme.alert, align="right")

    return paint


def _ramp(ramp: Ramp) -> Callable[[Canvas, Box, RowLook], None]:
    """What it is and by how much; who must take it and what it costs, or why it is closed."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.hovered or look.focused:
            canvas.fill(box, theme.selection)
        color = theme.positive if ramp.open else theme.muted
        canvas.icon("ramp" if ramp.open else "lock", box.x + 8, box.y + 11, 18, color)
        inner = Box(box.x + 36, box.y, box.w - 52, box.h)
        said = say("▼ {points} of 100", points=words.amount(ramp.by)) if ramp.by else ""
        wide = canvas.type.width(said, t.SMALL_BOLD) + 4
        canvas.text(ramp.name, Box(inner.x, box.y + 9, inner.w - wide - 8, 20), t.BODY_BOLD)
        corner = Box(inner.x, box.y + 9, inner.w, 20)
        canvas.text(said, corner, t.SMALL_BOLD, color, align="right")
        below = Box(inner.x, box.y + 31, inner.w, 18)
        if ramp.closed:
            canvas.text(ramp.closed, below, t.SMALL, theme.text)
        else:
            line = say("who: {who} · costs {price}", who=ramp.who, price=ramp.price)
            canvas.text(line, below, t.SMALL, theme.muted)
        canvas.rule(box.x + 8, box.bottom - 1, box.w - 16)

    return paint
