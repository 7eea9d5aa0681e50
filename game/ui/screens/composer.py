"""Writing one order: to whom, through what, in which words, and what one expects of it.

The committing button stands under what is known beforehand; that it cannot be pressed is said
where it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box, row
from game.ui.view_models import sheet, words
from game.ui.widgets import (
    DropDown,
    Field,
    Group,
    Look,
    Option,
    Paint,
    Slider,
    Text,
    Widget,
)

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.text import Typesetter
    from game.ui.view_models.compose import Composer, Operand

LABEL = 18.0
OPERANDS = 50.0
Changed = Callable[[], None]


def invitation(box: Box, work: Work) -> Widget:
    """What stands where the composer will be."""
    most = work.booklet.orders_per_turn

    def paint(canvas: Canvas, place: Box, look: Look) -> None:
        theme = canvas.theme
        y = place.y + place.h / 2 - 52
        canvas.icon("edit", place.center[0] - 12, y, 24)
        title = (
            say("Another order, or hand in")
            if work.kept
            else say("Choose a move to write an order")
        )
        canvas.text(title, Box(place.x, y + 34, place.w, 20), t.BODY_BOLD, align="center")
        said = t_count(
            "{count} order a turn, written in secret and resolved with the others'. "
            "A turn without orders is allowed.",
            "Up to {count} orders a turn, written in secret and resolved together. "
            "A turn without orders is allowed.",
            most,
        )
        wide = min(place.w - 32, 420.0)
        lines = Box(place.x + (place.w - wide) / 2, y + 60, wide, 40)
        canvas.block(said, lines, t.BODY, theme.muted, align="center")

    return Paint("sheet/invitation", box, say("Choose a move"), role="note", paint=paint)


def form(
    stage: Stage, box: Box, work: Work, view: Composer, changed: Changed, *, bare: bool = False
) -> Widget:
    """Operands (unless `bare`), text, intent, expectation, and how sure."""
    found: list[Widget] = []
    y = box.y
    if view.operands and not bare:
        found.append(operands(stage, box.top(OPERANDS), work, view, changed))
        y += OPERANDS + 8
    low = box.bottom - LABEL - t.CONTROL
    area = Box(box.x, y, box.w, max(40.0, low - 8 - y))
    found.append(_area(area, work, changed))
    parts = row(Box(box.x, low, box.w, LABEL + t.CONTROL), [0, 0, 104], gap=12)
    prompts = (
        ("intent", say("Intent"), say("Why do this?")),
        ("expects", say("I expect"), say("What follows?")),
    )
    for place, (name, label, prompt) in zip(parts, prompts, strict=False):
        found += _line(place, work, (name, label, prompt), changed)
    found += _sure(parts[2], work, changed)
    return Group("sheet/form", box, say("Order"), children=found)


def operands(stage: Stage, box: Box, work: Work, view: Composer, changed: Changed) -> Widget:
    """The drop-downs of an order in one row."""
    found = _operands(stage.setter(), box, work, view.operands, changed)
    return Group("sheet/operands", box, say("Whom and what"), children=found)


def _operands(
    setter: Typesetter, box: Box, work: Work, operands: tuple[Operand, ...], changed: Changed
) -> list[Widget]:
    """A drop-down each, side by side, the first one widest."""
    weights = [1.35 if o.slot in ("target", "about") else 1.0 for o in operands]
    room = box.w - 8 * (len(operands) - 1)
    boxes = row(box, [room * w / sum(weights) for w in weights], gap=8)
    found: list[Widget] = []
    for operand, place in zip(operands, boxes, strict=True):
        name = f"sheet/{operand.slot}"
        head = Box(place.x, place.y - 1, place.w, LABEL - 2)
        found.append(Text(f"{name}/label", head, value=operand.label, kind=t.SMALL, color="muted"))
        drop = DropDown(name, Box(place.x, place.y + LABEL, place.w, t.CONTROL), operand.label)
        drop.options = [Option(o.key, o.label, o.note, o.reason) for o in operand.options]
        drop.chosen, drop.value = operand.chosen, operand.chosen
        drop.choose = _chooser(work, operand.slot, changed)
        if setter.width(drop.shown(), t.BODY) > place.w - 32:
            drop.hint = drop.shown()
        found.append(drop)
    return found


def _chooser(work: Work, slot: str, changed: Changed) -> Callable[[str], None]:
    """Choose an operand of the open draft."""

    def choose(key: str) -> None:
        work.draft = sheet.choose(work.index, work.draft, slot, key)
        changed()

    return choose


def _writer(work: Work, name: str, changed: Changed) -> Callable[[str], None]:
    """Write a text of the open draft."""

    def write(text: str) -> None:
        work.draft = work.draft.put(name, text)
        changed()

    return write


def _area(box: Box, work: Work, changed: Changed) -> Widget:
    """The words of the order: people read them, the engine does not."""
    area = Field("sheet/text", box, say("Text"), work.draft.text, area=True, most=2000)
    area.prompt = say(
        "The words you send or say (people read them; they do not change the outcome)"
    )
    area.changed = _writer(work, "text", changed)
    return area


def _line(box: Box, work: Work, names: tuple[str, str, str], changed: Changed) -> list[Widget]:
    """A label and a field of one line."""
    name, label, prompt = names
    field = Field(f"sheet/{name}", Box(box.x, box.y + LABEL, box.w, t.CONTROL), label)
    field.value, field.prompt, field.most = str(getattr(work.draft, name)), prompt, 200
    field.changed = _writer(work, name, changed)
    head = Box(box.x, box.y - 1, box.w, LABEL - 2)
    return [Text(f"sheet/{name}/label", head, value=label, kind=t.SMALL, color="muted"), field]


def _sure(box: Box, work: Work, changed: Changed) -> list[Widget]:
    """How sure one is, in a word and a figure."""

    def slide(number: int) -> None:
        work.draft = replace(work.draft, confidence=number)
        changed()

    number = work.draft.confidence
    place = Box(box.x, box.y + LABEL, box.w, t.CONTROL)
    slider = Slider("sheet/confidence", place, say("How sure"), words.sureness(number))
    slider.number, slider.changed = number, slide
    slider.hint = say(
        "How sure you are of what you expect; the debrief compares it with what happened"
    )
    head = Box(box.x, box.y - 1, box.w, LABEL - 2)
    said = Text("sheet/confidence/label", head, value=words.sureness(number))
    said.kind, said.color = (t.SMALL, "muted") if number is None else (t.SMALL_BOLD, "text")
    return [said, slider]
