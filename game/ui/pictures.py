"""Pictures of scenarios: read once, cut to the box they are shown in, kept for the next frame.

They come from authors, so from strangers: one that is too large or no picture is not shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 4_000_000  # bytes of a file, and pixels of a picture


@lru_cache(maxsize=64)
def cut(file: Path, width: int, height: int) -> pygame.Surface | None:
    """The middle of a picture, filling so many pixels; None if the file is no picture."""
    whole = _read(file)
    if whole is None or width <= 0 or height <= 0:
        return None
    factor = max(width / whole.get_width(), height / whole.get_height())
    size = (
        max(width, round(whole.get_width() * factor)),
        max(height, round(whole.get_height() * factor)),
    )
    large = pygame.transform.smoothscale(whole, size)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    return large.subsurface(pygame.Rect(left, top, width, height)).copy()


@lru_cache(maxsize=32)
def _read(file: Path) -> pygame.Surface | None:
    """The picture in a file, in plain colors."""
    try:
        if file.stat().st_size > LARGEST:
            return None
        found = pygame.image.load(file)
    except (OSError, pygame.error):
        return None
    if found.get_width() * found.get_height() > LARGEST or 0 in found.get_size():
        return None
    plain = pygame.Surface(found.get_size(), depth=32)
    plain.blit(found, (0, 0))
    return plain
