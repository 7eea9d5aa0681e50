"""The panel of influence: the map, or the same ties as a table, and its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import t as say
from game.language import t_in
from game.ui import theme as t
from game.ui.graphview import GraphView, zoom
from game.ui.layout import Box
from game.ui.screens import ties_table
from game.ui.view_models.atlas import folded
from game.ui.widgets import Button, Choice, Choices, Paint, Panel, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.canvas import Canvas
    from game.ui.stage import Stage
    from game.ui.view_models.atlas import Atlas
    from game.ui.view_models.notebook import Notebook
    from game.ui.widgets import Look

HEAD, LEGEND = 40.0, 28.0
BUTTON, FRAME = 28.0, 12.0


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
    stage: Stage,
    box: Box,
    book: Notebook,
    atlas: Atlas,
    focus: str,
    *,
    table: bool,
    acts: Acts,
    name: str = "map",
) -> Widget:
    """The whole panel; `name` begins the ids, so that a second map has its own."""
    title = say("Influence")
    controls, left = _head_controls(stage, box, acts, name, table=table)
    found: list[Widget] = []
    mark = atlas.mark(focus)
    if mark is not None:
        said = say("{name} · {kind}", name=mark.name, kind=mark.kind)
        start = box.x + FRAME + stage.setter().width(title, t.BODY_BOLD) + 12
        wide = min(stage.setter().width(said, t.SMALL) + 52, left - start - 8)
        if wide > 72:
            chip = Box(start, box.y + 7, wide, 26)
            found.append(
                Paint(f"{name}/focus", chip, say("Focus"), said, role="status", paint=_chip(said))
            )
    found += controls
    body = Box(box.x + 1, box.y + HEAD, box.w - 2, box.h - HEAD - LEGEND)
    if table:
        whole = Box(body.x, body.y, body.w, box.bottom - body.y - 2)
        found.append(
            ties_table.table(stage, whole, book, atlas, focus, look_at=acts.focus, name=name)
        )
    else:
        graph = GraphView(f"{name}/graph", body, say("Map of influence"))
        graph.value = mark.name if mark is not None else ""
        graph.atlas, graph.focus = folded(atlas, focus), focus
        graph.move, graph.choose = acts.focus, acts.choose
        found.append(graph)
        legend = Box(box.x + FRAME, body.bottom, box.w - 2 * FRAME, LEGEND)
        signs = Paint(f"{name}/legend", legend, say("Legend"), role="note")
        signs.paint = _legend(graph.atlas)
        found.append(signs)
    return Panel(name, box, title, line=False, children=found)


def _head_controls(
    stage: Stage, box: Box, acts: Acts, name: str, *, table: bool
) -> tuple[list[Widget], float]:
    """Map or table, the zoom, and the way to the full map; where they begin."""
    kind = Choices(f"{name}/kind", Box(0, box.y + 6, 0, 28), say("Map or table"))
    kind.items = [
        Choice("map", t_in("map or table", "Map"), "map"),
        Choice("table", t_in("map or table", "Table"), "table"),
    ]
    kind.chosen, kind.choose, kind.chips = "table" if table else "map", acts.table, False
    graph = f"{name}/graph"
    row = [
        ("full", "full", say("Full map"), say("Full map (M)"), acts.full),
        ("more", "plus", say("Zoom in"), say("Zoom in (+)"), lambda: zoom(stage, graph, 1)),
        ("less", "minus", say("Zoom out"), say("Zoom out (-)"), lambda: zoom(stage, graph, -1)),
    ]
    found: list[Widget] = []
    x = box.right - FRAME
    for key, icon, label, hint, do in row[:1] if table else row:
        x -= BUTTON
        button = Button(f"{name}/{key}", Box(x, box.y + 6, BUTTON, BUTTON), label, press=do)
        button.icon, button.hint = icon, hint
        found.insert(0, button)
        x -= 4
    places = kind.places(lambda label: stage.setter().width(label, t.SMALL))
    wide = places[-1].right - places[0].x
    x -= wide + 4
    kind.box = Box(x, box.y + 6, wide, 28)
    return [kind, *found], x


def _chip(said: str) -> Callable[[Canvas, Box, Look], None]:
    """The focus as a chip."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        canvas.box(box, canvas.theme.selection, canvas.theme.accent, radius=13)
        canvas.icon("target", box.x + 10, box.y + 6, 14, canvas.theme.text)
        canvas.text(said, Box(box.x + 32, box.y, box.w - 42, box.h), t.SMALL)

    return paint


def _legend(shown: Atlas) -> Callable[[Canvas, Box, Look], None]:
    """What lines and shapes mean; signs that are not on this map are left out."""

    def paint(canvas: Canvas, box: Box, look: Look) -> None:
        theme, middle = canvas.theme, box.y + box.h / 2
        x = box.x
        signs = [("line", say("influences"))]
        signs += [("dashes", say("planned"))] if any(tie.planned for tie in shown.ties) else []
        signs += [("netoff", say("network cut"))] if any(land.cut for land in shown.lands) else []
        signs += [("+2", say("folded audiences"))] if any(m.folded for m in shown.marks) else []
        for sign, said in signs:
            if sign == "line":
                canvas.fill(Box(x, middle - 1, 22, 2), theme.text)
            elif sign == "dashes":
                for part in range(3):
                    canvas.fill(Box(x + part * 8, middle - 1, 6, 2), theme.accent)
            elif sign == "netoff":
                canvas.icon(sign, x + 6, middle - 7, 14, theme.alert)
            else:
                canvas.box(Box(x, middle - 8, 22, 16), None, theme.border, radius=7)
                place = Box(x, middle - 8, 22, 16)
                canvas.text(sign, place, t.SMALL_BOLD, align="center")
            x += 28
            x += canvas.text(said, Box(x, box.y, 130, box.h), t.SMALL, theme.muted) + 16
        _kinds(canvas, box, x)

    return paint


def _kinds(canvas: Canvas, box: Box, x: float) -> None:
    """What the shapes of marks mean, from the right, as far as there is room."""
    theme, middle = canvas.theme, box.y + box.h / 2
    right = box.right
    kinds = (
        ("circle", say("state")),
        ("square", say("organization")),
        ("hexagon", say("other body")),
        ("diamond", say("audience")),
    )
    for shape, said in reversed(kinds):
        wide = canvas.type.width(said, t.SMALL)
        if right - wide - 20 < x:
            break
        canvas.text(said, Box(right - wide, box.y, wide + 1, box.h), t.SMALL, theme.muted)
        canvas.mark(shape, (right - wide - 11, middle), 13, theme.muted, width=1.5)
        right -= wide + 34
