"""Reading a forecast off the imagined worlds: what each measure comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.world import World
from game.views.observation import Observation
from game.views.viewpoint import Viewpoint

Array = npt.NDArray[Any]
Measure = tuple[str, ...]  # a measure's name, then its things

LOW, HIGH = 10.0, 90.0  # the band holds 80 of 100 worlds
FELT = 0.004  # of its range: a smaller effect on a measure is not worth a row (a guess)
STIRRED = 0.03  # of its range: what moves less by itself is not worth a row (a guess)
WIDE = 0.6  # of the range: a band this wide says nothing (a guess)
OWN_STOCKS = ("money", "political")
BETWEEN = ("tension", "relations")


@dataclass(frozen=True, slots=True)
class Row:
    """A measure in the imagined worlds.

    before: as the seat knows it now; low, middle, high: where 80 of 100 worlds bring it, and their
    median; idle: the median without the sheet; effect: what the sheet adds on average; felt: in
    what share of the worlds it adds anything; goal: the place of an objective that turns on it, -1
    for none, which wants it `sign` `needed`; met: the share of worlds in which that objective
    stands met, None where it cannot be judged; floor, ceiling: the ends of its range.
    """

    measure: Measure
    before: float | None
    exact: bool
    low: float
    middle: float
    high: float
    idle: float
    effect: float
    felt: float
    floor: float
    ceiling: float
    goal: int = -1
    needed: float | None = None
    sign: str = ""
    met: float | None = None

    @property
    def span(self) -> float:
        """The whole range."""
        return (self.ceiling - self.floor) or 1.0

    @property
    def uncertain(self) -> bool:
        """Whether the band is so wide that it says nothing."""
        return self.high - self.low > WIDE * self.span


def rows_read(
    view: Viewpoint,
    observation: Observation,
    after: Sequence[World],
    idle: Sequence[World],
) -> tuple[Row, ...]:
    """Return the measures this seat cares about, those that the sheet moves most first.

    `after` and `idle` are the same blocks of worlds with and without the sheet.
    """
    goals, known = view.goals, view.maps
    wanted: dict[Measure, int] = {}
    for place, reads in enumerate(goals.reads):
        if reads and reads not in wanted:
            wanted[reads] = place
    for measure in (("crisis",), *_about_us(view)):
        if measure[0] in known:
            wanted.setdefault(measure, -1)
    rows = [_row(view, observation, (m, goal), after, idle) for m, goal in wanted.items()]
    always = [row.goal >= 0 or row.measure == ("crisis",) for row in rows]
    stirred = [_moved(row) or _stirs(row) for row in rows]
    kept = [r for r, a, s in zip(rows, always, stirred, strict=True) if a or s]
    return tuple(sorted(kept, key=_rank))


def _about_us(view: Viewpoint) -> list[Measure]:
    """Return the seat's stocks, its credit with every audience, and its standing with others."""
    booklet = view.booklet
    me = booklet.me
    found: list[Measure] = [(name, me) for name in OWN_STOCKS]
    found += [("credibility", me, audience) for audience in booklet.audiences]
    found += [(name, me, other) for name in BETWEEN for other in booklet.actors if other != me]
    axes = {name: card.axes for name, card in booklet.measures.items()}
    found += [(name,) for name in sorted(axes) if not axes[name] and name != "crisis"]
    return [row for row in found if row[0] in axes]


def _moved(row: Row) -> bool:
    return abs(row.effect) > FELT * row.span


def _stirs(row: Row) -> bool:
    """Whether it will change without the sheet, or nobody knows whether it will."""
    drift = 0.0 if row.before is None or not row.exact else abs(row.idle - row.before)
    return max(drift, row.high - row.low) > STIRRED * row.span


def _rank(row: Row) -> tuple[bool, float, int, Measure]:
    """What moves most of its range first, goals before others; what is settled comes last."""
    size = round(abs(row.effect) / row.span, 3)
    lifted = size + (0.05 if row.goal >= 0 else 0.0)
    settled = row.met == 1.0 and row.low == row.high
    order = 3 if settled else 0 if row.goal >= 0 else 1 if row.measure == ("crisis",) else 2
    return not _moved(row), -lifted if _moved(row) else 0.0, order, row.measure


def _row(
    view: Viewpoint,
    observation: Observation,
    what: tuple[Measure, int],
    after: Sequence[World],
    idle: Sequence[World],
) -> Row:
    measure, goal = what
    values, without = (read(view, worlds, measure) for worlds in (after, idle))
    low, middle, high = (float(q) for q in np.percentile(values, (LOW, 50.0, HIGH)))
    now = observation.value(*measure)
    floor, ceiling = _range(view, measure)
    change = values - without
    return Row(
        measure=measure,
        before=now.value,
        exact=now.exact,
        low=low,
        middle=middle,
        high=high,
        idle=float(np.median(without)),
        effect=float(change.mean()),
        felt=float((np.abs(change) > 1e-9).mean()),
        floor=floor,
        ceiling=ceiling,
        goal=goal,
        needed=view.goals.needed[goal] if goal >= 0 else None,
        sign=view.goals.sign[goal] if goal >= 0 else "",
        met=_met(view, after, goal),
    )


def _met(view: Viewpoint, after: Sequence[World], goal: int) -> float | None:
    """In what share of the worlds an objective stands met."""
    if goal < 0 or not view.goals.known[goal]:
        return None
    cell = view.goals.cells[view.goals.cell_of[goal]]
    return float(np.concatenate([world.cells[:, cell] for world in after]).mean())


def goals_met(view: Viewpoint, after: Sequence[World]) -> tuple[float | None, ...]:
    """Return of each objective in what share of the worlds it stands met, None if not known."""
    return tuple(_met(view, after, place) for place in range(len(view.goals.known)))


def read(view: Viewpoint, worlds: Sequence[World], measure: Measure) -> Array:
    """Return (G,) a measure of every world, of an audience of many the mean of its people."""
    cells = _cells(view, measure)
    return np.concatenate([world.cells.T[cells].mean(axis=0) for world in worlds])


def _cells(view: Viewpoint, measure: Measure) -> Array:
    name, *things = measure
    layout, keys = view.rulebook.layout, view.rulebook.keys
    stretch = layout.stretches[name]
    where = []
    for axis, thing in zip(stretch.axes, things, strict=True):
        place = keys[axis].index(thing)
        nodes = view.maps["audience of node"].columns
        where.append(np.flatnonzero(nodes == place) if axis == "audience" else np.array([place]))
    part = layout.alias[stretch.first : stretch.first + stretch.size].reshape(stretch.shape)
    return np.ravel(part[np.ix_(*where)] if where else part)


def _range(view: Viewpoint, measure: Measure) -> tuple[float, float]:
    cells = _cells(view, measure)
    layout = view.rulebook.layout
    return float(layout.low[cells].min()), float(layout.high[cells].max())
