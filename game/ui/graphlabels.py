"""Where words of the map stand, in dp: names beside marks, lands' titles, badges. Pure geometry.

Whatever is placed gives way to what was placed before it, so no two words overlap. A name with no
free place is shortened, and at last left to the letters in its mark, the table and the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from game.ui.graphspots import LABEL_HIGH, LABEL_WIDE, Node, Point, around
from game.ui.layout import Box

Measure = Callable[[str], float]
SHORTER = (LABEL_WIDE, 96.0, 72.0)  # dp; what is narrower than the last says too little


@lru_cache(maxsize=128)
def names(
    nodes: tuple[Node, ...], spots: tuple[Point, ...], fixed: tuple[Box, ...], area: Box
) -> tuple[Box | None, ...]:
    """A box for the name of each mark, in the order of the marks, None where there is no room."""
    marks = [around(spot, node.size + 2) for node, spot in zip(nodes, spots, strict=True)]
    found: list[Box | None] = [None] * len(nodes)
    taken = [*marks, *fixed]
    for widest in SHORTER:
        for number in _by_need(nodes, spots, area):
            if found[number] is not None:
                continue
            wide = min(nodes[number].wide + 4, widest)
            box = _free(_slots(spots[number], nodes[number].size, wide), taken, area)
            if box is not None:
                found[number] = box
                taken.append(box)
    return tuple(found)


def _by_need(nodes: tuple[Node, ...], spots: tuple[Point, ...], area: Box) -> list[int]:
    """Marks with many others near come first: they have the fewest places to choose from."""

    def near(number: int) -> int:
        zone = around(spots[number], 2 * max(nodes[number].wide, 60.0))
        return sum(zone.holds(spot) for spot in spots)

    return sorted(range(len(nodes)), key=lambda n: (-near(n), n))


def _slots(spot: Point, size: float, wide: float) -> list[Box]:
    """Places for a name in the order of taste: below, above, right, left, then aslant."""
    x, y = spot
    half = size / 2
    beside, under, over = y - LABEL_HIGH / 2, y + half + 3, y - half - LABEL_HIGH - 3
    lefts = [(x - wide / 2, under), (x - wide / 2, over), (x + half + 3, beside)]
    lefts += [(x - half - wide - 3, beside)]
    for part in (0.3, 0.7, 0.12, 0.88):
        lefts += [(x - wide * part, under), (x - wide * part, over)]
    lefts += [(x + half - 2, y + 4), (x + half - 2, y - LABEL_HIGH - 4)]
    lefts += [(x - half - wide + 2, y + 4), (x - half - wide + 2, y - LABEL_HIGH - 4)]
    return [Box(left, top, wide, LABEL_HIGH) for left, top in lefts]


def _free(boxes: Sequence[Box], taken: Sequence[Box], area: Box) -> Box | None:
    """The first box that is on the map and on nothing else, moved in from the edge if need be."""
    for box in boxes:
        moved = slid(box, area)
        if abs(moved.y - box.y) > 1:
            continue
        if _is_free(moved, taken):
            return moved
    return None


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    """Whether a box lies on no other; written out, for it is asked very often."""
    x, y, right, bottom = box.x + 0.5, box.y + 0.5, box.x + box.w - 0.5, box.y + box.h - 0.5
    return not any(
        right > o[0] and x < o[0] + o[2] and bottom > o[1] and y < o[1] + o[3] for o in taken
    )


def slid(box: Box, area: Box) -> Box:
    """A box moved inside the map."""
    x = min(max(box.x, area.x), area.right - box.w)
    y = min(max(box.y, area.y), area.bottom - box.h)
    return Box(x, y, box.w, box.h)


def cover(box: Box, taken: Sequence[Box]) -> float:
    """How much of a box is taken already, in square dp."""
    shared = (box.clip(other) for other in taken)
    return sum(s.w * s.h for s in shared)


def focus_chip(
    spot: Point, size: float, wide: float, taken: tuple[Sequence[Box], Sequence[Box]], area: Box
) -> Box:
    """A place for the name of the focus in full; other names that it lies on give way.

    `taken` is what it must not lie on, then what it should not.
    """
    never, rather_not = taken
    boxes = [slid(box, area) for box in _slots(spot, size, wide)]
    return min(boxes, key=lambda box: (cover(box, never) > 0, cover(box, rather_not)))


def title(outline: Sequence[Point], wide: float, taken: Sequence[Box], area: Box) -> Box | None:
    """A land's name inside it, at the top, where it is free; None where it is not."""
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    room = max(xs) - min(xs) - wide - 16
    spots = [
        slid(Box(min(xs) + 8 + room * part, y, wide, LABEL_HIGH), area)
        for y in (min(ys) + 6, min(ys) + 18, max(ys) - 22, min(ys) + 34, max(ys) - 40)
        for part in (0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95)
    ]
    return next((box for box in spots if _is_free(box, taken)), None)


def badge(outline: Sequence[Point], wide: float, taken: Sequence[Box], area: Box) -> Box | None:
    """The words of a cut network, at the foot of its land; None where there is no room at all."""
    xs, ys = [p[0] for p in outline], [p[1] for p in outline]
    middle, low = (min(xs) + max(xs)) / 2, max(ys)
    shifts = [step * sign for step in range(0, 160, 16) for sign in (1, -1)]
    spots = [
        slid(Box(middle - wide / 2 + shift, low - 24 - up, wide, 20), area)
        for up in range(-20, round(low - min(ys)), 8)
        for shift in shifts
    ]
    return next((box for box in spots if _is_free(box, taken)), None)
