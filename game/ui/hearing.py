"""What the stage does with a press: the widget, what holds it, the page, then the stage itself."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.ui import theme as t

if TYPE_CHECKING:
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.widgets.base import Widget


AIDS = ("f1", "f2", "f3", "f10")


def hear(stage: Stage, press: Press) -> None:
    """Give a press to the widget, the page or the stage itself, in this order."""
    if stage.top.screen.passing and press.kind in ("key", "text", "compose"):
        stage.close()
    if stage.dirty:
        stage.rebuild()
    if stage.mirrored:
        press = press.turned(stage.area.w)
    if press.kind == "key":
        stage.focused_since = math.inf  # any key closes the tooltip of the focus
        before = stage.focus
        _key(stage, press)
        stage.muted = stage.focus != before and len(press.key) == 1 and press.plain
    elif press.kind == "compose":
        stage.composing, stage.dirty = press.text, True
    elif press.kind == "text":
        _text(stage, press)
    else:
        _mouse(stage, press)


def _text(stage: Stage, press: Press) -> None:
    """Typed text: for the focused widget, else a sign the page knows."""
    stage.composing = ""
    widget = stage.top.find(stage.focus)
    typed = widget is not None and not stage.muted and _give(stage, widget, press)
    sign = stage.letters or press.text.isdecimal()  # figures may be a PIN
    if not typed and not stage.muted and sign and press.text == "?" and stage.aid is not None:
        typed = stage.aid("?")
    if typed or (not stage.muted and sign and stage.top.screen.on(press, stage)):
        stage.dirty = True
    stage.muted = False


def _key(stage: Stage, press: Press) -> None:
    """Focused widget first, then what holds it, then the page's shortcuts, then moving."""
    if stage.warden is not None and stage.warden.hears(press):
        return
    for widget in reversed(stage.top.path(stage.focus)):
        if _give(stage, widget, press):
            stage.dirty = True
            return
    if press.named("esc") and stage.tip:  # what the pointer opened goes first
        stage.hover_since = math.inf
        return
    if not stage.letters and press.plain and len(press.key) == 1 and press.key.isalpha():
        return
    if press.named(*AIDS) and stage.aid is not None and stage.aid(press.key):
        return
    if stage.top.screen.on(press, stage):
        stage.dirty = True
        return
    _navigate(stage, press)


def _navigate(stage: Stage, press: Press) -> None:
    """Tab and F6 move the focus; Esc closes a layer; Ctrl +, -, 0 change the size."""
    if press.kind != "key":
        return
    if press.key == "tab" and press.plain:
        stage.step(-1 if press.shift else 1)
    elif press.key == "f6":
        stage.step_panel(-1 if press.shift else 1)
    elif press.key == "esc":
        stage.close()
    elif press.ctrl and press.key in ("+", "=", "-", "0"):
        _size(stage, press.key)


def _size(stage: Stage, key: str) -> None:
    """Larger, smaller, or what fits the window."""
    step = t.SCALE_STEP if key in ("+", "=") else -t.SCALE_STEP
    stage.dress(scale=0 if key == "0" else t.clamp_scale(stage.scale + step))


def _give(stage: Stage, widget: Widget, press: Press) -> bool:
    """Hand a press to a widget; one that does not mirror gets its left and right back."""
    if stage.mirrored and not widget.mirrors:
        press = press.turned(widget.box.x + widget.box.right)
    return widget.on(press, stage)


def _mouse(stage: Stage, press: Press) -> None:
    """Move, wheel, down and up."""
    if press.kind == "wheel":
        for widget in stage.top.under(stage.pointer):
            if _give(stage, widget, press):
                stage.dirty = True
                return
        return
    stage.pointer = press.at
    path = stage.top.under(press.at)
    target = next((w for w in path if w.focusable), None)
    hovered = next((w.id for w in path if w.focusable or w.hint), "")
    if stage.tip and stage.tip_box.holds(press.at):
        hovered = stage.hovered
    if hovered != stage.hovered:
        stage.hovered, stage.hover_since, stage.dirty = hovered, stage.now, True
    if press.kind == "move":
        held = stage.top.find(stage.held)
        if held is not None and _give(stage, held, press):
            stage.dirty = True
    elif press.kind == "down":
        _down(stage, press, target)
    else:
        held = stage.top.find(stage.held)
        stage.held, stage.dirty = "", True
        if held is not None:
            _give(stage, held, press)


def _down(stage: Stage, press: Press, target: Widget | None) -> None:
    """The button went down: the focus follows, and a fleeting layer closes if it was missed."""
    stage.dirty = True
    if target is None:
        inside = any(w.box.holds(press.at) for w in stage.top.widgets)
        if stage.top.screen.fleeting and not inside:
            stage.close()
        return
    stage.top.focus = stage.held = target.id
    _give(stage, target, press)
