"""Questions: what is not known, and which of it widens a forecast most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.orders import Orders
from game.engine.world import World
from game.views.forecast_rows import Row, read
from game.views.viewpoint import Viewpoint

Array = npt.NDArray[Any]

SWAYS = 0.12  # share of a band's variance that a question must explain to be named (a guess)
NAMEABLE = ("credibility", "opinion", "aware", "belief", "trust", "holds")
MORE = ("defense", "poise", "evidence", "tension", "online")


RARE = 0.04  # share of the worlds in which a seat makes a move that is worth asking about


@dataclass(frozen=True, slots=True)
class Question:
    """What is not known and matters: a measure, whether a claim is true, or what a seat orders.

    kind: "measure", "truth" or "orders"; things: the measure, the claim, or a seat and a deed it
    may order; share: of the variance of the band that it widens most.
    """

    kind: str
    things: tuple[str, ...]
    share: float


Asked = tuple[str, tuple[str, ...], Array]  # kind, things, (G,) how it stands in every world


def questions(
    view: Viewpoint, before: Sequence[World], others: Sequence[Orders]
) -> tuple[Asked, ...]:
    """Return what is open in this turn, whatever the seat orders."""
    return (*_hidden(view, before), *_sheets(view, before, others))


def widest(
    view: Viewpoint,
    asked: Sequence[Asked],
    after: Sequence[World],
    rows: Sequence[Row],
    named: frozenset[str],
) -> Question | None:
    """Return the open question that explains most of the bands; None where none stands out.

    `named` are the claims that the sheet and running work are about.
    """
    bands = [row for row in rows if row.high > row.low]
    shown = {row.measure for row in rows}
    open_now = [one for one in (*asked, *_truths(view, after, named)) if one[1] not in shown]
    if not bands or not open_now:
        return None
    results = np.stack([read(view, after, row.measure) for row in bands])
    width = np.array([(row.high - row.low) / row.span for row in bands])
    shares = _explained(np.stack([values for _, _, values in open_now]), results)
    best = int((shares @ width).argmax())
    share = float(shares[best].max())
    kind, things, _ = open_now[best]
    return Question(kind, things, share) if share >= SWAYS else None


def _hidden(view: Viewpoint, before: Sequence[World]) -> list[Asked]:
    """Return what the seat does not see exactly of the measures that have a plain name."""
    layout, keys = view.rulebook.layout, view.rulebook.keys
    found: list[Asked] = []
    for name in (*NAMEABLE, *MORE):
        stretch = layout.stretches.get(name)
        crowd = layout.counts["audience"] > len(keys["audience"])
        if stretch is None or ("audience" in stretch.axes and crowd):
            continue
        span = slice(stretch.first, stretch.first + stretch.size)
        table = np.concatenate([world.cells.T[span] for world in before], axis=1)
        for place in np.flatnonzero(table.std(axis=1) > 0):
            where = np.unravel_index(place, stretch.shape)
            pairs = zip(stretch.axes, where, strict=True)
            things = tuple(keys[axis][int(index)] for axis, index in pairs)
            first = layout.alias[stretch.first + place] == stretch.first + place
            if first and len(set(things)) == len(things):
                found.append(("measure", (name, *things), table[place]))
    return found


def _sheets(view: Viewpoint, before: Sequence[World], others: Sequence[Orders]) -> list[Asked]:
    """Return which of the moves open to it each other seat makes, of those not too rare."""
    keys, deeds = view.rulebook.keys["seat"], view.rulebook.deeds
    kinds = len(deeds)
    tables = []
    for world, orders in zip(before, others, strict=True):
        spot = orders.game * kinds * len(keys) + orders.seat * kinds + orders.deed
        counts = np.bincount(spot, minlength=world.games * kinds * len(keys))
        tables.append(counts.reshape(world.games, -1) > 0)
    made = np.concatenate(tables).T.astype(np.float64)
    share = made.mean(axis=1)
    some = np.flatnonzero((share > RARE) & (share < 1 - RARE))
    return [("orders", (keys[n // kinds], deeds[n % kinds].key), made[n]) for n in some.tolist()]


def _truths(view: Viewpoint, after: Sequence[World], named: frozenset[str]) -> list[Asked]:
    """Return which side a world is on, for the claims that the sheet and running work name."""
    if len(after) < 2:
        return []
    side = np.repeat(np.arange(len(after), dtype=np.float64), [world.games for world in after])
    mine = {key for key in named if view.booklet.me in view.scenario.claims[key].by}
    return [("truth", (claim,), side) for claim in sorted(named - mine)]


def claims_named(view: Viewpoint, deed: Array, operands: Sequence[Array]) -> frozenset[str]:
    """Return the claims that orders or running work name; all arrays (R,)."""
    keys = view.rulebook.keys["claim"]
    found = set()
    for place, one in enumerate(deed.tolist()):
        for axis, column in zip(view.rulebook.deeds[one].axes, operands, strict=True):
            if axis == "claim" and column[place] >= 0:
                found.add(keys[int(column[place])])
    return frozenset(found)


def _explained(asked: Array, results: Array) -> Array:
    """Return (questions, rows): the share of each result's variance that a question explains."""
    first = asked - asked.mean(axis=1, keepdims=True)
    second = results - results.mean(axis=1, keepdims=True)
    size = np.sqrt((first**2).sum(axis=1))[:, None] * np.sqrt((second**2).sum(axis=1))[None, :]
    shares: Array = np.divide(first @ second.T, size, out=np.zeros(size.shape), where=size > 1e-12)
    return shares**2
