"""The pages of one seat on one stage: which page follows which. No window and no clock of its own.

Whoever drives it, the window's loop or a test, feeds it events and asks it to draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import theme as themes
from game.ui.canvas import Canvas
from game.ui.icons import IconBook
from game.ui.painting import paint
from game.ui.press import translate
from game.ui.screens import Briefing, Desk, Ending, Work
from game.ui.stage import Stage
from game.ui.text import FontBook
from game.ui.theme import Theme
from game.ui.view_models import sheet
from game.ui.view_models.desk import over
from game.ui.view_models.index import Draft
from game.ui.widgets import Field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.session import Place


class App:
    """A seat at the window."""

    def __init__(
        self,
        place: Place,
        size: tuple[int, int],
        scale: float,
        *,
        assets: Path,
        theme: Theme = themes.DARK,
        briefing: bool = True,
        work: Work | None = None,
    ) -> None:
        """Sit down at a place; the briefing comes first if wanted, `work` goes on from before."""
        self.stage = Stage(size, scale, theme, FontBook(assets / "fonts"))
        self.icons = IconBook(assets / "icons" / "icons.json")
        self.work = Work.at(place) if work is None else work
        self.fitted = True  # the size follows the window until somebody sets it
        self._blink = -1
        self._canvas: Canvas | None = None
        if over(self.work.now):
            self._go(self.stage, "ending")
        else:
            self._go(self.stage, "first briefing" if briefing else "desk")

    @property
    def caption(self) -> str:
        """What the window's frame says."""
        return f"{self.work.booklet.title} · Backchannel"

    def _go(self, stage: Stage, page: str) -> None:
        """Turn to a page."""
        if page in ("briefing", "first briefing"):
            stage.show(Briefing(self.work, self._read, again=page == "briefing"))
        elif page == "theme":
            at = themes.THEMES.index(stage.theme)
            stage.theme = themes.THEMES[(at + 1) % len(themes.THEMES)]
            stage.dirty = True
        elif page == "ending":
            stage.show(Ending(self.work, self._go))
        elif page == "quit":
            stage.done = True
        else:
            stage.show(Desk(self.work, self._go))

    def _read(self, stage: Stage) -> None:
        """The briefing was read."""
        self._go(stage, "ending" if over(self.work.now) else "desk")

    def pages(self) -> Iterator[str]:
        """Turn to one page after the other for pictures; a suffix for each comes back."""
        yield ""
        if over(self.work.now):
            return
        self.work.draft = sheet.example(self.work.index)
        self.stage.show(Desk(self.work, self._go))
        yield "-order"
        self.work.draft = Draft()
        if self.work.now.turn == 1:
            self._go(self.stage, "briefing")
            yield "-briefing"

    def feed(self, event: pygame.event.Event) -> None:
        """A press of a key or the mouse, as pygame tells it."""
        press = translate(event, self.stage.scale)
        if press is not None:
            before = self.stage.scale
            self.stage.on(press)
            self.fitted = self.fitted and self.stage.scale == before

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        scale = themes.auto_scale(width, height) if self.fitted else self.stage.scale
        self.stage.resize(width, height, scale)

    def tick(self, now: float) -> None:
        """The time, in seconds since the start."""
        self.stage.tick(now)
        blink = int(now / themes.BLINK_SECONDS)
        if blink != self._blink:
            self._blink = blink
            if isinstance(self.stage.top.find(self.stage.focus), Field):
                self.stage.dirty = True

    def needs_frame(self) -> bool:
        """Whether anything has changed since the last drawing."""
        return self.stage.dirty or self._canvas is None

    def draw(self, surface: pygame.Surface) -> Canvas:
        """Draw everything; the canvas comes back with a note of every text."""
        self._canvas = Canvas(surface, self.stage.theme, self.stage.setter(), self.icons)
        paint(self.stage, self._canvas)
        focused = self.stage.top.find(self.stage.focus)
        if isinstance(focused, Field):
            pygame.key.set_text_input_rect(self._canvas.rect(focused.box))
        return self._canvas
