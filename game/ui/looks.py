"""How a widget stands at this moment: focus, pointer, clock and what moves, for its drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme as t
from game.ui.widgets.base import Look

if TYPE_CHECKING:
    from game.ui.layer import Layer
    from game.ui.stage import Stage
    from game.ui.widgets.base import Widget


def look(stage: Stage, layer: Layer, widget: Widget) -> Look:
    """What a widget is told when it is drawn; only the uppermost layer is alive."""
    uppermost = layer is stage.top
    hovered = uppermost and stage.hovered == widget.id
    return Look(
        focused=uppermost and layer.focus == widget.id,
        hovered=hovered,
        held=stage.held == widget.id,
        clock=stage.now,
        composing=stage.composing,
        pointer=_pointer(stage, widget) if uppermost else (-1.0, -1.0),
        memory=stage.memory,
        motion=stage.motion,
        warmth=_warmth(stage, widget.id, hovered=hovered),
    )


def _pointer(stage: Stage, widget: Widget) -> tuple[float, float]:
    """The pointer as a widget sees it: one that does not mirror sees its own left."""
    x, y = stage.pointer
    apart = stage.mirrored and not widget.mirrors
    return (widget.box.x + widget.box.right - x if apart else x), y


def _warmth(stage: Stage, name: str, *, hovered: bool) -> float:
    """How far the color under the pointer has come or gone; what was never met stays cold."""
    key = f"{name}/warmth"
    if not hovered and not stage.motion.knows(key):
        return 0.0
    warmth = stage.motion.glide(key, float(hovered), t.FADE_SECONDS, first=0.0)
    if not hovered and not warmth:
        stage.motion.forget(key)
    return warmth
