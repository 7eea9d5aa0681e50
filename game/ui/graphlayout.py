"""The whole map placed, in dp of its own world: marks, names, lands, ties with their words.

Pure geometry. Names and marks stay where they are when the focus moves. A tie's word slides along
the tie to the first free place; without one it stands in the table only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from game.ui.curves import Avoid, best_curve
from game.ui.graphlabels import Measure, badge, focus_chip, names, title
from game.ui.graphspots import (
    AUDIENCE,
    FOCUS,
    LABEL_HIGH,
    MARK,
    Node,
    apart,
    around,
    put,
    roomy,
)
from game.ui.layout import Box
from game.ui.view_models.atlas import Atlas, Mark, Point, Tie

SLIDES = (0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72)
BADGE_ICON = 30.0
BADGED = 8.0  # what a count of folded audiences adds to the size of a mark

__all__ = ["FOCUS", "Picture", "PlacedLabel", "PlacedMark", "PlacedTie", "nearest", "place"]


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark with its middle and size."""

    mark: Mark
    spot: Point
    size: float
    near: bool  # the focus, or tied to it


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
    """A name beside its mark; `chip` says that it lies on others and needs a ground."""

    key: str
    text: str
    box: Box
    near: bool
    chip: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole map, placed."""

    marks: tuple[PlacedMark, ...]
    labels: tuple[PlacedLabel, ...]
    ties: tuple[PlacedTie, ...]
    lands: tuple[tuple[int, tuple[Point, ...]], ...]  # index into atlas.lands, outline
    titles: tuple[tuple[int, Box], ...]
    badges: tuple[tuple[int, Box], ...]

    def spot(self, key: str) -> Point | None:
        """The middle of a mark."""
        return next((row.spot for row in self.marks if row.mark.key == key), None)


def place(atlas: Atlas, area: Box, focus: str, measure: Measure) -> Picture:
    """Put an atlas into an area. `measure` gives the width of a small bold text in dp."""
    near = {focus} | {k for tie in atlas.of(focus) for k in (tie.source, tie.target)}
    nodes = tuple(
        Node(m.at, _size(m) + (BADGED if m.folded else 0), measure(m.name)) for m in atlas.marks
    )
    lands = tuple(
        (n, tuple(put(p, area) for p in land.outline)) for n, land in enumerate(atlas.lands)
    )
    notes = tuple(
        (ring, min(measure(atlas.lands[n].note) + BADGE_ICON, area.w - 20))
        for n, ring in lands
        if atlas.lands[n].note
    )
    spots, badges, boxes = _settled(nodes, notes, area)
    marks = tuple(
        PlacedMark(m, spot, _size(m), m.key in near)
        for m, spot in zip(atlas.marks, spots, strict=True)
    )
    noted = [n for n, _ in lands if atlas.lands[n].note]
    placed_badges = tuple((n, box) for n, box in zip(noted, badges, strict=True) if box)
    labels = _labels(marks, boxes, focus, [box for _, box in placed_badges], measure, area)
    taken = [around(row.spot, row.size + 2) for row in marks]
    taken += [label.box for label in labels] + [box for _, box in placed_badges]
    titles = _titles(atlas, lands, area, taken, measure)
    taken += [box for _, box in titles]
    ties = _ties(atlas, marks, focus, Avoid(tuple(taken[: len(marks)]), boxes, area))
    return Picture(
        marks, labels, _worded(ties, focus, taken, area, measure), lands, titles, placed_badges
    )


def _size(mark: Mark) -> float:
    """How wide a mark is."""
    return AUDIENCE if mark.audience else MARK


Rings = tuple[tuple[tuple[Point, ...], float], ...]
Settled = tuple[tuple[Point, ...], tuple[Box | None, ...], tuple[Box | None, ...]]


@lru_cache(maxsize=64)
def _settled(nodes: tuple[Node, ...], notes: Rings, area: Box) -> Settled:
    """Spots, badges and name boxes: the author's places, unless names need more room."""
    first = _settle(apart(nodes, area), nodes, notes, area)
    if _said(first[2], nodes) >= len(nodes):
        return first
    other = _settle(roomy(nodes, area), nodes, notes, area)
    return other if _said(other[2], nodes) > _said(first[2], nodes) + 0.2 else first


def _settle(spots: tuple[Point, ...], nodes: tuple[Node, ...], notes: Rings, area: Box) -> Settled:
    """Badges and names for marks that stand somewhere."""
    badges = _badges(nodes, spots, notes, area)
    fixed = tuple(box for box in badges if box)
    return spots, badges, names(nodes, spots, fixed, area)


def _said(boxes: tuple[Box | None, ...], nodes: tuple[Node, ...]) -> float:
    """How many names are seen, those cut short in part."""
    rows = zip(boxes, nodes, strict=True)
    return sum(min(1.0, box.w / (node.wide + 4)) if node.wide else 1.0 for box, node in rows if box)


