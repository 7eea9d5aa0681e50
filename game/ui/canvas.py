"""What a widget draws on: a surface measured in dp, with the theme's colors.

Every text goes through `text` or `block`, which note whether it fits its box: the tests of
every screen ask for that note.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pygame

from game.ui import shapes
from game.ui import theme as t
from game.ui.ground import Ground
from game.ui.icons import MIRRORED
from game.ui.layout import Box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from game.ui.icons import IconBook
    from game.ui.text import Line, Typesetter
    from game.ui.theme import Color, Theme, Type
    from game.ui.widgets.base import Ring

# "left" is where a line begins and "right" where it ends: on a mirrored page they change sides.
Align = Literal["left", "center", "right", "start"]
OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Written:
    """A note of one text that was drawn: for tests, never for screens."""

    text: str
    box: Box  # where it was allowed to be
    used: Box  # where it is
    seen: Box  # what of that is not clipped
    cut: bool
    ink: Color
    ground: Color  # what it is written on, where it begins


@dataclass(slots=True)
class Canvas:
    """A surface with a scale, a theme, a setter of type and the icons."""

    surface: pygame.Surface
    theme: Theme
    type: Typesetter
    icons: IconBook
    ground: Ground
    written: list[Written] = field(default_factory=list)
    layer: int = 0  # how many of these were written before the uppermost layer

    @property
    def scale(self) -> float:
        """Pixels in one dp."""
        return self.type.scale

    def px(self, dp: float) -> int:
        """A length in pixels, at least 1 for a length above 0."""
        return max(1, round(dp * self.scale)) if dp > 0 else 0

    def line(self, dp: float) -> int:
        """The width of a line in pixels, rounded down a little: hairlines stay hairlines."""
        return max(1, int(dp * self.scale + 0.25))

    @property
    def flipped(self) -> bool:
        """Whether what is drawn now is mirrored, as pages read from right to left are."""
        return self.ground.flipped

    def straight(self, box: Box) -> AbstractContextManager[None]:
        """Draw in this box without mirroring it: a map, the letters of a field."""
        return self.ground.straight(box)

    def rect(self, box: Box) -> pygame.Rect:
        """A box in pixels: neighbors in dp stay neighbors."""
        return self.ground.rect(box)

    def picture(self, tile: pygame.Surface, x: float, y: float) -> None:
        """A picture in pixels with its upper leading corner at a place; it is not mirrored."""
        self.surface.blit(tile, self.ground.tile(x, y, tile.get_width()))

    def fill(self, box: Box, color: Color) -> None:
        """A plain rectangle."""
        self.surface.fill(color, self.rect(box))

    def box(
        self,
        box: Box,
        fill: Color | None = None,
        edge: Color | None = None,
        *,
        width: float = 1,
        radius: float = 4,
    ) -> None:
        """A rectangle with round corners, filled, edged or both."""
        area = self.rect(box)
        r = min(self.px(radius), area.w // 2, area.h // 2)
        w = self.line(width) if edge else 0
        if area.w <= 0 or area.h <= 0:
            return
        if fill:
            self.surface.fill(fill, (area.x + r, area.y, area.w - 2 * r, area.h))
            self.surface.fill(fill, (area.x, area.y + r, r, area.h - 2 * r))
            self.surface.fill(fill, (area.right - r, area.y + r, r, area.h - 2 * r))
        if edge:
            self.surface.fill(edge, (area.x + r, area.y, area.w - 2 * r, w))
            self.surface.fill(edge, (area.x + r, area.bottom - w, area.w - 2 * r, w))
            self.surface.fill(edge, (area.x, area.y + r, w, area.h - 2 * r))
            self.surface.fill(edge, (area.right - w, area.y + r, w, area.h - 2 * r))
        if r:
            self._corners(area, r, shapes.corners(r, fill, edge, w))

    def _corners(self, area: pygame.Rect, r: int, tiles: tuple[pygame.Surface, ...]) -> None:
        """A tile into each corner."""
        x, y = area.right - r, area.bottom - r
        places = ((area.x, area.y), (x, area.y), (area.x, y), (x, y))
        self.surface.blits(tuple(zip(tiles, places, strict=True)), doreturn=False)

    def dashed(self, box: Box, color: Color, *, width: float = 1, dash: float = 4) -> None:
        """A dashed edge: not known, secret, or cannot be done."""
        area, w, d = self.rect(box), self.line(width), self.px(dash)
        gap = max(2, round(d * 0.75))
        for x in range(area.x + 1, area.right - 1, d + gap):
            length = min(d, area.right - 1 - x)
            self.surface.fill(color, (x, area.y, length, w))
            self.surface.fill(color, (x, area.bottom - w, length, w))
        for y in range(area.y + 1, area.bottom - 1, d + gap):
            length = min(d, area.bottom - 1 - y)
            self.surface.fill(color, (area.x, y, w, length))
            self.surface.fill(color, (area.right - w, y, w, length))

    def rule(self, x: float, y: float, length: float, color: Color | None = None) -> None:
        """A hairline from a place on."""
        wide = self.px(length)
        place = self.ground.tile(x, y, wide)
        self.surface.fill(color or self.theme.hairline, (*place, wide, self.line(1)))

    def post(self, x: float, y: float, length: float, color: Color | None = None) -> None:
        """A hairline down."""
        place = self.ground.tile(x, y, self.line(1))
        size = (self.line(1), self.px(length))
        self.surface.fill(color or self.theme.hairline, (*place, *size))

    def icon(self, name: str, x: float, y: float, size: float, color: Color | None = None) -> None:
        """An icon with its upper leading corner at a place; some point along the text."""
        turned = self.flipped and name in MIRRORED
        tile = self.icons.picture(name, self.px(size), color or self.theme.muted, turned=turned)
        self.picture(tile, x, y)

    def mark(
        self, kind: str, middle: tuple[float, float], size: float, edge: Color, *, width: float = 2
    ) -> None:
        """A mark of the map around a point."""
        px = self.px(size)
        tile = shapes.mark(kind, px, self.theme.mark, edge, self.line(width))
        self.picture(tile, middle[0] - px / 2 / self.scale, middle[1] - px / 2 / self.scale)

    def dot(
        self, middle: tuple[float, float], size: float, fill: Color, edge: Color | None = None
    ) -> None:
        """A small disc around a point."""
        px = self.px(size)
        tile = shapes.disc(px, fill, edge or fill, self.px(2) if edge else 0)
        self.picture(tile, middle[0] - px / 2 / self.scale, middle[1] - px / 2 / self.scale)

    def text(
        self,
        text: str,
        box: Box,
        kind: Type,
        color: Color | None = None,
        *,
        align: Align = "left",
    ) -> float:
        """One line in the middle of a box's height, cut with an ellipsis; its width in dp."""
        if not text:
            return 0.0
        line = self.type.fit(text, kind, box.w)
        self._paint(line, box, kind, color or self.theme.text, align)
        return line.width / self.scale

    def block(
        self,
        text: str,
        box: Box,
        kind: Type,
        color: Color | None = None,
        *,
        most: int = 0,
        align: Align = "start",
    ) -> float:
        """Wrapped lines from the top of a box; what comes back is their height in dp."""
        lines = self.type.wrap(text, kind, box.w, most)
        if align == "start" and len(lines) == 1 and self.flipped:
            align = "left"  # a single line of another script stands where the page begins
        for number, line in enumerate(lines):
            place = Box(box.x, box.y + number * kind.line, box.w, kind.line)
            self._paint(line, place, kind, color or self.theme.text, align)
        return len(lines) * kind.line

    def _paint(self, line: Line, box: Box, kind: Type, color: Color, align: Align) -> None:
        """Blit a line's runs on one baseline; "start" is the side where its direction begins."""
        room = box.w * self.scale
        side: str = ("right" if line.rtl else "left") if align == "start" else align
        if self.flipped and align in OTHER:
            side = OTHER[align]
        spare = {"left": 0.0, "center": (room - line.width) / 2, "right": room - line.width}[side]
        left = round(self.ground.left(box) + spare)
        ground = self._under(left + 1, round(self.ground.down(box.y + box.h / 2)))
        self._runs(line, left, box, kind, color)
        used = pygame.Rect(left, 0, line.width, 1)
        where = self.ground.back(used)
        where = Box(where.x, box.y + (box.h - kind.leading) / 2, where.w, kind.leading)
        window = self.ground.back(self.surface.get_clip())
        seen = where.clip(window)
        self.written.append(Written(line.text, box, where, seen, line.cut, color, ground))

    def _under(self, x: int, y: int) -> Color:
        """The color of a pixel now; that of the page for one outside."""
        inside = self.surface.get_rect().collidepoint(x, y)
        if not inside:
            return self.theme.bg
        red, green, blue, _ = self.surface.get_at((x, y))
        return red, green, blue

    def _runs(self, line: Line, left: int, box: Box, kind: Type, color: Color) -> None:
        """A line's runs from a left edge in pixels, in the middle of a box's height."""
        fonts = self.type.fonts
        # Inter's capitals are 0.73 em high: they, not the font's box, stand in the middle.
        base = round(self.ground.down(box.y + box.h / 2) + self.type.px(kind) * 0.364)
        for run in line.runs:
            if run.text:
                place = (left + run.x, base - fonts.ascent(run.face))
                self.surface.blit(fonts.render(run.text, run.face, color), place)

    def plain(self, line: Line, x: float, box: Box, kind: Type, color: Color) -> None:
        """A line already set, from a given left edge: for editors, which cut it themselves."""
        left = round(self.ground.left(Box(x, 0, line.width / self.scale, 0)))
        self._runs(line, left, box, kind, color)

    def warm(self, color: Color, share: float) -> Color | None:
        """A color that comes over the panel as the pointer does; None while it has not."""
        return t.mix(self.theme.panel, color, round(share * 8) / 8) if share else None

    def ring(self, box: Box, where: Ring) -> None:
        """The focus: an accent ring 2 dp off the control, on its border, or inside a row."""
        off = {"outside": 4.0, "border": 1.0, "inside": 0.0, "none": 0.0}[where]
        radius = {"outside": 7, "border": 5, "inside": 4, "none": 0}[where]
        edge = self.theme.accent
        around = Box(box.x - off, box.y - off, box.w + 2 * off, box.h + 2 * off)
        self.outline(around, edge, width=2, radius=radius)

    def outline(self, box: Box, edge: Color, *, width: float, radius: float) -> None:
        """An edge with round corners and nothing inside."""
        self.box(box, None, edge, width=width, radius=radius)

    def dim(self) -> None:
        """Darken what is there: a layer comes over it."""
        veil = pygame.Surface(self.surface.get_size(), pygame.SRCALPHA)
        veil.fill((*self.theme.bg, 190))
        self.surface.blit(veil, (0, 0))

    def tip(self, text: str, beside: Box, area: Box) -> Box:
        """A tooltip under a box, or above it where there is no room; where it is comes back."""
        kind = t.SMALL
        wide = min(self.type.width(text, kind), 264.0) + 1
        lines = self.type.wrap(text, kind, wide)
        high = len(lines) * kind.line + 12
        x = min(max(area.x + 8, beside.center[0] - wide / 2 - 8), area.right - wide - 24)
        below = beside.bottom + 8
        y = below if below + high < area.bottom - 4 else beside.y - high - 8
        ground = Box(x, y, wide + 16, high)
        self.box(ground, self.theme.tip, self.theme.border, radius=4)
        self.block(text, Box(x + 8, y + 6, wide, high), kind)
        return ground

    def sees(self, box: Box) -> bool:
        """Whether any of a box is inside the clip; a ring's width around it counts."""
        return bool(self.surface.get_clip().colliderect(self.rect(box.inset(-6))))

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Draw only inside a box."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.rect(box)))
        try:
            yield
        finally:
            self.surface.set_clip(before)
