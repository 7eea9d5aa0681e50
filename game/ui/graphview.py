"""The map as a widget: lands, ties and marks drawn once into a layer, picked and walked.

The layer is drawn at twice its size and reduced, and kept until the atlas, the focus, the size or
the theme changes; names are painted on it each time, like any other text.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pygame

from game.ui import theme as t
from game.ui.graphlayout import FOCUS, Picture, PlacedTie, place
from game.ui.layout import Box
from game.ui.view_models.atlas import Atlas
from game.ui.widgets.base import Look, Ring, Widget

if TYPE_CHECKING:
    from game.ui.canvas import Canvas
    from game.ui.press import Press
    from game.ui.stage import Stage
    from game.ui.theme import Color, Theme
    from game.ui.view_models.atlas import Point

OVER = 2
FADED = {"strong": 0.6, "fair": 0.74, "weak": 0.84}  # how far ties go towards the ground
FADED_MARK = 0.28
NOTHING = Atlas((), (), ())
DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


@dataclass(slots=True)
class GraphView(Widget):
    """The map. Arrows walk to the neighbor in a direction, Enter does what the page wants."""

    role: str = "map"
    focusable: bool = True
    ring: Ring = "inside"
    clip: bool = True
    mirrors: bool = False  # geography stays as it is
    atlas: Atlas = NOTHING
    focus: str = ""
    move: Callable[[str], None] | None = None
    choose: Callable[[str], None] | None = None

    def picture(self, memory: dict[str, Any], measure: Callable[[str], float]) -> Picture:
        """The placed map, kept while nothing about it changes."""
        key = (self.atlas, self.box, self.focus)
        kept = memory.get(f"{self.id}/picture")
        if kept is None or kept[0] != key:
            kept = (key, place(self.atlas, self.box.inset(4, 2), self.focus, measure))
            memory[f"{self.id}/picture"] = kept
        picture: Picture = kept[1]
        return picture

    def draw(self, canvas: Canvas, look: Look) -> None:
        """The layer, then words and marks."""
        picture = self.picture(look.memory, lambda text: canvas.type.width(text, t.SMALL_BOLD))
        layer = self._layer(canvas, picture, look.memory)
        area = canvas.rect(self.box)
        with canvas.clipped(self.box):
            canvas.surface.blit(layer, area.topleft)
            self._titles(canvas, picture)
            self._marks(canvas, picture)
            self._labels(canvas, picture)

    def _layer(self, canvas: Canvas, picture: Picture, memory: dict[str, Any]) -> pygame.Surface:
        """Lands and ties, reduced from twice the size."""
        key = (picture, canvas.scale, canvas.theme.name)
        kept = memory.get(f"{self.id}/layer")
        if kept is None or kept[0] != key:
            pen = _Pen(canvas, self.box, self.atlas)
            kept = (key, pen.draw(picture))
            memory[f"{self.id}/layer"] = kept
        surface: pygame.Surface = kept[1]
        return surface

    def _titles(self, canvas: Canvas, picture: Picture) -> None:
        """Names of lands, and the badges of what is cut."""
        theme = canvas.theme
        for number, box in picture.titles:
            name = self.atlas.lands[number].name.upper()
            canvas.text(name, box, t.SMALL_BOLD, theme.muted, align="center")
        for number, box in picture.badges:
            canvas.box(box, theme.panel, theme.alert, radius=3)
            canvas.icon("netoff", box.x + 5, box.y + 3, 14, theme.alert)
            canvas.text(
                self.atlas.lands[number].note, Box(box.x + 24, box.y, box.w - 26, box.h), t.SMALL
            )

    def _marks(self, canvas: Canvas, picture: Picture) -> None:
        """Every mark with its letters; the focus in a square."""
        theme = canvas.theme
        for mark, spot, size, near in picture.marks:
            bloc = theme.blocs[mark.bloc]
            edge = bloc if near else t.mix(bloc, theme.panel, FADED_MARK)
            if mark.key == self.focus:
                frame = Box(spot[0] - FOCUS / 2, spot[1] - FOCUS / 2, FOCUS, FOCUS)
                canvas.box(frame, theme.selection, theme.accent, width=2, radius=5)
            if mark.mine:
                canvas.mark(mark.shape, spot, size + 4, theme.text, width=1.5)
            canvas.mark(mark.shape, spot, size, edge)
            ink = theme.text if near else t.mix(theme.text, theme.panel, FADED_MARK)
            letters = Box(spot[0] - size / 2, spot[1] - 8, size, 16)
            canvas.text(mark.code, letters, t.MARK, ink, align="center")

    def _labels(self, canvas: Canvas, picture: Picture) -> None:
        """Names beside marks; words on the ties of the focus."""
        theme = canvas.theme
        for label in picture.labels:
            kind = t.SMALL_BOLD if label.near else t.SMALL
            color = theme.text if label.near else theme.muted
            canvas.text(label.text, label.box, kind, color, align="center")
        for tie in picture.ties:
            if tie.box is not None:
                edge = theme.accent if tie.tie.planned else theme.border
                canvas.box(tie.box, theme.tip, edge, radius=3)
                canvas.text(tie.label, tie.box, t.SMALL, align="center")

    def on(self, press: Press, stage: Stage) -> bool:
        """A click on a mark puts the focus there, another one is Enter; arrows walk."""
        picture = self.picture(stage.memory, lambda text: stage.setter().width(text, t.SMALL_BOLD))
        if press.kind == "down":
            hit = next(
                (m.key for m, p, s, _ in picture.marks if math.dist(p, press.at) <= s / 2 + 4), ""
            )
            if hit and hit == self.focus and self.choose is not None:
                self.choose(hit)
            elif hit:
                self._go(hit)
            return True
        if press.named(*DIRECTIONS):
            self._walk(picture, press.key)
            return True
        if press.named("enter", "space") and self.focus and self.choose is not None:
            self.choose(self.focus)
            return True
        return False

    def _walk(self, picture: Picture, key: str) -> None:
        """The nearest mark in a direction: near along it, and not far beside it."""
        spots = {mark.key: spot for mark, spot, _, _ in picture.marks}
        if self.focus not in spots:
            self._go(next(iter(spots), ""))
            return
        x, y = spots[self.focus]
        dx, dy = DIRECTIONS[key]
        best, least = "", math.inf
        for name, (ox, oy) in spots.items():
            along = (ox - x) * dx + (oy - y) * dy
            beside = abs((ox - x) * dy) + abs((oy - y) * dx)
            if along > 4 and along + 2 * beside < least:
                best, least = name, along + 2 * beside
        if best:
            self._go(best)

    def _go(self, key: str) -> None:
        """Tell the page where the focus is."""
        if self.move is not None:
            self.move(key)


class _Pen:
    """Draws lands and ties at twice the size; its places are dp less the widget's corner."""

    def __init__(self, canvas: Canvas, box: Box, atlas: Atlas) -> None:
        self.theme: Theme = canvas.theme
        self.box = box
        self.atlas = atlas
        self.size = canvas.rect(box).size
        self.factor = canvas.scale * OVER
        self.surface = pygame.Surface((self.size[0] * OVER, self.size[1] * OVER))
        self.surface.fill(self.theme.panel)

    def draw(self, picture: Picture) -> pygame.Surface:
        """Lands, then far ties, then near ones."""
        for number, outline in picture.lands:
            land = self.atlas.lands[number]
            self._land(
                outline, self.theme.land2 if land.mine else self.theme.land, hatched=land.cut
            )
        ground = self.surface.copy()
        for tie in picture.ties:
            self._tie(tie)
        for box in (*(label.box for label in picture.labels), *(box for _, box in picture.titles)):
            self._clear(box, ground)
        return pygame.transform.smoothscale(self.surface, self.size)

    def _px(self, points: tuple[Point, ...]) -> list[Point]:
        """Places on the large surface."""
        f = self.factor
        return [((x - self.box.x) * f, (y - self.box.y) * f) for x, y in points]

    def _land(self, outline: tuple[Point, ...], color: Color, *, hatched: bool) -> None:
        """A flat area; hatched where a network is cut."""
        points = self._px(outline)
        pygame.draw.polygon(self.surface, color, points)
        if hatched:
            self._hatch(points)
        pygame.draw.lines(
            self.surface, self.theme.hairline, True, points, max(1, round(self.factor))
        )

    def _clear(self, box: Box, ground: pygame.Surface) -> None:
        """The ground alone under a label, so that no line runs through it."""
        x, y = self._px(((box.x, box.y + 1),))[0]
        area = pygame.Rect(x, y, box.w * self.factor, (box.h - 2) * self.factor)
        self.surface.blit(ground, area.topleft, area)

    def _hatch(self, points: list[Point]) -> None:
        """Thin diagonal lines, 12 dp apart, inside a polygon only."""
        wide, high = self.surface.get_size()
        lines = pygame.Surface((wide, high), pygame.SRCALPHA)
        for x in range(-high, wide, round(12 * self.factor)):
            ends = ((x, high), (x + high, 0))
            pygame.draw.line(lines, self.theme.hatch, *ends, max(1, round(self.factor)))
        mask = pygame.Surface((wide, high), pygame.SRCALPHA)
        pygame.draw.polygon(mask, (255, 255, 255, 255), points)
        lines.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        self.surface.blit(lines, (0, 0))

    def _tie(self, placed: PlacedTie) -> None:
        """A line with a head: full for the focus, faded for others, dashed if planned."""
        theme = self.theme
        color = theme.accent if placed.tie.planned else theme.text
        wide = {"strong": 2.2, "fair": 1.6, "weak": 1.1}[placed.tie.word] if placed.near else 1.0
        if not placed.near:
            color = t.mix(theme.muted, theme.panel, FADED[placed.tie.word])
        points = self._px(placed.points)
        thick = max(1, round(wide * self.factor))
        head = (4.5 + wide) * self.factor
        if placed.tie.planned:
            for a, z in dashes(points, 7 * self.factor, 5 * self.factor):
                pygame.draw.line(self.surface, color, a, z, thick)
        else:
            stem = (points[-2][0], points[-2][1]), self._short(points[-2], points[-1], head * 0.7)
            pygame.draw.lines(self.surface, color, False, [*points[:-2], *stem], thick)
        self._head(points[-2], points[-1], head, color)

    @staticmethod
    def _short(before: Point, tip: Point, by: float) -> Point:
        """A point `by` before the tip."""
        whole = math.dist(before, tip) or 1.0
        part = max(0.0, 1 - by / whole)
        return before[0] + (tip[0] - before[0]) * part, before[1] + (tip[1] - before[1]) * part

    def _head(self, before: Point, tip: Point, long: float, color: Color) -> None:
        """An arrow's head."""
        angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
        wings = [
            (tip[0] - long * math.cos(angle + s), tip[1] - long * math.sin(angle + s))
            for s in (0.45, -0.45)
        ]
        pygame.draw.polygon(self.surface, color, [tip, *wings])


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
