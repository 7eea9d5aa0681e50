"""The right of the sheet: what is known of an order, what it is foretold to do, and the button.

Until an order names all it needs there is nothing to foretell: then this says what it costs, who
sees it and when it acts. The committing button stands under either.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.language import t as say
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens import forecast_panel
from game.ui.view_models import compose, words
from game.ui.view_models import forecast as foretold
from game.ui.widgets import Button, Group, Look, Paint, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.composer import Changed
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.compose import Composer, Operand

FACTS_WIDE = 312.0
FOOT = 40.0  # the committing button with what stands beside it
LEAST_BUTTON = 112.0


def facts(stage: Stage, box: Box, work: Work, view: Composer, keep: Callable[[], None]) -> Widget:
    """What is known, or foretold where the order is whole; then the button under it."""
    above = Box(box.x, box.y, box.w, box.h - FOOT)
    found: list[Widget] = [_known(above, view) if view.why else _foretold(stage, above, work)]
    label = say("Add to sheet")
    wide = max(LEAST_BUTTON, stage.setter().width(label, t.BODY_BOLD) + 32)
    place = Box(box.right - wide, box.bottom - 32, wide, 32)
    button = Button("sheet/keep", place, label, press=keep)
    button.primary, button.disabled, button.hint = True, view.why, "Ctrl+Enter"
    beside = Box(box.x, place.y - 2, place.x - 10 - box.x, 36)
    said = view.why or _not_known(work)
    found += _beside(stage, beside, said, alert=bool(view.why))
    found.append(button)
    return Group("sheet/right", box, say("What is known beforehand"), children=found)


def ahead(stage: Stage, box: Box, work: Work) -> Widget:
    """What is to come of the sheet as it stands, while no order is open."""
    panel = _foretold(stage, Box(box.x, box.y, box.w, box.h - FOOT), work)
    beside = _beside(stage, Box(box.x, box.bottom - 34, box.w, 36), _not_known(work), alert=False)
    return Group("sheet/right", box, say("What is known beforehand"), children=[panel, *beside])


def _foretold(stage: Stage, box: Box, work: Work) -> Widget:
    """The forecast of the sheet."""
    return forecast_panel.panel(stage, box, work)


def _not_known(work: Work) -> str:
    """The question whose answer would tell most."""
    sight = work.foresight
    return foretold.outlook(work.now, sight.forecast, computing=sight.computing).not_known


def _beside(stage: Stage, box: Box, said: str, *, alert: bool) -> list[Widget]:
    """Why the button cannot be pressed, or what is not known: two small lines, the rest a hint."""
    if not said:
        return []
    lines = len(stage.setter().wrap(said, t.SMALL, box.w, 2))
    place = Box(box.x, box.y + 18 - lines * 8, box.w, lines * 16)
    text = Text("sheet/why" if alert else "sheet/not_known", place, value=said, kind=t.SMALL)
    text.wrap, text.most, text.hint = True, lines, said
    text.color = "text" if alert else "muted"
    return [text]


def _known(box: Box, view: Composer) -> Widget:
    """Name, what it does, and each fact with its icon."""
    known = Paint("sheet/facts", box, view.name, " ".join(said for _, said in view.facts))
    known.role, known.paint = "note", _facts(view)
    return known


def _facts(view: Composer) -> Callable[[Canvas, Box, Look], None]:
    """Name, what it does, and each fact with its icon."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.text(view.name, Box(box.x, box.y, box.w, 18), t.BODY_BOLD)
        y = box.y + 22
        room = box.h - 22 - sum(_tall(canvas, box, said) for _, said in view.facts)
        most = max(1, int(room // 16))
        place = Box(box.x, y, box.w, 64)
        y += canvas.block(view.text, place, t.SMALL, theme.muted, most=min(4, most)) + 5
        for icon, said in view.facts:
            if y + _tall(canvas, box, said) > box.bottom + 4:
                break
            canvas.icon(icon, box.x, y + 1, 14)
            y += canvas.block(said, Box(box.x + 22, y, box.w - 22, 32), t.SMALL, most=2) + 4

    return paint


def _tall(canvas: Canvas, box: Box, said: str) -> float:
    """How much room a fact takes."""
    return len(canvas.type.wrap(said, t.SMALL, box.w - 22, 2)) * 16.0 + 4


def kept(stage: Stage, box: Box, work: Work, changed: Changed) -> list[Widget]:
    """An order that is in the sheet: to be read and changed, with what the sheet is to do."""
    draft = replace(work.draft, kept=False)
    view = compose.composer(work.book, work.index, draft, work.others())
    said = _said(work, view)

    def change() -> None:
        work.reopen()
        stage.top.focus = "sheet/text"
        changed()

    wide = min(FACTS_WIDE, box.w * 0.46)
    text = Paint("sheet/reading", Box(box.x, box.y, box.w - wide - 24, box.h), view.name)
    text.value, text.role, text.paint = " ".join(said), "note", _reading(view, said)
    side = Box(box.right - wide, box.y, wide, box.h)
    label = say("Change")
    room = max(96.0, stage.setter().width(label, t.BODY_BOLD) + 52)
    again = Button("sheet/change", Box(side.right - room, side.bottom - 32, room, 32), label)
    again.press, again.icon = change, "edit"
    beside = Box(side.x, side.bottom - 34, side.w - room - 10, 36)
    ahead = _foretold(stage, Box(side.x, side.y, side.w, side.h - FOOT), work)
    return [text, ahead, *_beside(stage, beside, _not_known(work), alert=False), again]


def _said(work: Work, view: Composer) -> list[str]:
    """A kept order line by line: operands, words, intent, expectation."""
    draft = view.draft
    said = [f"{o.label}: {operand_word(o)}" for o in view.operands]
    if draft.text:
        said.append(f"“{words.sentence(draft.text)}”")
    if draft.intent:
        said.append(say("Intent: {intent}", intent=draft.intent))
    if draft.expects and draft.confidence is not None:
        sure = words.sureness(draft.confidence)
        said.append(say("I expect: {expects} ({sure})", expects=draft.expects, sure=sure))
    elif draft.expects:
        said.append(say("I expect: {expects}", expects=draft.expects))
    return said


def operand_word(operand: Operand) -> str:
    """The words of what an operand is."""
    return next((o.label for o in operand.options if o.key == operand.chosen), say("none"))


def _reading(view: Composer, said: list[str]) -> Callable[[Canvas, Box, Look], None]:
    """The order as it will be given, and what is known of it."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(view.name, Box(box.x, box.y, box.w, 22), t.TITLE)
        y = box.y + 30
        for line in said:
            if y > box.bottom - 19:
                return
            y += canvas.block(line, Box(box.x, y, box.w, 57), t.BODY, most=3) + 4
        for icon, fact in view.facts:
            if y + 20 > box.bottom:
                return
            canvas.icon(icon, box.x, y + 3, 14)
            canvas.text(fact, Box(box.x + 22, y, box.w - 22, 20), t.SMALL, canvas.theme.muted)
            y += 20

    return paint
