"""The ties of the map as a table: the same for the keyboard and the ear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_count
from game.ui import theme as t
from game.ui.layout import Box
from game.ui.screens.emptiness import empty
from game.ui.view_models.ties import ties
from game.ui.widgets import Paint, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.notebook import Notebook
    from game.ui.view_models.ties import TieRow
    from game.ui.widgets import Look

HEAD, ROW, FOOT = 30.0, 34.0, 30.0
COLUMNS = (0.0, 0.27, 0.52, 0.68, 0.82)  # shares of the width
TONES = {"good": "positive", "bad": "leak", "plain": "text"}


@dataclass(slots=True)
class Ties(Widget):
    """Rows under a head; A shows all ties or those of the focus alone."""

    role: str = "table"
    toggle: Callable[[], None] | None = None

    def draw(self, canvas: Canvas, look: Look) -> None:
        """Nothing of its own."""

    def on(self, press: Press, stage: Stage) -> bool:
        """The key of the whole table."""
        if press.named("a") and self.toggle is not None:
            self.toggle()
            return True
        return False


def table(
    stage: Stage,
    box: Box,
    book: Notebook,
    atlas: Atlas,
    focus: str,
    *,
    look_at: Callable[[str], None],
    name: str,
) -> Widget:
    """The table; `look_at` puts the focus on the other end of a tie."""
    key = f"{name}/every"
    every = bool(stage.memory.get(key)) or not focus
    rows = ties(book, atlas, focus, every=every)

    def toggle() -> None:
        stage.memory[key] = not every

    def choose(row: str) -> None:
        tie = rows[int(row)]
        look_at(tie.target if tie.source == focus else tie.source)

    whole = Ties(f"{name}/ties", box, say("Ties"), toggle=toggle)
    body = Box(box.x, box.y, box.w, box.h - FOOT)
    if rows:
        head = say("From, to, influence, stance, how we know")
        found = [Row("head", head, HEAD, _head, heading=True)]
        found += [Row(f"{n}", row.spoken, ROW, _tie(row)) for n, row in enumerate(rows)]
        whole.children.append(Rows(f"{name}/table", body, say("Ties"), rows=found, choose=choose))
    else:
        title, said = say("Nothing known"), say("Listening shows ties.")
        nothing = Paint(f"{name}/table", body, title, said, role="note", focusable=True)
        nothing.paint = empty("net", title, said, line=False)
        whole.children.append(nothing)
    foot = Box(box.x + 12, box.bottom - FOOT, box.w - 24, FOOT)
    counted = _counted(len(rows), len(atlas.ties), every=every)
    whole.children.append(
        Paint(f"{name}/count", foot, say("Ties"), counted, role="note", paint=_foot(counted, every))
    )
    return whole


def _counted(shown: int, known: int, *, every: bool) -> str:
    """How many of the ties are in the table."""
    if every:
        return t_count("{count} tie", "{count} ties", known)
    return t_count(
        "{shown} of {count} tie: those of the focus",
        "{shown} of {count} ties: those of the focus",
        known,
        shown=shown,
    )


def _foot(counted: str, every: bool) -> Callable[[Canvas, Box, Look], None]:
    """The count, and the keys."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme = canvas.theme
        x = box.x + canvas.text(counted, Box(box.x, box.y, box.w * 0.5, box.h), t.SMALL) + 12
        hints = [("A", say("only the focus") if every else say("all ties"))]
        hints += [("↑↓", say("row")), ("Enter", say("focus"))]
        for key, does in hints:
            wide = canvas.type.width(key, t.SMALL) + 12
            total = wide + 6 + canvas.type.width(does, t.SMALL) + 14
            if x + total > box.right:
                return
            canvas.box(Box(x, box.y + 6, wide, 18), None, theme.border, radius=3)
            canvas.text(key, Box(x, box.y + 6, wide, 18), t.SMALL, align="center")
            canvas.text(does, Box(x + wide + 6, box.y, total, box.h), t.SMALL, theme.muted)
            x += total

    return paint


def _cells(box: Box) -> list[Box]:
    """The columns."""
    inner = Box(box.x + 12, box.y, box.w - 24, box.h)
    ends = (*COLUMNS[1:], 1.0)
    return [
        Box(inner.x + a * inner.w, inner.y, (z - a) * inner.w - 12, inner.h)
        for a, z in zip(COLUMNS, ends, strict=True)
    ]


def _head(canvas: Canvas, box: Box, look: RowLook) -> None:
    """Names of the columns."""
    titles = (say("From"), say("To"), say("Influence"), say("Stance"), say("How we know"))
    for cell, title in zip(_cells(box), titles, strict=True):
        canvas.text(title, cell, t.SMALL_BOLD, canvas.theme.muted)
    canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)


def _tie(row: TieRow) -> Callable[[Canvas, Box, RowLook], None]:
    """One tie."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.focused or look.hovered:
            canvas.fill(box, theme.selection)
        first, second, third, fourth, fifth = _cells(box)
        canvas.text(row.from_name, Box(first.x, first.y, first.w - 20, first.h), t.BODY)
        canvas.icon("next", first.right - 14, box.y + 10, 14)
        canvas.text(row.to_name, second, t.BODY)
        canvas.text(row.influence, third, t.BODY_BOLD, theme.accent if row.planned else theme.text)
        canvas.text(row.stance, fourth, t.BODY, getattr(theme, TONES[row.tone]))
        canvas.text(row.how, fifth, t.SMALL, theme.muted)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)

    return paint
