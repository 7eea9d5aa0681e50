"""Reading a forecast off the imagined worlds: what each measure comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.world import World
from game.views.observation import Observation, Reading
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


@dataclass(frozen=True, eq=False)
class Lookout:
    """The measures a seat looks at in one turn, and how they go without its sheet. M measures.

    wanted: each with the place of the objective that turns on it, -1 for none; before: as the seat
    knows it now; floor, ceiling: (M,) its range; idle: (M, G) in every world without the sheet.
    """

    view: Viewpoint
    wanted: tuple[tuple[Measure, int], ...]
    before: tuple[Reading, ...]
    floor: Array
    ceiling: Array
    idle: Array


def look_out(view: Viewpoint, observation: Observation, idle: Sequence[World]) -> Lookout:
    """Return what this seat cares about; `idle` are the imagined worlds after no orders."""
    wanted: dict[Measure, int] = {}
    for place, reads in enumerate(view.goals.reads):
        if reads and reads not in wanted:
            wanted[reads] = place
    for measure in (("crisis",), *_about_us(view)):
        if measure[0] in view.maps:
            wanted.setdefault(measure, -1)
    ranges = np.array([_range(view, measure) for measure in wanted])
    return Lookout(
        view=view,
        wanted=tuple(wanted.items()),
        before=tuple(observation.value(*measure) for measure in wanted),
        floor=ranges[:, 0],
        ceiling=ranges[:, 1],
        idle=np.stack([read(view, idle, measure) for measure in wanted]),
    )


def rows_read(lookout: Lookout, after: Sequence[World]) -> tuple[Row, ...]:
    """Return what the measures come to in the worlds with the sheet, the most moved first."""
    values = np.stack([read(lookout.view, after, measure) for measure, _ in lookout.wanted])
    low, middle, high = np.percentile(values, (LOW, 50.0, HIGH), axis=1)
    idle, change = np.median(lookout.idle, axis=1), values - lookout.idle
    effect, felt = change.mean(axis=1), (np.abs(change) > 1e-9).mean(axis=1)
    numbers = np.stack(
        [low, middle, high, idle, effect, felt, lookout.floor, lookout.ceiling], axis=1
    )
    rows = [_row(lookout, place, tuple(line), after) for place, line in enumerate(numbers.tolist())]
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


def _row(lookout: Lookout, place: int, numbers: tuple[float, ...], after: Sequence[World]) -> Row:
    measure, goal = lookout.wanted[place]
    now, goals = lookout.before[place], lookout.view.goals
    low, middle, high, idle, effect, felt, floor, ceiling = numbers
    row = Row(measure, now.value, now.exact, low, middle, high, idle, effect, felt, floor, ceiling)
    if goal < 0:
        return row
    met = _met(lookout.view, after, goal)
    return replace(row, goal=goal, needed=goals.needed[goal], sign=goals.sign[goal], met=met)


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
