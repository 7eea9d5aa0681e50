"""Rectangles in dp, and the few ways in which a screen divides them.

The numbers are floats so that a rectangle can be cut in thirds; only the canvas rounds.
"""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in dp: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The edge after the last dp."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The edge below the last dp."""
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        """The middle point."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller by so much on each side (larger when negative)."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, max(0, self.w - 2 * dx), max(0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> Box:
        """The same size elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies inside."""
        return self.x <= point[0] < self.right and self.y <= point[1] < self.bottom

    def overlaps(self, other: Box, slack: float = 0) -> bool:
        """Whether two rectangles share more than `slack` dp in both directions."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack

    def within(self, other: Box, slack: float = 0) -> bool:
        """Whether this lies inside the other, but for `slack` dp."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def clip(self, other: Box) -> Box:
        """What both share; empty when nothing."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        w, h = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Box(x, y, max(0, w), max(0, h))

    def top(self, height: float) -> Box:
        """The upper strip of this height."""
        return Box(self.x, self.y, self.w, height)

    def below(self, height: float) -> Box:
        """What is left under an upper strip of this height."""
        return Box(self.x, self.y + height, self.w, max(0, self.h - height))

    def left(self, width: float) -> Box:
        """The strip of this width at the left."""
        return Box(self.x, self.y, width, self.h)

    def after(self, width: float) -> Box:
        """What is left at the right of a left strip of this width."""
        return Box(self.x + width, self.y, max(0, self.w - width), self.h)

    def last(self, width: float) -> Box:
        """The strip of this width at the right."""
        return Box(self.right - width, self.y, width, self.h)


def row(box: Box, widths: list[float], gap: float = 8) -> list[Box]:
    """Boxes side by side; a width of 0 takes an equal share of what is left."""
    return [Box(x, box.y, w, box.h) for x, w in _share(box.x, box.w, widths, gap)]


def column(box: Box, heights: list[float], gap: float = 8) -> list[Box]:
    """Boxes one under the other; a height of 0 takes an equal share of what is left."""
    return [Box(box.x, y, box.w, h) for y, h in _share(box.y, box.h, heights, gap)]


def _share(start: float, total: float, sizes: list[float], gap: float) -> list[tuple[float, float]]:
    """Start and size of each part along one direction."""
    free = total - sum(sizes) - gap * (len(sizes) - 1)
    open_parts = sizes.count(0)
    each = max(0.0, free / open_parts) if open_parts else 0.0
    placed = []
    for size in sizes:
        length = size or each
        placed.append((start, length))
        start += length + gap
    return placed
