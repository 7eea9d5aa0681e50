"""The figures of the desk that can be asked about: which has the focus, which the pointer is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.layout import Box
from game.ui.screens import accounts
from game.ui.screens.why_layer import open_why
from game.ui.view_models import desk, words
from game.ui.widgets import Rows

if TYPE_CHECKING:
    from game.ui.screens.note import Note
    from game.ui.screens.work import Work
    from game.ui.stage import Stage
    from game.ui.view_models.desk import Own
    from game.ui.view_models.figures import Measure
    from game.ui.view_models.notebook import Notebook

TENSION = "header/tension"
PLACES = ("own/goals", "own/beliefs", *(f"own/stocks/{key}" for key, _ in words.STOCKS))


def ask(stage: Stage, work: Work) -> None:
    """Tell why the figure with the focus moved; if none has it, go to the first one."""
    view = _own(work)
    found = _figure(stage, view, stage.focus, "")
    if found is None:
        stage.focus = PLACES[0] if stage.top.find(PLACES[0]) else stage.focus
        return
    name, row, measure = found
    if open_why(stage, work.now, measure, box(stage, name, row)):
        return
    if name != TENSION:
        stage.open(plainly(work.book, view, name, row))


def pin(stage: Stage, work: Work) -> None:
    """Keep the card of the figure under the pointer: from now on it closes by Esc alone."""
    widget = next((w for w in stage.top.under(stage.pointer) if w.focusable), None)
    if widget is None:
        return
    row = widget.at(stage.pointer, stage.memory) if isinstance(widget, Rows) else ""
    if found := _figure(stage, _own(work), widget.id, row):
        name, row, measure = found
        open_why(stage, work.now, measure, box(stage, name, row))


def rest(stage: Stage, work: Work) -> None:
    """Tell why the figure moved on which the pointer rests."""
    widget = stage.top.find(stage.tip) if stage.tip and stage.tip == stage.hovered else None
    if widget is None or stage.held:
        return
    row = widget.at(stage.pointer, stage.memory) if isinstance(widget, Rows) else ""
    if isinstance(widget, Rows) and not row:
        return
    if found := _figure(stage, _own(work), widget.id, row):
        name, row, measure = found
        open_why(stage, work.now, measure, box(stage, name, row), hover=True)


def _own(work: Work) -> Own:
    return desk.own(work.book, *work.taken(), work.foresight.idle)


def _figure(stage: Stage, view: Own, name: str, row: str) -> tuple[str, str, Measure] | None:
    if name == TENSION:
        return name, "", ("crisis",)
    widget = stage.top.find(name)
    if name not in PLACES or widget is None:
        return None
    if isinstance(widget, Rows):
        row = row or widget.state(stage.memory).current
    return name, row, view.measure(name, row)


def box(stage: Stage, name: str, row: str) -> Box:
    """Where a figure stands."""
    widget = stage.top.find(name)
    if isinstance(widget, Rows) and row:
        return widget.place(row, stage.memory)
    return widget.box if widget is not None else stage.area


def plainly(book: Notebook, view: Own, name: str, row: str) -> Note:
    """What a figure is, where nothing moved it."""
    if name.startswith("own/stocks/"):
        key = name.removeprefix("own/stocks/")
        return accounts.stock(next(one for one in view.stocks if one.key == key))
    return accounts.measure(book, view, row)
