"""The stage: widgets of the screen now shown, the focus ring, overlays and shortcuts.

A screen is asked to `build` its widgets whenever something changed; the stage keeps what
outlives a rebuild: the focus, the pointer, and `memory` by widget id. Keyboard first: whatever
the mouse can do, Tab, arrows, Enter, Space and Esc can do too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from game import language
from game.ui import theme as t
from game.ui.errands import Errands
from game.ui.hearing import hear
from game.ui.layer import Layer
from game.ui.layout import Box
from game.ui.motion import Motion
from game.ui.notices import MOST, Notice, slips
from game.ui.screen import Screen
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.press import Press
    from game.ui.text import FontBook
    from game.ui.theme import Theme
    from game.ui.widgets.base import Widget


class Warden(Protocol):
    """Whoever lets people in and out of a laptop that they share."""

    def hears(self, press: Press) -> bool:
        """A key that works on every page, such as the one that drops the curtain."""
        ...

    def tick(self) -> None:
        """Called each frame."""
        ...


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
        self.fitted = True  # the scale follows the window until somebody sets it
        self.dressed: Callable[[], None] | None = None  # hears of every change of its dress
        self.caption = "Backchannel"  # what the window's frame says
        self.notices: list[Notice] = []
        self.aid: Callable[[str], bool] | None = None  # what ? and F1 to F10 open on every page
        self.beside: Callable[[Stage], list[Widget]] | None = None  # the guide, over the page
        self.warden: Warden | None = None  # of a shared laptop: it comes before every page
        self.layers: list[Layer] = []
        self.memory: dict[str, Any] = {}
        self.motion = Motion()
        self._opened = 0
        self.pointer = (-1.0, -1.0)
        self.held = ""
        self.hovered = ""
        self.hover_since = 0.0
        self.tip = ""  # the widget whose tooltip is open
        self.tip_box = Box(0, 0, 0, 0)  # where it is seen: the pointer may rest on it
        self.letters = True  # whether single letters are shortcuts
        self.focused_since = 0.0
        self.rests = False  # the focus has stood long enough for a tooltip to open
        self.now = 0.0
        self.dirty = True
        self.done = False
        self.composing = ""  # letters that an input method has not finished
        self.errands = Errands()  # what takes longer than a frame
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
        self.focused_since = self.now
        self.reveal(name)
        self.dirty = True

    def show(self, screen: Screen, *, rise: bool = False) -> None:
        """Another page instead of everything now shown; `rise` lets it appear out of the dark.

        A page that hides something never rises: what it covers must be gone at once.
        """
        self.layers = []
        self.notices = []
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

    def tell(self, notice: Notice) -> None:
        """Show a notice over the page; the oldest toast gives way if there are too many."""
        notice = replace(notice, since=self.now)
        self.notices = [*self.notices[-(MOST - 1) :], notice]
        self.dirty = True

    def help(self) -> None:
        """Open the keys of the page."""
        if self.aid is not None:
            self.aid("?")

    def dismiss(self, notice: Notice) -> None:
        """Take a notice away."""
        self.notices = [kept for kept in self.notices if kept is not notice]
        self.dirty = True

    def resize(self, width: int, height: int, scale: float | None = None) -> None:
        """Another size of window; without a scale the one that fits, or that somebody set."""
        self.pixels = (width, height)
        fit = t.auto_scale(width, height) if self.fitted else self.scale
        self.scale = t.clamp_scale(fit if scale is None else scale)
        self.dirty = True

    def dress(
        self,
        *,
        theme: Theme | None = None,
        scale: float | None = None,
        motion: bool | None = None,
        letters: bool | None = None,
        speaks: str | None = None,
    ) -> None:
        """Change how everything looks, at once; what is None stays, a scale of 0 fits the window.

        `letters`: whether single letters are shortcuts. `speaks` is a language's code. Whoever
        listens at `dressed` hears of it afterwards.
        """
        self.theme = theme or self.theme
        if scale is not None:
            self.fitted = scale == 0
            self.scale = t.clamp_scale(scale) if scale else t.auto_scale(*self.pixels)
        self.motion.on = self.motion.on if motion is None else motion
        self.letters = self.letters if letters is None else letters
        if speaks is not None:
            language.use(speaks)
        self.dirty = True
        if self.dressed is not None:
            self.dressed()

    def rebuild(self) -> None:
        """Ask every layer's screen for its widgets again, and keep the focus where it can be."""
        for layer in self.layers:
            layer.widgets = layer.screen.build(self)
            if layer is self.top and self.notices:
                layer.widgets = [*layer.widgets, *slips(self)]
            if layer is self.top and self.beside is not None:
                layer.widgets = [*layer.widgets, *self.beside(self)]
            stops = [w.id for w in layer.all() if w.usable]
            if layer.focus not in stops:
                wanted = layer.screen.first
                layer.focus = wanted if wanted in stops else (stops[0] if stops else "")
        self.dirty = False

    def tick(self, now: float) -> None:
        """Let screens look at the time."""
        if self.errands.poll():
            self.dirty = True
        self.now = self.motion.now = now
        tip = self.hovered if now - self.hover_since >= t.HOVER_SECONDS else ""
        if tip != self.tip:
            self.tip, self.dirty = tip, True
            self.motion.forget("tip")
        rests = now - self.focused_since >= t.HOVER_SECONDS
        if rests != self.rests:
            focused = self.top.find(self.focus) if self.layers else None
            self.rests = rests
            self.dirty = self.dirty or (focused is not None and focused.tells)
        for notice in [n for n in self.notices if n.over(now)]:
            self.dismiss(notice)
        if self.warden is not None:
            self.warden.tick()
        for layer in list(self.layers):
            layer.screen.tick(self, now)

    def on(self, press: Press) -> None:
        """Give a press to the widget, the page or the stage itself, in this order."""
        hear(self, press)

    def stops(self) -> list[Widget]:
        """Where Tab stops, in order."""
        return self.top.stops()

    def step(self, by: int) -> None:
        """The next or the last stop, around the end."""
        self.focus = self.top.next_stop(by) or self.focus

    def step_panel(self, by: int) -> None:
        """The first stop of the next panel that has one."""
        self.focus = self.top.next_panel(by) or self.focus

    def reveal(self, name: str) -> None:
        """Scroll whatever holds a widget so that it is seen."""
        path = self.top.path(name)
        for holder in path[:-1]:
            holder.reveal(path[-1], self)

    def tree(self) -> list[dict[str, Any]]:
        """All layers as plain data, with where the focus is: for tests and for the text view."""
        return [
            {"focus": layer.focus, "widgets": [w.tree() for w in layer.widgets]}
            for layer in self.layers
        ]
