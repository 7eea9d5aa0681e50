"""The map of influence as a seat knows it: marks, lands, ties. Pure: places are shares 0..1.

Positions come from the author; where some are missing a spring layout with a fixed seed fills in,
once, so that the map never jumps.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from game.ui.view_models import words
from game.ui.view_models.notebook import Notebook, value

if TYPE_CHECKING:
    from game.views import Booklet

Point = tuple[float, float]
Shape = Literal["circle", "square", "hexagon", "diamond"]
SHAPES: dict[str, Shape] = {"state": "circle", "international_organization": "square"}
REGION_PAD = 0.085  # how far a land reaches around its marks, as a share of the map


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor or an audience on the map."""

    key: str
    name: str
    code: str
    shape: Shape
    at: Point
    bloc: int  # index into the theme's blocs
    mine: bool
    audience: bool
    kind: str
    about: str
    warning: str = ""  # "offline", "60 % online"


@dataclass(frozen=True, slots=True)
class Land:
    """A state with its publics, as a flat area."""

    key: str
    name: str
    outline: tuple[Point, ...]
    mine: bool
    cut: bool  # hatched: a network is down
    note: str  # the badge's words


@dataclass(frozen=True, slots=True)
class Tie:
    """Directed influence; planned: an order of this sheet."""

    source: str
    target: str
    word: str
    weight: float
    planned: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything on the map."""

    marks: tuple[Mark, ...]
    lands: tuple[Land, ...]
    ties: tuple[Tie, ...]

    def mark(self, key: str) -> Mark | None:
        """The mark of a key."""
        return next((m for m in self.marks if m.key == key), None)

    def of(self, key: str) -> tuple[Tie, ...]:
        """The ties that begin or end at a mark."""
        return tuple(t for t in self.ties if key in (t.source, t.target))


def atlas(book: Notebook, planned: tuple[tuple[str, str], ...] = ()) -> Atlas:
    """The map now; `planned` names the target and the words of each order on the sheet."""
    now = book.now
    booklet = now.booklet
    places = stretched(positions(booklet))
    marks = tuple(_marks(book, places))
    ties = [
        Tie(a, z, words.strength(w), w) for a, z, w in booklet.ties if a in places and z in places
    ]
    ties += [
        Tie(booklet.me, target, "strong", 1.0, label)
        for target, label in planned
        if target in places and target != booklet.me
    ]
    return Atlas(marks, tuple(_lands(book, marks)), tuple(ties))


def _marks(book: Notebook, places: dict[str, Point]) -> list[Mark]:
    """Actors first, then audiences."""
    booklet = book.now.booklet
    cards = {**booklet.actors, **booklet.audiences}
    named = words.codes({key: card.name for key, card in cards.items()})
    blocs = _blocs(booklet)
    marks = []
    for key, card in cards.items():
        audience = key in booklet.audiences
        marks.append(
            Mark(
                key=key,
                name=card.name,
                code=named[key],
                shape="diamond" if audience else SHAPES.get(card.kind, "hexagon"),
                at=places[key],
                bloc=blocs[key],
                mine=key == booklet.me,
                audience=audience,
                kind="audience" if audience else card.kind.replace("_", " "),
                about=card.about,
                warning=_connection(book, key) if audience else "",
            )
        )
    return marks


def _connection(book: Notebook, audience: str) -> str:
    """How far an audience is cut off, if it is."""
    online = value(book.now, "online", audience)
    if online is None or online > 0.95:
        return ""
    return "offline" if online < 0.05 else f"{words.percent(online)} online"


def _blocs(booklet: Booklet) -> dict[str, int]:
    """A color for each state with its bloc, in order; the last color is for those of no bloc."""
    named = [card.bloc or key for key, card in booklet.actors.items() if card.kind == "state"]
    named += [card.bloc for card in booklet.actors.values() if card.bloc]
    names = {bloc: min(n, 3) for n, bloc in enumerate(dict.fromkeys(named))}
    own = {key: names.get(card.bloc or key, 4) for key, card in booklet.actors.items()}
    publics = {k: own.get(card.of or "", 4) for k, card in booklet.audiences.items()}
    return {**own, **publics}


def _lands(book: Notebook, marks: tuple[Mark, ...]) -> list[Land]:
    """A land for each state that has publics of its own."""
    booklet = book.now.booklet
    members: dict[str, list[Mark]] = defaultdict(list)
    by_key = {m.key: m for m in marks}
    for key, card in booklet.audiences.items():
        if card.of in by_key:
            members[str(card.of)].append(by_key[key])
    lands = []
    for key, publics in members.items():
        if booklet.actors[key].kind != "state":
            continue
        cut = [m for m in publics if m.warning]
        points = tuple(m.at for m in (by_key[key], *publics))
        note = f"{cut[0].name}: {cut[0].warning}" if cut else ""
        if len(cut) > 1:
            note = f"Network cut for {len(cut)} of {len(publics)} publics"
        name = booklet.actors[key].name
        lands.append(Land(key, name, outline(points), key == booklet.me, bool(cut), note))
    return lands


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


def stretched(places: dict[str, Point]) -> dict[str, Point]:
    """The same places over the whole map: authors seldom write to its very edges."""
    xs, ys = [p[0] for p in places.values()], [p[1] for p in places.values()]
    wide, high = (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0
    return {k: ((x - min(xs)) / wide, (y - min(ys)) / high) for k, (x, y) in places.items()}


def positions(booklet: Booklet) -> dict[str, Point]:
    """A place for every actor and audience."""
    given = {k: c.at for k, c in (*booklet.actors.items(), *booklet.audiences.items())}
    missing = tuple(k for k, at in given.items() if at is None)
    known = {k: (float(at[0]), float(at[1])) for k, at in given.items() if at is not None}
    if not missing:
        return known
    ties = tuple((a, z, w) for a, z, w in booklet.ties if a in given and z in given)
    return {**_drafted(tuple(given), ties, tuple(known.items())), **known}


@lru_cache(maxsize=8)
def _drafted(
    keys: tuple[str, ...],
    ties: tuple[tuple[str, str, float], ...],
    known: tuple[tuple[str, Point], ...],
) -> dict[str, Point]:
    """A spring layout with a fixed seed around what the author placed."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(keys)
    graph.add_weighted_edges_from(ties)
    held = dict(known)
    laid = nx.spring_layout(graph, pos=held or None, fixed=list(held) or None, seed=1)
    xs, ys = [p[0] for p in laid.values()], [p[1] for p in laid.values()]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    if held:
        return {
            k: (float(min(max(p[0], 0), 1)), float(min(max(p[1], 0), 1))) for k, p in laid.items()
        }
    return {
        k: (
            float(0.06 + 0.88 * (p[0] - min(xs)) / wide),
            float(0.08 + 0.84 * (p[1] - min(ys)) / high),
        )
        for k, p in laid.items()
    }
