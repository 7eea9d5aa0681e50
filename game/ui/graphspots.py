"""Where marks of the map stand, in dp: at the author's places, moved only as far as they must.

Pure geometry. The world of a map is its panel times the zoom, from (0, 0): moving the view moves
no mark. Two marks never touch; on a crowded map they also make a little room for names.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from game.ui.layout import Box

Point = tuple[float, float]
MARK, AUDIENCE, FOCUS = 32.0, 32.0, 40.0
APART = 38.0  # the least distance of two marks
LABEL_HIGH = 16.0
LABEL_WIDE = 150.0  # the longest a name may be
MARGIN_X, MARGIN_Y = 30.0, 22.0
ROUNDS, EASING = 60, 48
FARTHEST = 64.0  # dp that a mark may move to make room for names; a guess that keeps a map a map


class Node(NamedTuple):
    """A mark as geometry: its share of the map, its size, and how wide its name is."""

    at: Point
    size: float
    wide: float


def put(at: Point, area: Box) -> Point:
    """A share of the map as a place in dp."""
    inner = area.inset(MARGIN_X, MARGIN_Y)
    return inner.x + at[0] * inner.w, inner.y - 4 + at[1] * (inner.h - 10)


def around(spot: Point, size: float) -> Box:
    """A square around a point."""
    return Box(spot[0] - size / 2, spot[1] - size / 2, size, size)


@lru_cache(maxsize=64)
def apart(nodes: tuple[Node, ...], area: Box) -> tuple[Point, ...]:
    """The middle of each mark; marks that would touch are pushed apart a little."""
    return _separate([put(node.at, area) for node in nodes], area.inset(18, 18))


def _separate(spots: list[Point], limit: Box) -> tuple[Point, ...]:
    """Push points apart until no two are nearer than marks may be."""
    for _ in range(ROUNDS):
        moved = False
        for i in range(len(spots)):
            for j in range(i):
                dx, dy = spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]
                if abs(dx) >= APART or abs(dy) >= APART:
                    continue
                gap = math.hypot(dx, dy)
                if gap < APART:
                    moved = True
                    ux, uy = (dx / gap, dy / gap) if gap > 0.01 else (1.0, 0.0)
                    push = (APART - gap) / 2 + 0.2
                    spots[i] = _kept((spots[i][0] + ux * push, spots[i][1] + uy * push), limit)
                    spots[j] = _kept((spots[j][0] - ux * push, spots[j][1] - uy * push), limit)
        if not moved:
            break
    return tuple(spots)


@lru_cache(maxsize=64)
def roomy(nodes: tuple[Node, ...], area: Box) -> tuple[Point, ...]:
    """The same with room for a name under each mark, as far as marks may move."""
    homes = apart(nodes, area)
    spots = list(homes)
    limit = Box(area.x + 18, area.y + 18, area.w - 36, area.h - 18 - 36)
    wides = [min(node.wide, LABEL_WIDE) + 8 for node in nodes]
    for _ in range(EASING):
        moved = False
        for i in range(len(spots)):
            for j in range(i):
                step = _step(spots[i], spots[j], (wides[i] + wides[j]) / 2, MARK + LABEL_HIGH + 4)
                if step is None:
                    continue
                moved = True
                spots[i] = _near(homes[i], (spots[i][0] + step[0], spots[i][1] + step[1]), limit)
                spots[j] = _near(homes[j], (spots[j][0] - step[0], spots[j][1] - step[1]), limit)
        if not moved:
            break
    return _separate(spots, limit)


def _step(one: Point, other: Point, wide: float, high: float) -> Point | None:
    """Half the shortest way by which one box leaves another; None when they are apart."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    over_x, over_y = wide - abs(dx), high - abs(dy)
    if over_x <= 0 or over_y <= 0:
        return None
    if over_y <= over_x:
        return 0.0, math.copysign(over_y / 2 + 0.2, dy or 1.0)
    return math.copysign(over_x / 2 + 0.2, dx or 1.0), 0.0


def _near(home: Point, spot: Point, limit: Box) -> Point:
    """A point within reach of where the author put it, and on the map."""
    dx, dy = spot[0] - home[0], spot[1] - home[1]
    far = math.hypot(dx, dy)
    if far > FARTHEST:
        spot = home[0] + dx / far * FARTHEST, home[1] + dy / far * FARTHEST
    return _kept(spot, limit)


def _kept(spot: Point, limit: Box) -> Point:
    """A point moved inside a box."""
    return min(max(spot[0], limit.x), limit.right), min(max(spot[1], limit.y), limit.bottom)
