"""Colors that people with another color vision can still tell apart, in both themes.

Simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
Color Vision Deficiency" (2009), severity 1; distances are CIE76 in CIELAB with the D65 white.
"""

import itertools
import math

import pytest

from game.ui import theme as t

NORMAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
VISIONS = {
    "normal": NORMAL,
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


def times(matrix, vector):
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def linear(color):
    parts = [c / 255 for c in color]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def lab(color, vision):
    seen = tuple(min(max(p, 0.0), 1.0) for p in times(VISIONS[vision], linear(color)))

    def curve(p):
        return p ** (1 / 3) if p > (6 / 29) ** 3 else p / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (curve(p / w) for p, w in zip(times(XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, vision):
    return math.dist(lab(one, vision), lab(other, vision))


themes = pytest.mark.parametrize("theme", t.THEMES, ids=lambda theme: theme.name)
visions = pytest.mark.parametrize("vision", VISIONS)


@themes
@visions
def test_blocs_can_be_told_apart(theme, vision):
    pairs = itertools.combinations(theme.blocs, 2)
    assert min(distance(one, other, vision) for one, other in pairs) >= 27


@themes
@visions
@pytest.mark.parametrize("pair", [("accent", "leak"), ("accent", "alert"), ("positive", "alert")])
def test_what_is_good_planned_or_a_danger_can_be_told_apart(theme, vision, pair):
    """Leak and alert are not among the pairs: a leak is always dashed, or has a drop."""
    assert distance(*(getattr(theme, name) for name in pair), vision) >= 18


def test_the_measure_agrees_with_known_values():
    """Black to white is 100; a red that a protan sees is dark and no longer red."""
    assert distance((0, 0, 0), (255, 255, 255), "normal") == pytest.approx(100, abs=0.1)
    assert lab((255, 0, 0), "normal")[0] == pytest.approx(53.2, abs=0.2)
    assert lab((255, 0, 0), "protan")[1] < 20
