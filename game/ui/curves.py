"""How a tie bends: from mark to mark, around other marks, and within the map. Pure geometry.

The choice is kept by its arguments: ties away from the focus stay as they are when it moves.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from game.ui.layout import Box

Point = tuple[float, float]
BENDS = (0.0, 0.06, -0.06, 0.12, -0.12, 0.2, -0.2, 0.3, -0.3)  # shares of the tie's length
CURVE_POINTS = 18


class Avoid(NamedTuple):
    """What a tie should not cross, worst first, and the area it should stay in."""

    marks: tuple[Box, ...]
    labels: tuple[Box, ...]
    area: Box


@lru_cache(maxsize=4096)
def best_curve(
    ends: tuple[Point, Point],
    reach: tuple[float, float],
    avoid: Avoid,
    base: float,
) -> tuple[Point, ...]:
    """The straightest curve that touches the fewest marks, then labels, and stays on the map."""
    curves = [_curve(ends, reach, base + bend) for bend in BENDS]

    def cost(row: tuple[int, tuple[Point, ...]]) -> float:
        inner = row[1][1:-1]
        hits = sum(any(b.holds(p) for p in inner) for b in avoid.marks)
        words = sum(any(b.holds(p) for p in inner) for b in avoid.labels)
        out = sum(not avoid.area.holds(p) for p in inner)
        return hits * 10 + words * 4 + out * 6 + row[0] * 0.4

    return min(enumerate(curves), key=cost)[1]


def _curve(ends: tuple[Point, Point], reach: tuple[float, float], bend: float) -> tuple[Point, ...]:
    """A quadratic curve from edge to edge of two marks."""
    (x0, y0), (x1, y1) = ends
    cx, cy = (x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend
    start = _toward((x0, y0), (cx, cy), reach[0])
    end = _toward((x1, y1), (cx, cy), reach[1])
    points = []
    for step in range(CURVE_POINTS + 1):
        t = step / CURVE_POINTS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((a * start[0] + b * cx + c * end[0], a * start[1] + b * cy + c * end[1]))
    return tuple(points)


def _toward(start: Point, goal: Point, length: float) -> Point:
    """A point `length` from a start towards a goal."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    whole = math.hypot(dx, dy) or 1.0
    return start[0] + dx / whole * length, start[1] + dy / whole * length
