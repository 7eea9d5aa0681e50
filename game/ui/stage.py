"""The stage: widgets of the screen now shown, the focus ring, overlays and shortcuts.

A screen is asked to `build` its widgets whenever something changed; the stage keeps what
outlives a rebuild: the focus, the pointer, and `memory` by widget id. Keyboard first: whatever
the mouse can do, Tab, arrows, Enter, Space and Esc can do too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game import language
from game.ui import theme as t
from game.ui.layer import Layer
from game.ui.layout import Box
from game.ui.motion import Motion
from game.ui.screen import Screen
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from game.ui.press import Press
    from game.ui.text import FontBook
    from game.ui.theme import Theme
    from game.ui.widgets.base import Widget


class Stage:
    """Holds the layers and gives each press to the one it is for."""

    def __init__(
        self, pixels: tuple[int, int], scale: float, theme: Theme, fonts: FontBook
    ) -> None:
        """A stage of so many pixels; nothing is shown yet."""
        self.fonts = fonts
        self._setter = Typesetter(fonts, scale)
        self.pixels = pixels
        self.scale = scale
        self.theme = theme
        self.layers: list[Layer] = []
        self.memory: dict[str, Any] = {}
        self.motion = Motion()
        self._opened = 0
        self.pointer = (-1.0, -1.0)
        self.held = ""
        self.hovered = ""
        self.hover_since = 0.0
        self.tip = ""  # the widget whose tooltip is open
        self.now = 0.0
        self.dirty = True
        self.done = False
        self.composing = ""  # letters that an input method has not finished
        self.muted = False  # a key that moved the focus must not also be typed where it went

    @property
    def area(self) -> Box:
        """The whole window in dp."""
        return Box(0, 0, self.pixels[0] / self.scale, self.pixels[1] / self.scale)

    @property
    def mirrored(self) -> bool:
        """Whether the page is read from right to left; screens need not know."""
        return language.mirrored()

    def setter(self) -> Typesetter:
        """The setter of type at the scale, and for the page's direction, of this moment."""
        if (self._setter.scale, self._setter.rtl) != (self.scale, self.mirrored):
            self._setter = Typesetter(self.fonts, self.scale, rtl=self.mirrored)
        return self._setter

    @property
    def top(self) -> Layer:
        """The layer that hears keys and mouse."""
        return self.layers[-1]

    @property
    def focus(self) -> str:
        """The id of the widget that has the focus."""
        return self.top.focus if self.layers else ""

    @focus.setter
    def focus(self, name: str) -> None:
        self.top.focus = name
        self._reveal(name)
        self.dirty = True

    def show(self, screen: Screen, *, rise: bool = False) -> None:
        """Another page instead of everything now shown; `rise` lets it appear out of the dark.

        A page that hides something never rises: what it covers must be gone at once.
        """
        self.layers = []
        self._add(screen, "page" if rise else "")

    def open(self, screen: Screen) -> None:
        """A layer over the page; the focus goes into it and comes back."""
        self._add(screen, "layer")

    def _add(self, screen: Screen, appears: str) -> None:
        """One more layer; one that appears does so from the next drawing on."""
        self._opened += 1
        name = f"{appears}/{self._opened}" if appears else ""
        self.layers.append(Layer(screen, focus=screen.first, name=name))
        self.held = self.hovered = ""
        self.rebuild()
        self.dirty = True

    def close(self) -> None:
        """Take the uppermost layer away; the page itself stays."""
        if len(self.layers) > 1:
            self.motion.forget(self.layers.pop().name)
            self.held = self.hovered = ""
            self.rebuild()
            self.dirty = True

    def resize(self, width: int, height: int, scale: float) -> None:
        """Another size of window or of everything in it."""
        self.pixels, self.scale = (width, height), t.clamp_scale(scale)
        self.dirty = True

    def rebuild(self) -> None:
        """Ask every layer's screen for its widgets again, and keep the focus where it can be."""
        for layer in self.layers:
            layer.widgets = layer.screen.build(self)
            stops = [w.id for w in layer.all() if w.usable]
            if layer.focus not in stops:
                wanted = layer.screen.first
                layer.focus = wanted if wanted in stops else (stops[0] if stops else "")
        self.dirty = False

    def _give(self, widget: Widget, press: Press) -> bool:
        """Hand a press to a widget; one that does not mirror gets its left and right back."""
        if self.mirrored and not widget.mirrors:
            press = press.turned(widget.box.x + widget.box.right)
        return widget.on(press, self)

    def tick(self, now: float) -> None:
        """Let screens look at the time."""
        self.now = self.motion.now = now
        tip = self.hovered if now - self.hover_since >= t.HOVER_SECONDS else ""
        if tip != self.tip:
            self.tip, self.dirty = tip, True
            self.motion.forget("tip")
        for layer in list(self.layers):
            layer.screen.tick(self, now)

    def on(self, press: Press) -> None:
        """Give a press to the widget, the page or the stage itself, in this order."""
        if self.top.screen.passing and press.kind in ("key", "text", "compose"):
            self.close()
        if self.dirty:
            self.rebuild()
        if self.mirrored:
            press = press.turned(self.area.w)
        if press.kind == "key":
            before = self.focus
            self._key(press)
            self.muted = self.focus != before and len(press.key) == 1
        elif press.kind == "compose":
            self.composing, self.dirty = press.text, True
        elif press.kind == "text":
            self._text(press)
        else:
            self._mouse(press)

    def _text(self, press: Press) -> None:
        """Typed text: for the focused widget, else a sign the page knows."""
        self.composing = ""
        widget = self.top.find(self.focus)
        typed = widget is not None and not self.muted and self._give(widget, press)
        if typed or (not self.muted and self.top.screen.on(press, self)):
            self.dirty = True
        self.muted = False

    def _key(self, press: Press) -> None:
        """Focused widget first, then what holds it, then the page's shortcuts, then moving."""
        for widget in reversed(self.top.path(self.focus)):
            if self._give(widget, press):
                self.dirty = True
                return
        if self.top.screen.on(press, self):
            self.dirty = True
            return
        self._navigate(press)

    def _navigate(self, press: Press) -> None:
        """Tab and F6 move the focus; Esc closes a layer; Ctrl +, -, 0 change the size."""
        if press.kind != "key":
            return
        if press.key == "tab" and press.plain:
            self.step(-1 if press.shift else 1)
        elif press.key == "f6":
            self.step_panel(-1 if press.shift else 1)
        elif press.key == "esc":
            self.close()
        elif press.ctrl and press.key in ("+", "=", "-", "0"):
            self._size(press.key)

    def _size(self, key: str) -> None:
        """Larger, smaller, or what fits the window."""
        if key == "0":
            self.scale = t.auto_scale(*self.pixels)
        else:
            step = t.SCALE_STEP if key in ("+", "=") else -t.SCALE_STEP
            self.scale = t.clamp_scale(self.scale + step)
        self.dirty = True

    def stops(self) -> list[Widget]:
        """Where Tab stops, in order."""
        return self.top.stops()

    def step(self, by: int) -> None:
        """The next or the last stop, around the end."""
        self.focus = self.top.next_stop(by) or self.focus

    def step_panel(self, by: int) -> None:
        """The first stop of the next panel that has one."""
        self.focus = self.top.next_panel(by) or self.focus

    def _reveal(self, name: str) -> None:
        """Scroll whatever holds a widget so that it is seen."""
        path = self.top.path(name)
        for holder in path[:-1]:
            holder.reveal(path[-1], self)

    def _mouse(self, press: Press) -> None:
        """Move, wheel, down and up."""
        if press.kind == "wheel":
            for widget in self.top.under(self.pointer):
                if self._give(widget, press):
                    self.dirty = True
                    return
            return
        self.pointer = press.at
        path = self.top.under(press.at)
        target = next((w for w in path if w.focusable), None)
        hovered = next((w.id for w in path if w.focusable or w.hint), "")
        if hovered != self.hovered:
            self.hovered, self.hover_since, self.dirty = hovered, self.now, True
        if press.kind == "move":
            held = self.top.find(self.held)
            if held is not None and self._give(held, press):
                self.dirty = True
        elif press.kind == "down":
            self._down(press, target)
        else:
            held = self.top.find(self.held)
            self.held, self.dirty = "", True
            if held is not None:
                self._give(held, press)

    def _down(self, press: Press, target: Widget | None) -> None:
        """The button went down: the focus follows, and a fleeting layer closes if it was missed."""
        self.dirty = True
        if target is None:
            inside = any(w.box.holds(press.at) for w in self.top.widgets)
            if self.top.screen.fleeting and not inside:
                self.close()
            return
        self.top.focus = self.held = target.id
        self._give(target, press)

    def tree(self) -> list[dict[str, Any]]:
        """All layers as plain data, with where the focus is: for tests and for the text view."""
        return [
            {"focus": layer.focus, "widgets": [w.tree() for w in layer.widgets]}
            for layer in self.layers
        ]
