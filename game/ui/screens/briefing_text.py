"""The reading column of the briefing: its sections one under the other, under rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import briefing_parts
from game.ui.widgets import Paint, Text, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.theme import Type
    from game.ui.view_models.briefing import Briefing, Section
    from game.ui.widgets import Look

TAG = 120.0  # what a secret leaves at its right for the tag
PHASE = 92.0


def column(
    stage: Stage, box: Box, view: Briefing, seen: float
) -> tuple[list[Widget], float, dict[str, float]]:
    """All widgets, how tall they are, and where each section begins.

    `seen` is the height of the column: the last section can come to its top.
    """
    pen = _Pen(stage, box)
    places: dict[str, float] = {}
    pen.y += 16
    for section in view.sections:
        if places:
            pen.rule(f"page/{section.key}/rule")
        places[section.key] = pen.y - box.y - 12
        pen.text(f"page/{section.key}", section.title, t.PAGE, gap=12)
        _paragraphs(pen, section)
        if section.key == "know":
            _known(pen, view)
        elif section.key == "turn":
            _phases(pen, view)
    last = pen.y - box.y - max(places.values(), default=0.0)
    return pen.found, pen.y - box.y + max(24.0, seen - last), places


class _Pen:
    """Puts one thing under the other."""

    def __init__(self, stage: Stage, box: Box) -> None:
        self.setter = stage.setter()
        self.x, self.y, self.wide = box.x, box.y, box.w - 12
        self.found: list[Widget] = []

    def text(
        self,
        name: str,
        text: str,
        kind: Type,
        *,
        gap: float,
        color: str = "text",
        indent: float = 0.0,
        less: float = 0.0,
    ) -> None:
        """Wrapped words."""
        wide = self.wide - indent - less
        high = len(self.setter.wrap(text, kind, wide)) * kind.line
        place = Box(self.x + indent, self.y, wide, high)
        self.found.append(Text(name, place, value=text, kind=kind, color=color, wrap=True))
        self.y += high + gap

    def rule(self, name: str) -> None:
        """A line with air around it."""

        def paint(canvas: Canvas, box: Box, look: Look) -> None:
            canvas.rule(box.x, box.y, box.w)

        self.y += 10
        place = Box(self.x, self.y, self.wide, 1)
        self.found.append(Paint(name, place, role="decoration", paint=paint))
        self.y += 18


def _paragraphs(pen: _Pen, section: Section) -> None:
    """The paragraphs of a section; headings get air above."""
    for number, part in enumerate(section.paragraphs):
        kind = t.TITLE if part.heading else t.READING
        pen.y += 12 if part.heading and number else 0
        name = f"page/{section.key}/{number}"
        pen.text(name, part.text, kind, gap=6 if part.heading else 14)


def _known(pen: _Pen, view: Briefing) -> None:
    """What only this seat knows, each with a lock and a tag; and that others know things too."""
    for number, held in enumerate(view.secrets):
        top = pen.y
        name = f"page/secret/{number}"
        pen.text(name, held.text, t.READING_BOLD, gap=2, indent=32, less=TAG)
        if held.whose:
            pen.text(f"{name}/whose", held.whose, t.BODY, gap=0, color="muted", indent=32)
        pen.y += 14
        sign = Paint(f"{name}/sign", Box(pen.x, top, pen.wide, 24), held.tag, role="decoration")
        sign.paint = briefing_parts.secret(held.tag)
        pen.found.append(sign)
    if not view.secrets:
        none = say("You hold no secret. Others may.")
        pen.text("page/secrets/none", none, t.READING, gap=14, color="muted")
    top = pen.y
    pen.text("page/others", say("Others hold secrets too."), t.READING_BOLD, gap=2, indent=32)
    said = say("That is a rule of this game, not a trick. You see covert deeds only as suspicion.")
    pen.text("page/others/rule", said, t.BODY, gap=8, color="muted", indent=32)
    sign = Paint("page/others/sign", Box(pen.x, top, 24, 24), role="decoration")
    sign.paint = briefing_parts.eye
    pen.found.append(sign)


def _phases(pen: _Pen, view: Briefing) -> None:
    """Five boxes in a row, or two rows where the column is narrow."""
    count = len(view.phases)
    across = count if pen.wide >= 520 else 3
    wide = (pen.wide - 8 * (across - 1)) / across
    for number, phase in enumerate(view.phases):
        line, place = divmod(number, across)
        spot = Box(pen.x + place * (wide + 8), pen.y + line * (PHASE + 8), wide, PHASE)
        box = Paint(f"page/phase/{number}", spot, phase.name, phase.text, role="note")
        box.paint = briefing_parts.phase(phase)
        pen.found.append(box)
    pen.y += -(-count // across) * (PHASE + 8) + 8
