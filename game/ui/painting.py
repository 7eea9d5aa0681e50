"""Painting a stage: every layer, every widget with what is inside it, the ring, the tooltip."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.layout import Box
from game.ui.looks import look as look_of

NOWHERE = Box(0, 0, 0, 0)
TIP_REACH = 9.0  # dp around a tooltip that belong to it: the way from what it tells of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.canvas import Canvas
    from game.ui.layer import Layer
    from game.ui.stage import Stage
    from game.ui.widgets.base import Widget


def paint(stage: Stage, canvas: Canvas) -> None:
    """Paint everything; rebuild first if something changed."""
    if stage.dirty:
        stage.rebuild()
    canvas.written.clear()
    canvas.surface.fill(stage.theme.bg)
    covering = [n for n, layer in enumerate(stage.layers) if layer.screen.covers]
    for layer in stage.layers[covering[-1] if covering else 0 :]:
        canvas.layer = len(canvas.written)
        if layer.screen.dims:
            canvas.dim()
        _layer(stage, layer, canvas)
    _tip(stage, canvas)


def _layer(stage: Stage, layer: Layer, canvas: Canvas) -> None:
    """A layer with its widgets; one that has just come appears."""
    with _appearing(stage, layer.name, canvas):
        for widget in layer.widgets:
            _widget(stage, layer, widget, canvas)


@contextmanager
def _appearing(stage: Stage, name: str, canvas: Canvas) -> Iterator[None]:
    """What is drawn slides up and shows through, the first moments after it came; '': at once."""
    share = stage.motion.glide(name, 1.0, t.SLIDE_SECONDS, first=0.0) if name else 1.0
    if share >= 1.0:
        yield
        return
    before = canvas.surface.copy()
    if name.startswith("page"):
        before.fill(stage.theme.tip)
    with canvas.ground.lowered(t.SLIDE * (1 - share)):
        yield
    before.set_alpha(round(255 * (1 - share)))
    canvas.surface.blit(before, (0, 0))


def _widget(stage: Stage, layer: Layer, widget: Widget, canvas: Canvas) -> None:
    """A widget, then what is inside it, then its ring; a map keeps its left and right."""
    if not widget.mirrors and canvas.flipped:
        with canvas.straight(widget.box):
            _widget(stage, layer, widget, canvas)
        return
    if not canvas.sees(widget.box):
        return
    look = look_of(stage, layer, widget)
    widget.draw(canvas, look)
    if widget.clip:
        with canvas.clipped(widget.box):
            for child in widget.children:
                _widget(stage, layer, child, canvas)
    else:
        for child in widget.children:
            _widget(stage, layer, child, canvas)
    if look.focused and widget.ring != "none":
        canvas.ring(widget.box, widget.ring)


def _tip(stage: Stage, canvas: Canvas) -> None:
    """The tooltip of what the pointer or the focus rests on."""
    focused = stage.top.find(stage.focus)
    resting = focused is not None and focused.tells and (focused.role == "combobox" or stage.rests)
    widget = stage.top.find(stage.tip) if stage.tip else focused if resting else None
    stage.tip_box = NOWHERE
    if widget is not None and widget.hint and not stage.held:
        with _appearing(stage, "tip", canvas):
            stage.tip_box = canvas.tip(widget.hint, widget.box, stage.area).inset(-TIP_REACH)
