"""Where actors and audiences stand on the map, as shares 0..1. Pure.

Positions come from the author; where some are missing a spring layout with a fixed seed fills in,
once, so that the map never jumps.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.views import Booklet

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the author's sheet that is used: authors seldom write to its very edges."""

    x: float
    y: float
    w: float
    h: float

    @classmethod
    def around(cls, places: dict[str, Point]) -> Frame:
        """The smallest frame that holds all places."""
        xs, ys = [p[0] for p in places.values()] or [0.0], [p[1] for p in places.values()] or [0.0]
        return cls(min(xs), min(ys), (max(xs) - min(xs)) or 1.0, (max(ys) - min(ys)) or 1.0)

    def put(self, point: Point) -> Point:
        """A place of the sheet as a share of the frame."""
        return (point[0] - self.x) / self.w, (point[1] - self.y) / self.h


def positions(booklet: Booklet) -> dict[str, Point]:
    """A place on the author's sheet for every actor and audience."""
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
