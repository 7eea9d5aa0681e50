"""A small form over the page: a few texts, why they are not enough yet, and one thing to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.widgets import Button, Choice, Choices, Field, Paint, Panel, Text, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets import Look

PAD, AREA_H = 20.0, 84.0
LABEL, ERROR = 20.0, 40.0


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to be filled in: a text, one of several choices, or some of them (`many`)."""

    key: str
    label: str
    prompt: str = ""
    value: str = ""
    lines: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    many: bool = False


class Ask(Screen):
    """A modal form. `do` hears the answers and says what is wrong with them, or nothing."""

    dims = True

    def __init__(
        self,
        title: str,
        blanks: tuple[Blank, ...],
        do: Callable[[dict[str, str]], str],
        *,
        verb: str,
        icon: str = "edit",
        about: str = "",
        wide: float = 560.0,
    ) -> None:
        """`verb` is what the one button says; `about` a sentence over the blanks."""
        self.title, self.blanks, self.do = title, blanks, do
        self.verb, self.icon, self.about, self.wide = verb, icon, about, wide
        self.answers = {blank.key: blank.value for blank in blanks}
        self.wrong = ""
        self.first = f"ask/{blanks[0].key}" if blanks else "ask/do"

    def build(self, stage: Stage) -> list[Widget]:
        """A panel in the middle: blanks one under the other, an error, two buttons."""
        area = stage.area
        wide = min(self.wide, area.w - 32)
        inner = wide - 2 * PAD
        lines = stage.setter().wrap(self.about, t.BODY, inner) if self.about else []
        tall: float = t.PANEL_HEAD + 12 + len(lines) * t.BODY.line + (8 if lines else 0)
        tall += sum(LABEL + high + 10 for high in self._heights(stage, inner))
        tall += ERROR + t.CONTROL + 16
        spare = max(0.0, tall - (area.h - 16))
        shrink = spare / max(1, sum(blank.lines for blank in self.blanks))
        tall -= spare
        box = Box((area.w - wide) / 2, max(8.0, (area.h - tall) / 2), wide, tall)
        panel = Panel("ask", box, self.title, icon=self.icon, role="dialog")
        x, y = box.x + PAD, box.y + t.PANEL_HEAD + 12
        if lines:
            place = Box(x, y, inner, len(lines) * t.BODY.line)
            panel.children.append(Text("ask/about", place, value=self.about, wrap=True))
            y = place.bottom + 8
        for blank, full in zip(self.blanks, self._heights(stage, inner), strict=True):
            label = Text(f"ask/{blank.key}/label", Box(x, y, inner, 18), value=blank.label)
            label.kind, label.color = t.SMALL, "muted"
            high = full - (shrink if blank.lines else 0)
            place = Box(x, y + LABEL, inner, high)
            panel.children += [label, *self._blank(stage, blank, place)]
            y = place.bottom + 10
        wrong = Paint("ask/wrong", Box(x, y, inner, ERROR - 8), say("Message"), self.wrong)
        wrong.role, wrong.paint = "alert" if self.wrong else "status", _wrong(self.wrong)
        panel.children += [wrong, *self._buttons(stage, box)]
        return [panel]

    def _heights(self, stage: Stage, wide: float) -> list[float]:
        """How tall each blank is without its label."""
        found: list[float] = []
        for blank in self.blanks:
            high: float = AREA_H if blank.lines else t.CONTROL
            if blank.many:
                high = max((box.bottom for _, _, box in _chips(stage, blank, wide)), default=0.0)
            found.append(high)
        return found

    def _blank(self, stage: Stage, blank: Blank, box: Box) -> list[Widget]:
        """A field, a row of choices, or boxes to check."""
        value = self.answers[blank.key]
        if blank.many:
            return [self._check(blank, *chip, box) for chip in _chips(stage, blank, box.w)]
        if blank.choices:
            items = [Choice(key, label) for key, label in blank.choices]
            row = Choices(f"ask/{blank.key}", box, blank.label, value, items=items, chosen=value)
            row.choose = lambda key: self._fill(blank.key, key)
            return [row]
        field = Field(f"ask/{blank.key}", box, blank.label, value, prompt=blank.prompt)
        field.area, field.most = blank.lines, 2000
        field.changed = lambda text: self._fill(blank.key, text)
        field.enter = lambda: self._do(stage)
        field.error = bool(self.wrong) and not value and blank is self.blanks[0]
        return [field]

    def _check(self, blank: Blank, key: str, label: str, place: Box, box: Box) -> Widget:
        """One of several that may be chosen together; the answer is their keys with commas."""
        chosen = self.answers[blank.key].split(",") if self.answers[blank.key] else []
        button = Button(f"ask/{blank.key}/{key}", place.moved(box.x, box.y), label)
        button.role, button.chosen = "checkbox", key in chosen
        button.value = "on" if button.chosen else "off"
        left = [one for one in chosen if one != key] if key in chosen else [*chosen, key]
        button.press = lambda: self._fill(blank.key, ",".join(left))
        return button

    def _fill(self, key: str, text: str) -> None:
        """An answer, as it is written."""
        self.answers[key] = text
        self.wrong = ""

    def _buttons(self, stage: Stage, box: Box) -> list[Widget]:
        """Cancel and do."""
        setter, y = stage.setter(), box.bottom - t.CONTROL - 12
        wide = max(96.0, setter.width(self.verb, t.BODY_BOLD) + 32)
        do = Button("ask/do", Box(box.right - PAD - wide, y, wide, t.CONTROL), self.verb)
        do.primary, do.press = True, lambda: self._do(stage)
        back = max(88.0, setter.width(say("Cancel"), t.BODY) + 32)
        place = Box(box.right - PAD - wide - 8 - back, y, back, t.CONTROL)
        return [Button("ask/cancel", place, say("Cancel"), press=stage.close), do]

    def _do(self, stage: Stage) -> None:
        """Hand the answers over; the form stays if they are not enough."""
        self.wrong = self.do(dict(self.answers))
        stage.dirty = True
        if not self.wrong and stage.top.screen is self:
            stage.close()

    def on(self, press: Press, stage: Stage) -> bool:
        """Ctrl+Enter does it from anywhere."""
        if press.kind == "key" and press.ctrl and press.key == "enter":
            self._do(stage)
            return True
        return False


def _chips(stage: Stage, blank: Blank, wide: float) -> list[tuple[str, str, Box]]:
    """The choices of a blank with their places, in as many lines as they need."""
    setter, x, y = stage.setter(), 0.0, 0.0
    found: list[tuple[str, str, Box]] = []
    for key, label in blank.choices:
        w = min(setter.width(label, t.SMALL) + 24, wide)
        if x and x + w > wide:
            x, y = 0.0, y + t.CONTROL_SMALL + 6
        found.append((key, label, Box(x, y, w, t.CONTROL_SMALL)))
        x += w + 6
    return found


def _wrong(said: str) -> Callable[[Canvas, Box, Look], None]:
    """What is missing, with its sign."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        if said:
            canvas.icon("warn", box.x, box.y, 16, canvas.theme.alert)
            room = Box(box.x + 24, box.y, box.w - 24, box.h)
            canvas.block(said, room, t.SMALL, canvas.theme.alert, most=2)

    return paint
