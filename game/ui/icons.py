"""Line icons from assets/icons: SVG paths on a 24 grid, drawn large and reduced, then kept.

Only the part of SVG's path language that the icons use is understood: M L H V C S A Z and
their relative forms.
"""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

import pygame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.ui.theme import Color

GRID = 24
OVER = 4  # drawn so many times larger, then reduced: pygame's thick lines have no soft edge
TOKEN = re.compile(r"[A-Za-z]|-?(?:\d*\.\d+|\d+)")
MIRRORED = ("send", "reply", "next", "ramp", "skip", "rewind")  # these point along the line of text

Point = tuple[float, float]
STEPS = 14


class IconBook:
    """Every icon, as pictures in any size and color."""

    def __init__(self, path: Path) -> None:
        """Read the path data; nothing is drawn yet."""
        self._paths: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        self._lines: dict[str, list[list[Point]]] = {}
        self._kept: dict[tuple[str, int, Color, float, bool], pygame.Surface] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """What there is."""
        return tuple(sorted(self._paths))

    def picture(
        self, name: str, px: int, color: Color, weight: float = 2.0, *, turned: bool = False
    ) -> pygame.Surface:
        """An icon `px` pixels wide and high; `weight` is the line's width on the 24 grid.

        `turned` gives its mirror image, for pages read from right to left.
        """
        key = (name, px, color, weight, turned)
        if key not in self._kept:
            drawn = self._draw(name, px, color, weight)
            self._kept[key] = pygame.transform.flip(drawn, turned, False)
        return self._kept[key]

    def _draw(self, name: str, px: int, color: Color, weight: float) -> pygame.Surface:
        """Draw at OVER times the size with round ends, then reduce."""
        if name not in self._lines:
            self._lines[name] = list(polylines(self._paths[name]))
        big = px * OVER
        canvas = pygame.Surface((big, big), pygame.SRCALPHA)
        canvas.fill((*color, 0))
        factor = big / GRID
        radius = max(1.0, weight * factor / 2)
        for line in self._lines[name]:
            stroke(canvas, [(x * factor, y * factor) for x, y in line], color, radius)
        return pygame.transform.smoothscale(canvas, (px, px))


def stroke(canvas: pygame.Surface, line: list[Point], color: Color, radius: float) -> None:
    """A thick line with round ends and corners, in full color: the caller reduces it."""
    for point in line:
        pygame.draw.circle(canvas, color, point, radius)
    for (x0, y0), (x1, y1) in pairwise(line):
        length = math.hypot(x1 - x0, y1 - y0)
        if length:
            dx, dy = (y1 - y0) / length * radius, (x0 - x1) / length * radius
            corners = [
                (x0 + dx, y0 + dy),
                (x1 + dx, y1 + dy),
                (x1 - dx, y1 - dy),
                (x0 - dx, y0 - dy),
            ]
            pygame.draw.polygon(canvas, color, corners)


def polylines(path: str) -> Iterator[list[Point]]:
    """The strokes of an SVG path as rows of points."""
    pen = _Pen()
    tokens = TOKEN.findall(path)
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        count = _Pen.ARGUMENTS[command.upper()]
        pen.do(command, [float(t) for t in tokens[at : at + count]])
        at += count
        if command in "Mm":
            command = "L" if command == "M" else "l"
    yield from (line for line in pen.lines if line)


class _Pen:
    """Follows path commands and keeps the strokes."""

    ARGUMENTS: ClassVar[dict[str, int]] = {
        "M": 2,
        "L": 2,
        "H": 1,
        "V": 1,
        "C": 6,
        "S": 4,
        "A": 7,
        "Z": 0,
    }

    def __init__(self) -> None:
        self.lines: list[list[Point]] = []
        self.at: Point = (0.0, 0.0)
        self.control: Point | None = None

    def do(self, command: str, values: list[float]) -> None:
        """One command; small letters are relative to where the pen is."""
        name = command.upper()
        ox, oy = self.at if command.islower() else (0.0, 0.0)
        control, self.control = self.control, None
        if name == "M":
            self.at = (ox + values[0], oy + values[1])
            self.lines.append([self.at])
        elif name == "Z":
            self._to(self.lines[-1][0])
        elif name == "H":
            self._to((ox + values[0], self.at[1]))
        elif name == "V":
            self._to((self.at[0], oy + values[0]))
        elif name == "L":
            self._to((ox + values[0], oy + values[1]))
        elif name == "A":
            self._arc(values[:5], (ox + values[5], oy + values[6]))
        else:
            points = [(ox + x, oy + y) for x, y in zip(values[::2], values[1::2], strict=True)]
            if name == "S":
                cx, cy = control or self.at
                points.insert(0, (2 * self.at[0] - cx, 2 * self.at[1] - cy))
            self._curve(points)

    def _to(self, point: Point) -> None:
        """A straight line."""
        if not self.lines or self.lines[-1][-1] != self.at:
            self.lines.append([self.at])
        self.lines[-1].append(point)
        self.at = point

    def _curve(self, points: list[Point]) -> None:
        """A cubic Bezier curve as short straight lines."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.at, *points
        for step in range(1, STEPS + 1):
            t = step / STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self._to((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        self.control = points[1]

    def _arc(self, values: list[float], end: Point) -> None:
        """A circular arc (SVG's F.6.5, for equal radii)."""
        radius, _, _, large, sweep = values
        (x0, y0), (x1, y1) = self.at, end
        half = math.hypot(x1 - x0, y1 - y0) / 2
        radius = max(radius, half)
        away = math.sqrt(max(0.0, radius**2 - half**2))
        side = 1 if bool(large) != bool(sweep) else -1
        nx, ny = (y1 - y0) / (2 * half), (x0 - x1) / (2 * half)
        cx, cy = (x0 + x1) / 2 - side * away * nx, (y0 + y1) / 2 - side * away * ny
        first = math.atan2(y0 - cy, x0 - cx)
        turn = math.atan2(y1 - cy, x1 - cx) - first
        turn += 2 * math.pi if sweep and turn < 0 else 0
        turn -= 2 * math.pi if not sweep and turn > 0 else 0
        steps = max(4, int(abs(turn) * 8))
        for step in range(1, steps + 1):
            angle = first + turn * step / steps
            self._to((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
