"""Soft-edged shapes: corners, discs, marks of the map. Drawn large, reduced once, kept.

pygame draws rounded rectangles and thick lines without a soft edge, so each shape is drawn at
four times its size and reduced; what is kept depends on numbers and colors only.
"""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.ui.icons import stroke
from game.ui.theme import Color

OVER = 4
Point = tuple[float, float]


@lru_cache(maxsize=512)
def corners(
    radius: int, fill: Color | None, edge: Color | None, width: int
) -> tuple[pygame.Surface, pygame.Surface, pygame.Surface, pygame.Surface]:
    """The corners of a rounded box: upper left and right, lower left and right."""
    tile, flip = corner(radius, fill, edge, width), pygame.transform.flip
    return tile, flip(tile, True, False), flip(tile, False, True), flip(tile, True, True)


@lru_cache(maxsize=512)
def corner(radius: int, fill: Color | None, edge: Color | None, width: int) -> pygame.Surface:
    """The upper left corner of a rounded box."""
    big = radius * OVER
    tile = pygame.Surface((big, big), pygame.SRCALPHA)
    tile.fill((*(edge or fill or (0, 0, 0)), 0))
    if edge and width:
        pygame.draw.circle(tile, edge, (big, big), big)
        inner = big - width * OVER
        if inner > 0:
            pygame.draw.circle(tile, (*(fill or edge), 255 if fill else 0), (big, big), inner)
    elif fill:
        pygame.draw.circle(tile, fill, (big, big), big)
    return pygame.transform.smoothscale(tile, (radius, radius))


@lru_cache(maxsize=512)
def disc(px: int, fill: Color, edge: Color | None = None, width: int = 0) -> pygame.Surface:
    """A filled circle `px` wide, with an edge if wanted."""
    return mark("circle", px, fill, edge or fill, width)


@lru_cache(maxsize=512)
def mark(kind: str, px: int, fill: Color, edge: Color, width: int) -> pygame.Surface:
    """A mark of the map: its kind is its shape, its edge the color of its bloc."""
    big = px * OVER
    tile = pygame.Surface((big, big), pygame.SRCALPHA)
    tile.fill((*edge, 0))
    thick = width * OVER
    if kind == "circle":
        pygame.draw.circle(tile, edge, (big / 2, big / 2), big / 2)
        pygame.draw.circle(tile, fill, (big / 2, big / 2), big / 2 - thick)
    elif kind == "square":
        frame = pygame.Rect(0, 0, big, big).inflate(-big // 8, -big // 8)
        pygame.draw.rect(tile, edge, frame, border_radius=big // 8)
        inner = frame.inflate(-2 * thick, -2 * thick)
        pygame.draw.rect(tile, fill, inner, border_radius=max(1, big // 8 - thick))
    else:
        outline = [(x * big, y * big) for x, y in OUTLINES[kind]]
        closed = [_toward(p, (big / 2, big / 2), thick / 2) for p in outline]
        pygame.draw.polygon(tile, fill, closed)
        stroke(tile, [*closed, closed[0]], edge, thick / 2)
    return pygame.transform.smoothscale(tile, (px, px))


OUTLINES: dict[str, list[Point]] = {
    "hexagon": [
        (0.5 + 0.5 * math.sin(math.tau * k / 6), 0.5 - 0.5 * math.cos(math.tau * k / 6))
        for k in range(6)
    ],
    "diamond": [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)],
}


def _toward(point: Point, middle: Point, length: float) -> Point:
    """A point moved towards the middle, so that a thick edge stays inside."""
    dx, dy = middle[0] - point[0], middle[1] - point[1]
    whole = math.hypot(dx, dy) or 1.0
    return point[0] + dx / whole * length, point[1] + dy / whole * length


@lru_cache(maxsize=64)
def pie(px: int, share: float, color: Color) -> pygame.Surface:
    """A disc of which `share` is filled, clockwise from the top: how far an objective is."""
    big = px * OVER
    tile = pygame.Surface((big, big), pygame.SRCALPHA)
    tile.fill((*color, 0))
    middle, radius = big / 2, big / 2
    pygame.draw.circle(tile, color, (middle, middle), radius)
    pygame.draw.circle(tile, (*color, 0), (middle, middle), radius - OVER * px / 8)
    if share > 0:
        steps = max(2, int(48 * share))
        angles = [math.tau * share * k / steps for k in range(steps + 1)]
        rim = radius - OVER * px / 16
        edge = [(middle + rim * math.sin(a), middle - rim * math.cos(a)) for a in angles]
        pygame.draw.polygon(tile, color, [(middle, middle), *edge])
    return pygame.transform.smoothscale(tile, (px, px))
