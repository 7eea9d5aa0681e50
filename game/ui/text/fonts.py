"""Fonts from assets/fonts: which one holds a character, and its rendered words.

pygame has no font fallback and reports the box of "missing" for a glyph that is not there, so
what each family covers is baked into coverage.json. A `pygame.Font` carries one direction and
one script: there is one object for each pair, never switched.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

if TYPE_CHECKING:
    from game.ui.theme import Color

FAMILIES = ("Inter", "NotoSansArabic")  # the first that holds a character draws it
MISSING = "□"  # shown for a letter that no family holds
KEPT_SURFACES = 6000
KEPT_WIDTHS = 40000


class Face(NamedTuple):
    """One way to draw: a family at a size in pixels, a weight and a direction."""

    family: str
    px: int
    bold: bool
    rtl: bool


def _stand_in(char: str) -> str:
    """A box, or nothing for what joins or changes the letter before it."""
    return "" if unicodedata.category(char) in ("Mn", "Me", "Cf") else MISSING


class FontBook:
    """Every font of the window, opened when first used."""

    def __init__(self, folder: Path) -> None:
        """Read the coverage table of `folder`; fonts are opened later."""
        pygame.font.init()
        self.folder = folder
        table = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))
        self._first = {name: [r[0] for r in ranges] for name, ranges in table.items()}
        self._last = {name: [r[1] for r in ranges] for name, ranges in table.items()}
        self._fonts: dict[Face, pygame.font.Font] = {}
        self._widths: OrderedDict[tuple[str, Face], int] = OrderedDict()
        self._surfaces: OrderedDict[tuple[str, Face, Color], pygame.Surface] = OrderedDict()
        self._families: dict[str, str] = {}
        self._ascents: dict[Face, int] = {}

    def drawable(self, text: str) -> str:
        """The text with a box for each letter that no family holds; marks among them go."""
        if text.isascii() or all(self.holds(char) for char in text):
            return text
        return "".join(char if self.holds(char) else _stand_in(char) for char in text)

    def holds(self, char: str) -> bool:
        """Whether some family draws a character."""
        return self._holds(self.family(char), ord(char))

    def family(self, char: str) -> str:
        """The family that draws a character: the first one holding it, else the first of all."""
        known = self._families.get(char)
        if known is None:
            holders = [f for f in FAMILIES if self._holds(f, ord(char))]
            known = self._families[char] = holders[0] if holders else FAMILIES[0]
        return known

    def _holds(self, family: str, code: int) -> bool:
        """Whether the baked table of a family lists a code point."""
        at = bisect_right(self._first[family], code) - 1
        return at >= 0 and code <= self._last[family][at]

    def font(self, face: Face) -> pygame.font.Font:
        """The opened font of a face."""
        font = self._fonts.get(face)
        if font is None:
            weight = "SemiBold" if face.bold else "Regular"
            font = pygame.font.Font(self.folder / f"{face.family}-{weight}.ttf", face.px)
            if face.rtl:
                font.set_direction(pygame.DIRECTION_RTL)
            if face.family == "NotoSansArabic":
                font.set_script("Arab")
            self._fonts[face] = font
        return font

    def width(self, text: str, face: Face) -> int:
        """How many pixels a run takes."""
        key = (text, face)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self.font(face).size(text)[0]
            if len(self._widths) > KEPT_WIDTHS:
                self._widths.popitem(last=False)
        return found

    def render(self, text: str, face: Face, color: Color) -> pygame.Surface:
        """A run as a picture with alpha; kept, so never draw on it."""
        key = (text, face, color)
        found = self._surfaces.get(key)
        if found is None:
            found = self._surfaces[key] = self.font(face).render(text, True, color)
            if len(self._surfaces) > KEPT_SURFACES:
                self._surfaces.popitem(last=False)
        else:
            self._surfaces.move_to_end(key)
        return found

    def ascent(self, face: Face) -> int:
        """Pixels from the top of a rendered run to its baseline."""
        found = self._ascents.get(face)
        if found is None:
            found = self._ascents[face] = self.font(face).get_ascent()
        return found
