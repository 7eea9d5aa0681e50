"""A stage with its fonts and icons, fed with pygame's events and drawn when something changed.

It knows no page: whoever drives it, the window's loop or a test, shows pages on its stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import theme as themes
from game.ui.canvas import Canvas
from game.ui.ground import Ground
from game.ui.icons import IconBook
from game.ui.painting import paint
from game.ui.press import translate
from game.ui.stage import Stage
from game.ui.text import FontBook
from game.ui.widgets import Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.ui.theme import Theme


class Board:
    """What pages are shown on."""

    def __init__(
        self, size: tuple[int, int], scale: float, *, assets: Path, theme: Theme = themes.DARK
    ) -> None:
        """A board of so many pixels; `assets` is the folder of fonts and icons."""
        self.stage = Stage(size, scale, theme, FontBook(assets / "fonts"))
        self.icons = IconBook(assets / "icons" / "icons.json")
        # Shows the debrief of the game that is played here; it hears what leads back from it.
        self.debriefs: Callable[[Callable[[], None]], None] | None = None
        self._blink = -1
        self._moved = False
        self._canvas: Canvas | None = None

    def feed(self, event: pygame.event.Event) -> None:
        """A press of a key or the mouse, as pygame tells it."""
        press = translate(event, self.stage.scale)
        if press is not None:
            self.stage.on(press)

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        self.stage.resize(width, height)

    def tick(self, now: float) -> None:
        """The time, in seconds since the start."""
        self._moved = self.stage.motion.moving  # also the frame in which all arrives is drawn
        self.stage.tick(now)
        blink = int(now / themes.BLINK_SECONDS)
        if blink != self._blink:
            self._blink = blink
            if isinstance(self.stage.top.find(self.stage.focus), Field):
                self.stage.dirty = True

    def needs_frame(self) -> bool:
        """Whether anything has changed since the last drawing, or is on its way."""
        return self.stage.dirty or self._moved or self._canvas is None

    def draw(self, surface: pygame.Surface) -> Canvas:
        """Draw everything; the canvas comes back with a note of every text."""
        stage = self.stage
        ground = Ground(stage.scale, surface.get_width(), stage.mirrored)
        self._canvas = Canvas(surface, stage.theme, stage.setter(), self.icons, ground)
        paint(self.stage, self._canvas)
        focused = self.stage.top.find(self.stage.focus)
        if isinstance(focused, Field):
            pygame.key.set_text_input_rect(self._canvas.rect(focused.box))
        return self._canvas
