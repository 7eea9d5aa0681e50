"""Where everything on the map stands, in dp: marks, ties that bend, labels that give way.

Pure geometry. Labels give way to what was placed before them. A tie's word
slides along the tie to the first free place; without one it stands in the table only.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.ui.curves import Avoid, best_curve
from game.ui.layout import Box
from game.ui.view_models.atlas import Atlas, Mark, Point, Tie

MARK, AUDIENCE, FOCUS = 32.0, 28.0, 40.0
APART = 38.0  # the least distance of two marks
SLIDES = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72)
LABEL_HIGH = 16.0

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class PlacedTie:
    """A tie as a row of points, with its word's box if there was room."""

    tie: Tie
    points: tuple[Point, ...]
    near: bool  # belongs to the focus
    label: str = ""
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A name beside its mark."""

    key: str
    text: str
    box: Box
    near: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole map, placed."""

    marks: tuple[tuple[Mark, Point, float, bool], ...]  # mark, middle, size, near the focus
    labels: tuple[PlacedLabel, ...]
    ties: tuple[PlacedTie, ...]
    lands: tuple[tuple[int, tuple[Point, ...]], ...]  # index into atlas.lands, outline
    titles: tuple[tuple[int, Box], ...]
    badges: tuple[tuple[int, Box], ...]


def place(atlas: Atlas, area: Box, focus: str, measure: Measure) -> Picture:
    """Put an atlas into an area. `measure` gives the width of a small text in dp."""
    spots = _spots(atlas, area)
    near = {focus} | {k for t in atlas.of(focus) for k in (t.source, t.target)}
    marks = tuple(
        (m, spots[m.key], AUDIENCE if m.audience else MARK, m.key in near) for m in atlas.marks
    )
    blocked = [_around(spot, size + 2) for _, spot, size, _ in marks]
    lands = tuple(
        (n, tuple(_put(p, area) for p in land.outline)) for n, land in enumerate(atlas.lands)
    )
    # In an order that the focus does not change: names stay where they are when it moves.
    order = sorted(marks, key=lambda row: (not row[0].mine, row[0].audience))
    labels: list[PlacedLabel] = []
    taken = list(blocked)
    for mark, spot, size, close in order:
        box = _label(mark, spot, size, area, taken, measure)
        labels.append(PlacedLabel(mark.key, mark.name, box, close))
        taken.append(box)
    badges = _badges(atlas, lands, area, taken, measure)
    taken += [box for _, box in badges]
    titles = _titles(atlas, lands, area, taken, measure)
    taken += [box for _, box in titles]
    ties = _ties(atlas, spots, focus, blocked, taken, labels, area, measure)
    return Picture(marks, tuple(labels), ties, lands, titles, badges)


def _put(at: Point, area: Box) -> Point:
    """A share of the map as a place in dp."""
    inner = area.inset(30, 22)
    return inner.x + at[0] * inner.w, inner.y - 4 + at[1] * (inner.h - 6)


def _around(spot: Point, size: float) -> Box:
    """A square around a point."""
    return Box(spot[0] - size / 2, spot[1] - size / 2, size, size)


def _spots(atlas: Atlas, area: Box) -> dict[str, Point]:
    """The middle of each mark; marks that would touch are pushed apart a little."""
    spots = [_put(m.at, area) for m in atlas.marks]
    limit = area.inset(18, 18)
    for _ in range(30):
        moved = False
        for i in range(len(spots)):
            for j in range(i):
                dx, dy = spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]
                gap = math.hypot(dx, dy)
                if gap < APART:
                    moved = True
                    ux, uy = (dx / gap, dy / gap) if gap > 0.01 else (1.0, 0.0)
                    push = (APART - gap) / 2 + 0.2
                    spots[i] = _kept((spots[i][0] + ux * push, spots[i][1] + uy * push), limit)
                    spots[j] = _kept((spots[j][0] - ux * push, spots[j][1] - uy * push), limit)
        if not moved:
            break
    return {m.key: spot for m, spot in zip(atlas.marks, spots, strict=True)}


def _kept(spot: Point, limit: Box) -> Point:
    """A point moved inside a box."""
    return min(max(spot[0], limit.x), limit.right), min(max(spot[1], limit.y), limit.bottom)


def _label(
    mark: Mark, spot: Point, size: float, area: Box, taken: list[Box], measure: Measure
) -> Box:
    """Below, above, right or left of a mark: the first free side, else the freest."""
    wide = min(measure(mark.name) + 4, 150.0)
    x, y = spot
    half = size / 2
    sides = [
        Box(x - wide / 2, y + half + 1, wide, LABEL_HIGH),
        Box(x + half + 4, y - LABEL_HIGH / 2, wide, LABEL_HIGH),
        Box(x - half - 4 - wide, y - LABEL_HIGH / 2, wide, LABEL_HIGH),
        Box(x - wide / 2, y - half - LABEL_HIGH - 1, wide, LABEL_HIGH),
        Box(x - 8, y + half + 1, wide, LABEL_HIGH),
        Box(x + 8 - wide, y + half + 1, wide, LABEL_HIGH),
        Box(x - 8, y - half - LABEL_HIGH - 1, wide, LABEL_HIGH),
        Box(x + 8 - wide, y - half - LABEL_HIGH - 1, wide, LABEL_HIGH),
    ]
    inside = [_slid(box, area) for box in sides]
    own = _around(spot, size)
    others = [b for b in taken if not b.overlaps(own, slack=size - 4)]
    return min(
        inside, key=lambda b: _cover(b, others) + (0 if not b.overlaps(own, slack=2) else 400)
    )


