"""Draws lands and ties of the map at a multiple of their size, and reduces them: soft edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.ui import theme as themes

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.graphlayout import Picture, PlacedTie
    from game.ui.layout import Box
    from game.ui.theme import Color, Theme
    from game.ui.view_models.atlas import Atlas, Point

OVER = 2
FADED = (0.84, 0.74, 0.6)  # how far weak, fair and strong ties go towards the ground
WIDE = (1.1, 1.6, 2.2)  # dp of a weak, fair and strong tie of the focus
HATCH = 12.0


class Pen:
    """Draws the part of a picture that is seen; `at` is where the picture's world begins, in dp."""

    def __init__(self, canvas: Canvas, box: Box, at: Point, over: int = OVER) -> None:
        self.theme: Theme = canvas.theme
        self.offset = (at[0] - box.x, at[1] - box.y)
        self.size = canvas.rect(box).size
        self.over = over
        self.factor = canvas.scale * over
        self.surface = pygame.Surface((self.size[0] * over, self.size[1] * over))
        self.surface.fill(self.theme.panel)

    def draw(self, picture: Picture, atlas: Atlas) -> pygame.Surface:
        """Lands, then far ties, then near ones; under every word the ground alone."""
        for number, outline in picture.lands:
            land = atlas.lands[number]
            color = self.theme.land2 if land.mine else self.theme.land
            self._land(outline, color, hatched=land.cut)
        ground = self.surface.copy()
        for tie in picture.ties:
            self._tie(tie)
        for box in (*(label.box for label in picture.labels), *(box for _, box in picture.titles)):
            self._clear(box, ground)
        if self.over == 1:
            return self.surface
        return pygame.transform.smoothscale(self.surface, self.size)

    def _px(self, points: Sequence[Point]) -> list[Point]:
        """Places on the large surface."""
        f, (dx, dy) = self.factor, self.offset
        return [((x + dx) * f, (y + dy) * f) for x, y in points]

    def _land(self, outline: Sequence[Point], color: Color, *, hatched: bool) -> None:
        """A flat area; hatched where a network is cut."""
        points = self._px(outline)
        pygame.draw.polygon(self.surface, color, points)
        if hatched:
            self._hatch(points)
        edge = max(1, round(self.factor))
        pygame.draw.lines(self.surface, self.theme.hairline, True, points, edge)

    def _hatch(self, points: list[Point]) -> None:
        """Thin diagonal lines inside a polygon only; they move with the land."""
        wide, high = self.surface.get_size()
        step = HATCH * self.factor
        start = (self.offset[0] + self.offset[1]) * self.factor % step - high
        lines = pygame.Surface((wide, high), pygame.SRCALPHA)
        width = max(1, round(self.factor))
        for number in range(int((wide + 2 * high) / step) + 1):
            x = start + number * step
            pygame.draw.line(lines, self.theme.hatch, (x, high), (x + high, 0), width)
        mask = pygame.Surface((wide, high), pygame.SRCALPHA)
        pygame.draw.polygon(mask, (255, 255, 255, 255), points)
        lines.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(lines, (0, 0))

    def _clear(self, box: Box, ground: pygame.Surface) -> None:
        """The ground alone under a word, so that no line runs through it."""
        x, y = self._px(((box.x, box.y + 1),))[0]
        area = pygame.Rect(x, y, box.w * self.factor, (box.h - 2) * self.factor)
        self.surface.blit(ground, area.topleft, area)

    def _tie(self, placed: PlacedTie) -> None:
        """A line with a head: full for the focus, faded for others, dashed if planned."""
        theme, strength = self.theme, placed.tie.strength
        color = theme.accent if placed.tie.planned else theme.text
        wide = WIDE[strength] if placed.near else 1.0
        if not placed.near:
            color = themes.mix(theme.muted, theme.panel, FADED[strength])
        points = self._px(placed.points)
        thick = max(1, round(wide * self.factor))
        head = (4.5 + wide) * self.factor
        if placed.tie.planned:
            for a, z in dashes(points, 7 * self.factor, 5 * self.factor):
                pygame.draw.line(self.surface, color, a, z, thick)
        else:
            stem = (points[-2][0], points[-2][1]), _short(points[-2], points[-1], head * 0.7)
            pygame.draw.lines(self.surface, color, False, [*points[:-2], *stem], thick)
        self._head(points[-2], points[-1], head, color)

    def _head(self, before: Point, tip: Point, long: float, color: Color) -> None:
        """An arrow's head."""
        angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
        wings = [
            (tip[0] - long * math.cos(angle + s), tip[1] - long * math.sin(angle + s))
            for s in (0.45, -0.45)
        ]
        pygame.draw.polygon(self.surface, color, [tip, *wings])


def _short(before: Point, tip: Point, by: float) -> Point:
    """A point `by` before the tip."""
    whole = math.dist(before, tip) or 1.0
    part = max(0.0, 1 - by / whole)
    return before[0] + (tip[0] - before[0]) * part, before[1] + (tip[1] - before[1]) * part


def dashes(points: list[Point], on: float, off: float) -> list[tuple[Point, Point]]:
    """Short lines along a path, `on` long and `off` apart."""
    found: list[tuple[Point, Point]] = []
    left, drawing = on, True
    for (x0, y0), (x1, y1) in pairwise(points):
        whole, at = math.dist((x0, y0), (x1, y1)), 0.0
        while at < whole:
            step = min(left, whole - at)
            ux, uy = (x1 - x0) / whole, (y1 - y0) / whole
            if drawing:
                start = (x0 + ux * at, y0 + uy * at)
                found.append((start, (start[0] + ux * step, start[1] + uy * step)))
            at, left = at + step, left - step
            if left <= 0:
                drawing = not drawing
                left = on if drawing else off
    return found
