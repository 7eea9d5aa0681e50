"""Lands of the map: a state with its publics, as the author's polygon or the hull of its marks."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.language import t, t_count
from game.ui.view_models import words
from game.ui.view_models.notebook import Notebook, value

if TYPE_CHECKING:
    from game.ui.view_models.places import Frame, Point

CORNERS = 3
REGION_PAD = 0.085  # how far a land reaches around its marks, as a share of the map
ONLINE, OFFLINE = 0.95, 0.05  # above the first nothing is said of a network, below the second: off


@dataclass(frozen=True, slots=True)
class Land:
    """A state with its publics, as a flat area."""

    key: str
    name: str
    outline: tuple[Point, ...]
    mine: bool
    cut: bool  # hatched: a network is down
    note: str  # the badge's words


def connection(book: Notebook, audience: str) -> str:
    """How far an audience is cut off, if it is."""
    online = value(book.now, "online", audience)
    if online is None or online > ONLINE:
        return ""
    return t("offline") if online < OFFLINE else t("{share} online", share=words.percent(online))


def lands(book: Notebook, at: dict[str, Point], frame: Frame) -> tuple[Land, ...]:
    """A land for each state that has publics of its own, or a region that its author drew."""
    booklet = book.now.booklet
    publics: dict[str, list[str]] = defaultdict(list)
    for key, card in booklet.audiences.items():
        if card.of in booklet.actors:
            publics[str(card.of)].append(key)
    found = []
    for key, card in booklet.actors.items():
        drawn = tuple(getattr(card, "region", ()))
        drawn = drawn if len(drawn) >= CORNERS else ()
        if card.kind != "state" or not (drawn or publics[key]):
            continue
        ring = tuple(frame.put(point) for point in drawn)
        hull = ring or outline(tuple(at[k] for k in (key, *publics[key])))
        cut = {k: said for k in publics[key] if (said := connection(book, k))}
        note = _note(book, cut, len(publics[key]))
        found.append(Land(key, card.name, hull, key == booklet.me, bool(cut), note))
    return tuple(found)


def _note(book: Notebook, cut: dict[str, str], publics: int) -> str:
    """A cut network in words."""
    if not cut:
        return ""
    key, said = next(iter(cut.items()))
    if len(cut) == 1:
        return t("{audience}: {state}", audience=book.now.booklet.audiences[key].name, state=said)
    return t_count(
        "Network cut for {cut} of {count} public",
        "Network cut for {cut} of {count} publics",
        publics,
        cut=len(cut),
    )


def outline(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """A convex outline around points, with room for their marks and labels."""
    ring = [
        (
            x + REGION_PAD * 1.25 * math.cos(math.tau * k / 7 + 0.3),
            y + REGION_PAD * 1.5 * math.sin(math.tau * k / 7 + 0.3),
        )
        for x, y in points
        for k in range(7)
    ]
    hull = _hull(sorted((min(max(x, -0.03), 1.03), min(max(y, -0.08), 1.08)) for x, y in ring))
    return tuple(hull)


def _hull(points: list[Point]) -> list[Point]:
    """Andrew's monotone chain."""

    def half(ordered: list[Point]) -> list[Point]:
        kept: list[Point] = []
        for p in ordered:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], p) <= 0:
                kept.pop()
            kept.append(p)
        return kept[:-1]

    return half(points) + half(points[::-1])


def _turn(a: Point, b: Point, c: Point) -> float:
    """Above 0 when a, b, c turn left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
