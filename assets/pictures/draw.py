"""Draws the pictures of the shipped scenarios: a dozen flat shapes in five blues and an amber.

    python assets/pictures/draw.py

They are 320 x 168 dp, drawn at twice that, and lie beside their scenarios; they are original work
and, like the scenarios, CC BY 4.0.
"""

import math
import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

HOUSE = Path(__file__).resolve().parents[2]
SIZE = (320, 168)
TWICE, OVER = 2, 4  # the picture's pixels in a dp; drawn that much larger and reduced
NIGHT, FAR, NEAR, FRONT, PALE = "#15202B", "#1D2D3C", "#27405A", "#31506B", "#456A8A"
AMBER = "#E69F00"

Shape = tuple[str, str, list[float]]  # kind, color, numbers

BLACKOUT: list[Shape] = [
    ("box", NIGHT, [0, 0, 320, 168]),
    ("skyline", FAR, [0, 96, 34, 76, 66, 104, 98, 62, 128, 90, 196, 84, 232, 66, 262, 92, 320]),
    ("box", NEAR, [136, 44, 46, 124]),
    ("box", NEAR, [156, 28, 5, 20]),
    ("arc", AMBER, [158.5, 28, 12]),
    ("arc", AMBER, [158.5, 28, 21]),
    ("boxes", AMBER, [146, 58, 9, 9, 163, 58, 9, 9, 146, 76, 9, 9, 163, 92, 9, 9]),
    ("skyline", FRONT, [0, 132, 52, 146, 96, 124, 128, 142, 204, 128, 250, 150, 286, 134, 320]),
    ("boxes", AMBER, [214, 138, 6, 8, 60, 154, 6, 8]),
    ("box", PALE, [0, 163, 320, 5]),
]
PICTURES = {"blackout": BLACKOUT}


def main() -> int:
    """Draw every picture beside its scenario."""
    for name, shapes in PICTURES.items():
        factor = TWICE * OVER
        canvas = pygame.Surface((SIZE[0] * factor, SIZE[1] * factor))
        for kind, color, numbers in shapes:
            draw(canvas, kind, pygame.Color(color), [n * factor for n in numbers])
        small = pygame.transform.smoothscale(canvas, (SIZE[0] * TWICE, SIZE[1] * TWICE))
        file = HOUSE / "scenarios" / name / f"{name}.png"
        pygame.image.save(small, file)
        print(file.relative_to(HOUSE))
    return 0


def draw(canvas: pygame.Surface, kind: str, color: pygame.Color, n: list[float]) -> None:
    """One shape: box (x, y, w, h), boxes (several), arc (x, y, radius), skyline (x, y, x...)."""
    if kind in ("box", "boxes"):
        for at in range(0, len(n), 4):
            canvas.fill(color, pygame.Rect(*map(round, n[at : at + 4])))
    elif kind == "arc":
        x, y, radius = n
        half = 1.25 * TWICE * OVER
        rim = [math.radians(angle) for angle in range(215, 326, 3)]
        outer = [
            (x + (radius + half) * math.cos(a), y + (radius + half) * math.sin(a)) for a in rim
        ]
        inner = [
            (x + (radius - half) * math.cos(a), y + (radius - half) * math.sin(a)) for a in rim
        ]
        pygame.draw.polygon(canvas, color, [*outer, *reversed(inner)])
    else:
        points = [(n[0], canvas.get_height())]
        for at in range(0, len(n) - 1, 2):
            points += [(n[at], n[at + 1]), (n[at + 2], n[at + 1])]
        points.append((n[-1], canvas.get_height()))
        pygame.draw.polygon(canvas, color, points)


if __name__ == "__main__":
    sys.exit(main())
