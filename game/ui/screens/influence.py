"""The panel of influence: the map, or the same ties as a table, and its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.graphview import GraphView
from game.ui.layout import Box
from game.ui.widgets import Button, Choice, Choices, Paint, Panel, Row, RowLook, Rows, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas, Tie
    from game.ui.widgets import Look

HEAD, LEGEND, TIE = 40.0, 28.0, 34.0
COLUMNS = (0.0, 0.36, 0.72)  # from, to, influence, as shares of the width
KINDS = (
    ("circle", "state"),
    ("square", "organization"),
    ("hexagon", "other body"),
    ("diamond", "audience"),
)


class Acts:
    """What the panel tells the page."""

    def __init__(
        self,
        focus: Callable[[str], None],
        choose: Callable[[str], None],
        table: Callable[[str], None],
        full: Callable[[], None],
    ) -> None:
        """`focus` and `choose` hear a mark, `table` hears "map" or "table"."""
        self.focus, self.choose, self.table, self.full = focus, choose, table, full


def panel(
    stage: Stage, box: Box, atlas: Atlas, focus: str, *, table: bool, acts: Acts, name: str = "map"
) -> Widget:
    """The whole panel; `name` begins the ids, so that a second map has its own."""
    mark = atlas.mark(focus)
    found: list[Widget] = []
    if mark is not None:
        said = f"{mark.name} · {mark.kind}"
        wide = min(stage.setter().width(said, t.SMALL) + 52, box.w - 330)
        chip = Box(box.x + 88, box.y + 7, max(80.0, wide), 26)
        found.append(Paint(f"{name}/focus", chip, "Focus", said, role="status", paint=_chip(said)))
    found += _head_controls(box, acts, name, table=table)
    body = Box(box.x + 1, box.y + HEAD, box.w - 2, box.h - HEAD - LEGEND)
    if table:
        found.append(
            _table(Box(body.x, body.y, body.w, box.bottom - body.y - 2), atlas, focus, acts, name)
        )
    else:
        graph = GraphView(
            f"{name}/graph", body, "Map of influence", focus, atlas=atlas, focus=focus
        )
        graph.move, graph.choose = acts.focus, acts.choose
        found.append(graph)
        legend = Box(box.x + 12, body.bottom, box.w - 24, LEGEND)
        found.append(Paint(f"{name}/legend", legend, "Legend", role="note", paint=_legend))
    return Panel(name, box, "Influence", line=False, children=found)


def _head_controls(box: Box, acts: Acts, name: str, *, table: bool) -> list[Widget]:
    """Map or table, and the way to the full map."""
    kind = Choices(f"{name}/kind", Box(box.right - 196, box.y + 6, 148, 28), "Map or table")
    kind.items = [Choice("map", "Map", "map"), Choice("table", "Table", "table")]
    kind.chosen, kind.choose, kind.chips = "table" if table else "map", acts.table, False
    full = Button(f"{name}/full", Box(box.right - 40, box.y + 6, 28, 28), "Full map")
    full.press, full.icon, full.hint = acts.full, "full", "Full map (M)"
    return [kind, full]


def _chip(said: str) -> Callable[[Canvas, Box, Look], None]:
    """The focus as a chip."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.box(box, canvas.theme.selection, canvas.theme.accent, radius=13)
        canvas.icon("target", box.x + 10, box.y + 6, 14, canvas.theme.text)
        canvas.text(said, Box(box.x + 32, box.y, box.w - 42, box.h), t.SMALL)

    return paint


def _legend(canvas: Canvas, box: Box, look: Look) -> None:
    """What lines and shapes mean."""
    theme, middle = canvas.theme, box.y + box.h / 2
    x = box.x
    for said, color, dashed in (("influences", theme.text, False), ("planned", theme.accent, True)):
        if dashed:
            for part in range(3):
                canvas.fill(Box(x + part * 8, middle - 1, 6, 2), color)
        else:
            canvas.fill(Box(x, middle - 1, 22, 2), color)
        x += 28
        x += canvas.text(said, Box(x, box.y, 90, box.h), t.SMALL, theme.muted) + 16
    right = box.right
    for shape, said in reversed(KINDS):
        wide = canvas.type.width(said, t.SMALL)
        if right - wide - 20 < x:
            break
        canvas.text(said, Box(right - wide, box.y, wide + 1, box.h), t.SMALL, theme.muted)
        canvas.mark(shape, (right - wide - 11, middle), 13, theme.muted, width=1.5)
        right -= wide + 34


def _table(box: Box, atlas: Atlas, focus: str, acts: Acts, name: str) -> Widget:
    """Ties of the focus, or all when it has none, as rows: the map for keyboard and ear."""
    ties = atlas.of(focus) or atlas.ties
    rows = [Row("head", "From, to, influence", 30, _head, heading=True)]
    rows += [Row(f"{n}", _said(atlas, tie), TIE, _tie(atlas, tie)) for n, tie in enumerate(ties)]

    def choose(key: str) -> None:
        tie = ties[int(key)]
        acts.focus(tie.target if tie.source == focus else tie.source)

    return Rows(f"{name}/table", box, "Ties", rows=rows, choose=choose)


def _names(atlas: Atlas, tie: Tie) -> tuple[str, str]:
    """Both ends in words."""
    ends = (atlas.mark(tie.source), atlas.mark(tie.target))
    return tuple(m.name if m else "" for m in ends)  # type: ignore[return-value]


def _said(atlas: Atlas, tie: Tie) -> str:
    """A tie as a sentence."""
    source, target = _names(atlas, tie)
    return f"{source} to {target}: {tie.planned or tie.word}"


def _cells(box: Box) -> list[Box]:
    """Three columns."""
    inner = Box(box.x + 12, box.y, box.w - 24, box.h)
    ends = (*COLUMNS[1:], 1.0)
    return [
        Box(inner.x + a * inner.w, inner.y, (z - a) * inner.w - 12, inner.h)
        for a, z in zip(COLUMNS, ends, strict=True)
    ]


def _head(canvas: Canvas, box: Box, look: RowLook) -> None:
    """Names of the columns."""
    for cell, said in zip(_cells(box), ("From", "To", "Influence"), strict=True):
        canvas.text(said, cell, t.SMALL_BOLD, canvas.theme.muted)
    canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)


def _tie(atlas: Atlas, tie: Tie) -> Callable[[Canvas, Box, RowLook], None]:
    """One tie."""

    def paint(canvas: Canvas, box: Box, look: RowLook) -> None:
        theme = canvas.theme
        if look.focused or look.hovered:
            canvas.fill(box, theme.selection)
        source, target = _names(atlas, tie)
        first, second, third = _cells(box)
        canvas.text(source, Box(first.x, first.y, first.w - 20, first.h), t.BODY)
        canvas.icon("next", first.right - 14, box.y + 10, 14)
        canvas.text(target, second, t.BODY)
        word = f"{tie.planned}, planned" if tie.planned else tie.word
        canvas.text(word, third, t.BODY_BOLD, theme.accent if tie.planned else theme.text)
        canvas.rule(box.x + 12, box.bottom - 1, box.w - 24)

    return paint