def _slid(box: Box, area: Box) -> Box:
    """A box moved sideways until it is inside the area."""
    x = min(max(box.x, area.x + 2), area.right - box.w - 2)
    y = min(max(box.y, area.y), area.bottom - box.h)
    return Box(x, y, box.w, box.h)


def _cover(box: Box, taken: list[Box]) -> float:
    """How much of a box is taken already, in square dp."""
    shared = (box.clip(other) for other in taken)
    return sum(s.w * s.h for s in shared)


def _titles(
    atlas: Atlas,
    lands: tuple[tuple[int, tuple[Point, ...]], ...],
    area: Box,
    taken: list[Box],
    measure: Measure,
) -> tuple[tuple[int, Box], ...]:
    """A land's name inside it, at the top, where it is free."""
    found = []
    for number, outline in lands:
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        wide = measure(atlas.lands[number].name.upper()) + 8
        room = max(xs) - min(xs) - wide - 16
        spots = [
            _slid(Box(min(xs) + 8 + room * part, y, wide, LABEL_HIGH), area)
            for y in (min(ys) + 6, min(ys) + 18, max(ys) - 22, min(ys) + 34)
            for part in (0.5, 0.35, 0.65, 0.2, 0.8)
        ]
        best = min(spots, key=lambda b: _cover(b, taken))
        if _cover(best, taken) < 1:
            found.append((number, best))
            taken = [*taken, best]
    return tuple(found)


def _badges(
    atlas: Atlas,
    lands: tuple[tuple[int, tuple[Point, ...]], ...],
    area: Box,
    taken: list[Box],
    measure: Measure,
) -> tuple[tuple[int, Box], ...]:
    """The words of a cut network, at the foot of its land."""
    found = []
    for number, outline in lands:
        note = atlas.lands[number].note
        if not note:
            continue
        wide = min(measure(note) + 30, area.w - 20)
        xs, ys = [p[0] for p in outline], [p[1] for p in outline]
        middle, low = (min(xs) + max(xs)) / 2, max(ys)
        shifts = [step * sign for step in range(0, 160, 16) for sign in (1, -1)]
        spots = [
            _slid(Box(middle - wide / 2 + shift, low - 24 - up, wide, 20), area)
            for up in range(-20, round(low - min(ys)), 8)
            for shift in shifts
        ]
        best = min(spots, key=lambda b: _cover(b, taken))
        found.append((number, best))
        taken = [*taken, best]
    return tuple(found)


def _ties(
    atlas: Atlas,
    spots: dict[str, Point],
    focus: str,
    blocked: list[Box],
    taken: list[Box],
    labels: list[PlacedLabel],
    area: Box,
    measure: Measure,
) -> tuple[PlacedTie, ...]:
    """Every tie bent around marks; words on those of the focus; far ties first, so below."""
    keys = [m.key for m in atlas.marks]
    sizes = {m.key: (AUDIENCE if m.audience else MARK) / 2 + 2 for m in atlas.marks}
    both = {(t.source, t.target) for t in atlas.ties}
    placed = []
    words = list(taken)
    for tie in sorted(atlas.ties, key=lambda t: focus in (t.source, t.target)):
        near = focus in (tie.source, tie.target)
        own = (tie.source, tie.target)
        others = tuple(b for k, b in zip(keys, blocked, strict=True) if k not in own)
        soft = tuple(label.box for label in labels if label.key not in own) if near else ()
        ends = (spots[tie.source], spots[tie.target])
        reach = (sizes[tie.source], sizes[tie.target])
        base = 0.12 if (tie.target, tie.source) in both else 0.0
        points = best_curve(ends, reach, Avoid(others, soft, area), base)
        text = tie.planned or (tie.word if near else "")
        box = _on_tie(points, text, words, measure) if text else None
        if box is not None:
            words.append(box)
        placed.append(PlacedTie(tie, points, near or bool(tie.planned), text, box))
    return tuple(placed)


def _on_tie(points: tuple[Point, ...], text: str, taken: list[Box], measure: Measure) -> Box | None:
    """The first free place for a word along a tie; None when there is none."""
    wide = measure(text) + 12
    for part in SLIDES:
        x, y = points[round(part * (len(points) - 1))]
        box = Box(x - wide / 2, y - 9, wide, 18)
        if not any(box.overlaps(other, slack=1) for other in taken):
            return box
    return None