def _badges(
    nodes: tuple[Node, ...], spots: tuple[Point, ...], notes: Rings, area: Box
) -> tuple[Box | None, ...]:
    """Badges before names, but where a name under a mark would not stand."""
    taken: list[Box] = []
    for node, (x, y) in zip(nodes, spots, strict=True):
        taken.append(around((x, y), node.size + 2))
        taken.append(Box(x - node.wide / 2, y + node.size / 2 + 1, node.wide, LABEL_HIGH))
    found: list[Box | None] = []
    for ring, wide in notes:
        box = badge(ring, wide, taken, area) or badge(ring, wide, taken[::2], area)
        found.append(box)
        taken += [box, box] if box else []
    return tuple(found)


def _labels(
    marks: tuple[PlacedMark, ...],
    boxes: tuple[Box | None, ...],
    focus: str,
    badges: list[Box],
    measure: Measure,
    area: Box,
) -> tuple[PlacedLabel, ...]:
    """The names that have a place; that of the focus has one always, and what it lies on goes."""
    found = [
        PlacedLabel(row.mark.key, row.mark.name, box, row.near)
        for row, box in zip(marks, boxes, strict=True)
        if box
    ]
    chosen = next((row for row in marks if row.mark.key == focus), None)
    own = next((label for label in found if label.key == focus), None)
    if chosen is None:
        return tuple(found)
    wide = measure(chosen.mark.name) + 4
    if own is not None and own.box.w >= min(wide, area.w / 2):
        return tuple(found)
    blocked = [around(row.spot, row.size) for row in marks if row is not chosen]
    chip = focus_chip(chosen.spot, FOCUS, min(wide, area.w), (badges, blocked), area)
    kept = [label for label in found if label.key != focus and not label.box.overlaps(chip)]
    return (*kept, PlacedLabel(focus, chosen.mark.name, chip, near=True, chip=True))


def _titles(
    atlas: Atlas,
    lands: tuple[tuple[int, tuple[Point, ...]], ...],
    area: Box,
    taken: list[Box],
    measure: Measure,
) -> tuple[tuple[int, Box], ...]:
    """Names of lands where they are free."""
    found = []
    for number, ring in lands:
        box = title(ring, measure(atlas.lands[number].name.upper()) + 8, taken, area)
        if box is not None:
            found.append((number, box))
            taken = [*taken, box]
    return tuple(found)


def _ties(
    atlas: Atlas, marks: tuple[PlacedMark, ...], focus: str, avoid: Avoid
) -> list[tuple[Tie, tuple[Point, ...], bool]]:
    """Every tie bent around marks and names; far ties first, so below."""
    number = {row.mark.key: n for n, row in enumerate(marks)}
    both = {(t.source, t.target) for t in atlas.ties}
    found = []
    for tie in sorted(atlas.ties, key=lambda t: focus in (t.source, t.target)):
        ends = number[tie.source], number[tie.target]
        one, other = marks[ends[0]], marks[ends[1]]
        between = (one.spot, other.spot)
        reach = (one.size / 2 + 2, other.size / 2 + 2)
        base = 0.12 if (tie.target, tie.source) in both else 0.0
        near = focus in (tie.source, tie.target) or bool(tie.planned)
        found.append((tie, best_curve(ends, between, reach, avoid, base), near))
    return found


def _worded(
    ties: list[tuple[Tie, tuple[Point, ...], bool]],
    focus: str,
    taken: list[Box],
    area: Box,
    measure: Measure,
) -> tuple[PlacedTie, ...]:
    """Words on the ties of the focus, those of planned orders first."""
    boxes: dict[int, Box] = {}
    words = list(taken)
    order = sorted(range(len(ties)), key=lambda n: not ties[n][0].planned)
    for n in order:
        tie, points, near = ties[n]
        if not near:
            continue
        box = _on_tie(points, measure(tie.planned or tie.word) + 12, words, area)
        if box is not None:
            boxes[n] = box
            words.append(box)
    return tuple(
        PlacedTie(tie, points, near, (tie.planned or tie.word) if near else "", boxes.get(n))
        for n, (tie, points, near) in enumerate(ties)
    )


def _on_tie(points: tuple[Point, ...], wide: float, taken: list[Box], area: Box) -> Box | None:
    """The first free place for a word along a tie; None when there is none."""
    for part in SLIDES:
        x, y = points[round(part * (len(points) - 1))]
        box = Box(x - wide / 2, y - 9, wide, 18)
        if box.within(area) and not any(box.overlaps(other, slack=1) for other in taken):
            return box
    return None


def nearest(spots: dict[str, Point], focus: str, way: tuple[int, int]) -> str:
    """The nearest mark in a direction: near along it, and not far beside it; '' for none."""
    x, y = spots[focus]
    dx, dy = way
    best, least = "", math.inf
    for name, (ox, oy) in spots.items():
        along = (ox - x) * dx + (oy - y) * dy
        beside = abs((ox - x) * dy) + abs((oy - y) * dx)
        if along > 4 and along + 2 * beside < least:
            best, least = name, along + 2 * beside
    return best
