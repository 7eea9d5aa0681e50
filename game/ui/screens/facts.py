"""What is known of an order before it is given, with the committing button; and a kept order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.view_models import compose, words
from game.ui.widgets import Button, Group, Look, Paint, Text, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.screens.composer import Changed
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.compose import Composer, Operand

FACTS_WIDE = 312.0


def facts(
    stage: Stage, box: Box, work: Work, view: Composer, keep: Callable[[], None], changed: Changed
) -> Widget:
    """What is known before it is given, then the buttons under it."""

    def drop() -> None:
        work.drop()
        stage.top.focus = "sheet/moves"
        changed()

    button = Button(
        "sheet/keep", Box(box.right - 128, box.bottom - 32, 128, 32), "Add to sheet", press=keep
    )
    button.primary, button.disabled, button.hint = True, view.why, "Ctrl+Enter"
    away = Button("sheet/drop", Box(box.x, box.bottom - 30, 76, 28), "Take away", press=drop)
    slim = box.w < 300
    why = Box(box.x + 84, box.bottom - 34, box.w - 84 - 136, 36)
    if slim:
        why = Box(box.x, box.bottom - 54, box.w, 16)
    found: list[Widget] = [
        Paint(
            "sheet/facts",
            Box(box.x, box.y, box.w, box.h - (58 if slim else 40)),
            view.name,
            " ".join(f for _, f in view.facts),
            role="note",
            paint=_facts(view),
        ),
        away,
    ]
    if view.why:
        lines = 1 if slim else len(stage.setter().wrap(view.why, t.SMALL, why.w, 2))
        top = why.y if slim else button.box.y + 16 - lines * 8
        why = Box(why.x, top, why.w, lines * 16)
        text = Text("sheet/why", why, value=view.why, kind=t.SMALL, wrap=True, most=lines)
        text.align = "right"
        found.append(text)
    found.append(button)
    return Group("sheet/right", box, "What is known beforehand", children=found)


def _facts(view: Composer) -> Callable[[Canvas, Box, Look], None]:
    """Name, what it does, and each fact with its icon."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        canvas.text(view.name, Box(box.x, box.y, box.w, 18), t.BODY_BOLD)
        y = box.y + 22
        room = box.h - 22 - sum(_tall(canvas, box, said) for _, said in view.facts)
        most = max(1, int(room // 16))
        y += (
            canvas.block(
                view.text, Box(box.x, y, box.w, 64), t.SMALL, theme.muted, most=min(4, most)
            )
            + 5
        )
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
    """An order that is in the sheet: to be read, changed or taken away."""
    draft = replace(work.draft, kept=False)
    view = compose.composer(work.book, work.index, draft, work.others())
    said = _said(work, view)

    def change() -> None:
        work.reopen()
        stage.top.focus = "sheet/text"
        changed()

    def drop() -> None:
        work.drop()
        stage.top.focus = "sheet/moves"
        changed()

    wide = min(FACTS_WIDE, box.w * 0.46)
    text = Paint("sheet/reading", Box(box.x, box.y, box.w - wide - 24, box.h), view.name)
    text.value, text.role, text.paint = " ".join(said), "note", _reading(view.name, said)
    side = Box(box.right - wide, box.y, wide, box.h)
    known = Paint("sheet/facts", Box(side.x, side.y, side.w, side.h - 40), "Known", role="note")
    known.paint = _facts(view)
    away = Button("sheet/drop", Box(side.x, side.bottom - 30, 76, 28), "Take away", press=drop)
    again = Button("sheet/change", Box(side.right - 96, side.bottom - 32, 96, 32), "Change")
    again.press, again.icon = change, "edit"
    return [text, known, away, again]


def _said(work: Work, view: Composer) -> list[str]:
    """A kept order line by line: operands, words, intent, expectation."""
    draft = view.draft
    said = [f"{o.label}: {sheet_word(work, o)}" for o in view.operands]
    if draft.text:
        said.append(f"“{words.sentence(draft.text)}”")
    if draft.intent:
        said.append(f"Intent: {draft.intent}")
    if draft.expects:
        sure = "" if draft.confidence is None else f" ({words.sureness(draft.confidence)})"
        said.append(f"I expect: {draft.expects}{sure}")
    return said


def sheet_word(work: Work, operand: Operand) -> str:
    """The words of what an operand is."""
    return next((o.label for o in operand.options if o.key == operand.chosen), "none")


def _reading(name: str, said: list[str]) -> Callable[[Canvas, Box, Look], None]:
    """The order as it will be given."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.text(name, Box(box.x, box.y, box.w, 22), t.TITLE)
        y = box.y + 30
        for line in said:
            if y > box.bottom - 19:
                break
            y += canvas.block(line, Box(box.x, y, box.w, 57), t.BODY, most=3) + 4

    return paint
