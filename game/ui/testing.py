"""Driving the window without one: events are posted as pygame would, and the tree is read.

Tests find widgets by id, press keys and click; they never call a widget's own functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame

from game.data import data_path
from game.ui import theme as themes
from game.ui.app import App
from game.ui.board import Board

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.session import Place
    from game.ui.canvas import Canvas
    from game.ui.screen import Screen
    from game.ui.theme import Theme
    from game.ui.widgets import Widget

CODES = {
    "enter": pygame.K_RETURN,
    "esc": pygame.K_ESCAPE,
    "space": pygame.K_SPACE,
    "tab": pygame.K_TAB,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "pagedown": pygame.K_PAGEDOWN,
    "pageup": pygame.K_PAGEUP,
    "f1": pygame.K_F1,
    "f2": pygame.K_F2,
    "f3": pygame.K_F3,
    "f10": pygame.K_F10,
    "f6": pygame.K_F6,
    "f8": pygame.K_F8,
    "f9": pygame.K_F9,
    "f11": pygame.K_F11,
    "=": pygame.K_EQUALS,
    "+": pygame.K_PLUS,
    "-": pygame.K_MINUS,
}
MODS = {"shift": pygame.KMOD_SHIFT, "ctrl": pygame.KMOD_CTRL, "alt": pygame.KMOD_ALT}


class Driver:
    """A person at the keyboard and the mouse of an App, or of any one screen."""

    app: App  # only when it began with a place

    def __init__(
        self,
        place: Place | None = None,
        *,
        screen: Screen | None = None,
        begin: Callable[[Board], Any] | None = None,
        size: tuple[int, int] = (1280, 720),
        scale: float = 1.0,
        theme: Theme = themes.DARK,
        briefing: bool = False,
        board: Board | None = None,
    ) -> None:
        """Sit down in front of a window that nobody sees: at a place, or at a screen alone."""
        self.surface = pygame.Surface(size)
        self.board = board or Board(size, scale, assets=data_path("assets"), theme=theme)
        self.stage = self.board.stage
        if place is not None:
            self.app = App(place, self.board, briefing=briefing)
        elif screen is not None:
            self.stage.show(screen)
        elif begin is not None:
            self.app = begin(self.board)  # whatever answers for the pages
        self.draw()

    def draw(self) -> Canvas:
        """A frame; its canvas holds a note of every text."""
        return self.board.draw(self.surface)

    def press(self, *keys: str) -> Driver:
        """Keys by name, with modifiers before a plus: `ctrl+enter`, `shift+tab`, `a`."""
        for key in keys:
            *mods, name = key.split("+") if len(key) > 1 else [key]
            code = CODES.get(name) or pygame.key.key_code(name)
            held = 0
            for mod in mods:
                held |= MODS[mod]
            self._post(pygame.KEYDOWN, key=code, mod=held)
            if len(name) == 1 and not {"ctrl", "alt"} & set(mods):
                self._post(pygame.TEXTINPUT, text=name)
        return self

    def type(self, text: str) -> Driver:
        """Text as an input method delivers it."""
        self._post(pygame.TEXTINPUT, text=text)
        return self

    def click(self, name: str) -> Driver:
        """The left button on the middle of a widget."""
        x, y = self.find(name).box.center
        return self.click_at(x, y)

    def click_at(self, x: float, y: float) -> Driver:
        """The left button at a place in dp."""
        x = self.stage.area.w - x if self.stage.mirrored else x
        at = (round(x * self.stage.scale), round(y * self.stage.scale))
        self._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._post(pygame.MOUSEBUTTONDOWN, pos=at, button=1)
        self._post(pygame.MOUSEBUTTONUP, pos=at, button=1)
        return self

    def wheel(self, name: str, amount: int) -> Driver:
        """The wheel over a widget; below 0 is down."""
        x, y = self.find(name).box.center
        x = self.stage.area.w - x if self.stage.mirrored else x
        at = (round(x * self.stage.scale), round(y * self.stage.scale))
        self._post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self._post(pygame.MOUSEWHEEL, x=0, y=amount)
        return self

    def _post(self, kind: int, **more: Any) -> None:
        """One event, and the frame after it."""
        self.board.feed(pygame.event.Event(kind, more))
        self.draw()

    @property
    def focus(self) -> str:
        """The id of what has the focus."""
        return self.stage.focus

    def find(self, name: str) -> Widget:
        """The widget of that id on the uppermost layer."""
        found = self.stage.top.find(name)
        if found is None:
            known = ", ".join(w.id for w in self.stage.top.all())
            raise LookupError(f"No widget '{name}' on the screen; there are: {known}")
        return found

    def go(self, name: str) -> Driver:
        """Tab until a widget has the focus: proves that the keyboard reaches it."""
        for _ in range(len(self.stage.stops()) + 1):
            if self.focus == name:
                return self
            self.press("tab")
        raise LookupError(
            f"Tab never reaches '{name}'; it stops at {[w.id for w in self.stage.stops()]}"
        )

    def texts(self) -> list[str]:
        """Every text now on the screen, as it is painted."""
        return [note.text for note in self.draw().written]

    def save(self, file: str) -> None:
        """The frame as a picture."""
        self.draw()
        pygame.image.save(self.surface, file)
