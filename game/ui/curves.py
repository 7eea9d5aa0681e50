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
    """What ties should not cross, marks worse than names, and the area they should stay in."""

    marks: tuple[Box, ...]
    labels: tuple[Box | None, ...]  # one for each mark, None where it has none
    area: Box


@lru_cache(maxsize=4096)
def best_curve(
    ends: tuple[int, int],
    between: tuple[Point, Point],
    reach: tuple[float, float],
    avoid: Avoid,
    base: float,
) -> tuple[Point, ...]:
    """The straightest curve that touches the fewest marks, then names, and stays on the map.

    `ends` are the numbers of the two marks: what belongs to them is not in the way.
    """
    zone = _zone(between)
    marks = [b for n, b in enumerate(avoid.marks) if n not in ends and b.overlaps(zone)]
    labels = [b for n, b in enumerate(avoid.labels) if b and n not in ends and b.overlaps(zone)]
    best: tuple[Point, ...] = ()
    least = math.inf
    for step, bend in enumerate(BENDS):
        points = _curve(between, reach, base + bend)
        inner = points[1:-1]
        cost = step * 0.4
        if cost >= least:
            break
        cost += 10 * _hits(marks, inner) + 2 * _hits(labels, inner)
        cost += 6 * sum(not avoid.area.holds(p) for p in inner)
        if cost < least:
            best, least = points, cost
    return best


def _zone(between: tuple[Point, Point]) -> Box:
    """All that a curve between two points could touch."""
    (x0, y0), (x1, y1) = between
    wide = 0.25 * math.dist(*between) + 4
    return Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)).inset(-wide)


def _hits(boxes: list[Box], points: tuple[Point, ...]) -> int:
    """How many of the points lie in one of the boxes."""
    return sum(any(b.x <= x < b.x + b.w and b.y <= y < b.y + b.h for b in boxes) for x, y in points)


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
