"""Where a place in dp lies in pixels: scale, mirroring, and a page that slides in.

Pages are laid out from left to right. In a language that is read from right to left the whole
page is mirrored here and nowhere else; what must not mirror (a map's geography, the letters of a
text field) is drawn `straight` inside its mirrored box.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.ui.layout import Box

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Ground:
    """From dp to the pixels of one surface."""

    scale: float
    width: int  # of the surface, in pixels
    mirrored: bool = False
    drop: float = 0.0  # dp by which all is lower than it will be: a layer that slides in
    _shift: float = 0.0
    _straight: bool = False

    @property
    def flipped(self) -> bool:
        """Whether what is drawn now is mirrored."""
        return self.mirrored and not self._straight

    def rect(self, box: Box) -> pygame.Rect:
        """A box in pixels: neighbors in dp stay neighbors."""
        x0, x1 = (
            round((box.x + self._shift) * self.scale),
            round((box.right + self._shift) * self.scale),
        )
        y0 = round((box.y + self.drop) * self.scale)
        y1 = round((box.bottom + self.drop) * self.scale)
        return pygame.Rect(self.width - x1 if self.flipped else x0, y0, x1 - x0, y1 - y0)

    def left(self, box: Box) -> float:
        """The left edge of a box in pixels, not rounded: where text is measured from."""
        if self.flipped:
            return self.width - box.right * self.scale
        return (box.x + self._shift) * self.scale

    def down(self, y: float) -> float:
        """A height in pixels, not rounded."""
        return (y + self.drop) * self.scale

    def tile(self, x: float, y: float, px: int) -> tuple[int, int]:
        """The upper left pixel of a picture `px` wide that begins at a place."""
        left = round((x + self._shift) * self.scale)
        return (self.width - left - px if self.flipped else left), round(self.down(y))

    def back(self, rect: pygame.Rect) -> Box:
        """A rectangle of pixels in the dp of what is drawn now."""
        x = self.width - rect.right if self.flipped else rect.x
        return Box(
            x / self.scale - self._shift,
            rect.y / self.scale - self.drop,
            rect.w / self.scale,
            rect.h / self.scale,
        )

    @contextmanager
    def straight(self, box: Box) -> Iterator[None]:
        """What is drawn in this box keeps its left and right; the box itself stays mirrored."""
        if not self.flipped:
            yield
            return
        self._shift = self.width / self.scale - box.right - box.x
        self._straight = True
        try:
            yield
        finally:
            self._shift, self._straight = 0.0, False

    @contextmanager
    def lowered(self, by: float) -> Iterator[None]:
        """What is drawn now stands this many dp lower."""
        self.drop += by
        try:
            yield
        finally:
            self.drop -= by
