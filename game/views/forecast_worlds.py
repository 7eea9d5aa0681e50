"""Imagined worlds: games as they may stand, given what one seat sees of its own.

What it knows exactly stays, what it sees rounded is drawn within the rounding, and the rest comes
from what anybody could expect. The draws have names of their own: they hang on the seat, the turn
and the cell, never on the seed of the game.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix, uniform
from game.engine.layout import Layout, Stretch, whole
from game.engine.rulebook import Rulebook
from game.engine.world import RUNNING, Pending, World, nothing_pending
from game.views.observation import Observation
from game.views.sight import Sight

Array = npt.NDArray[Any]
Rule = Callable[[Array, Array, Array], Array]  # (starts, widths of the ranges, lots) -> values

SPREAD = 0.15  # of the range, to each side of a start that lies inside it (a guess)
OWNED_TOO = 0.15  # chance that an actor holds a secret that is not its own (a guess)
HEARD_OF = 0.5  # chance that a claim which is out has reached an audience (a guess)
STILL_FRESH = 0.3  # chance that it has only just done so (a guess)
BELIEVED = 0.6  # the most an unknown audience is taken to believe (a guess)
TIMES = 3  # the most often it is taken to have heard it (a guess)
LASTING = 0.5  # chance that what injects gave this turn is why a passing measure stands off


def imagine(
    rulebook: Rulebook, sight: Sight, observation: Observation, games: int, seat: str, salt: int = 0
) -> World:
    """Return so many worlds that this seat could be in, its own running work in each of them."""
    layout = rulebook.layout
    names = mix(key("imagine", seat), np.uint64(observation.turn), np.uint64(salt))
    seeds = mix(names, np.arange(games, dtype=np.uint64))
    cells = np.empty((layout.size + 1, games))
    cells[:] = layout.start[:, None]
    cells[-1] = 0.0
    for name, stretch in layout.stretches.items():
        _draw(cells, layout, stretch, _lots(seeds, name, stretch.size))
    _look(cells, layout, sight, observation.seen[0], _lots(seeds, "rounded", len(sight.cells)))
    _agree(cells, layout, sight, observation.seen[0], seeds)
    grain = layout.grain[:, None]
    cells = np.clip(whole(cells, grain), layout.low[:, None], layout.high[:, None])
    turn = np.full(games, observation.turn - 1, dtype=np.int64)
    cells[layout.stretches["turn"].first] = _seen_turn(sight, layout, observation)
    return World(seeds, turn, np.full(games, RUNNING), cells.T, _work(observation, games))


def _work(observation: Observation, games: int) -> Pending:
    """Return the seat's own running work in every world; that of others is not known."""
    own = observation.running
    if own is None or not len(own):
        return nothing_pending()
    tiled = own.take(np.tile(np.arange(len(own)), games))
    return replace(tiled, game=np.repeat(np.arange(games), len(own)))


def _seen_turn(sight: Sight, layout: Layout, observation: Observation) -> float:
    return float(observation.seen[0, sight.column[layout.stretches["turn"].first]])


def _lots(seeds: Array, question: str, count: int) -> Array:
    """Return (count, G) numbers in [0, 1)."""
    place = np.arange(count, dtype=np.uint64)[:, None]
    return uniform(mix(seeds[None, :], key("imagined", question), place))


def _draw(cells: Array, layout: Layout, stretch: Stretch, lots: Array) -> None:
    """Write what anybody would expect of one measure, before anything is known of it."""
    span = slice(stretch.first, stretch.first + stretch.size)
    start, low, high = (getattr(layout, name)[span, None] for name in ("start", "low", "high"))
    inside = np.where((start > low) & (start < high), high - low, 0.0)
    cells[span] = RULES.get(stretch.name, _around)(start, inside, lots)


def _around(start: Array, width: Array, lots: Array) -> Array:
    """Around a start inside the range; what starts at an end of it is taken to stand there."""
    return np.asarray(start + (2 * lots - 1) * SPREAD * width)


def _near(reach: float) -> Rule:
    """Within so much of the start."""

    def rule(start: Array, width: Array, lots: Array) -> Array:
        del width
        return np.asarray(start + (2 * lots - 1) * reach)

    return rule


def _times(least: float, most: float) -> Rule:
    """A multiple of the start: what resources another actor of that kind could have left."""

    def rule(start: Array, width: Array, lots: Array) -> Array:
        del width
        return np.asarray(np.rint(start * (least + (most - least) * lots)))

    return rule


def _held(start: Array, width: Array, lots: Array) -> Array:
    """Its owner holds a secret; anybody else may."""
    del width
    return np.asarray(np.where(start > 0, start, lots < OWNED_TOO))


def _as_it_starts(start: Array, width: Array, lots: Array) -> Array:
    del width
    return np.asarray(np.broadcast_to(start, lots.shape))


RULES: dict[str, Rule] = {
    "staff": _times(0.5, 2.0),
    "money": _times(0.5, 3.0),
    "political": _times(0.5, 2.0),
    "evidence": _near(1.0),
    "defense": _near(0.2),
    "poise": _near(0.2),
    "exploits": _near(1.0),
    "trust": _near(20.0),
    "credibility": _near(20.0),
    "holds": _held,
    **dict.fromkeys(("lane", "attention", "market", "online", "open"), _as_it_starts),
}


def _look(cells: Array, layout: Layout, sight: Sight, seen: Array, lots: Array) -> None:
    """Write what the seat sees: exactly, or somewhere within its rounding."""
    known = np.flatnonzero(~np.isnan(seen[:-1]))
    cell, step = sight.cells[known], sight.step[known][:, None]
    cells[cell] = seen[known][:, None] + (lots[known] - 0.5) * step


def _agree(cells: Array, layout: Layout, sight: Sight, seen: Array, seeds: Array) -> None:
    """Make what is not known agree with what is: convictions, and how far claims have come."""
    hidden = np.isnan(seen[sight.column])

    def part(name: str) -> slice:
        stretch = layout.stretches[name]
        return slice(stretch.first, stretch.first + stretch.size)

    def unless_seen(name: str, values: Array) -> None:
        there = part(name)
        cells[there] = np.where(hidden[there, None], values, cells[there])

    unless_seen("anchor", cells[part("opinion")])
    shape = layout.stretches["aware"].shape
    out = np.broadcast_to(cells[part("out")], (shape[0], *cells[part("out")].shape))
    lots = [_lots(seeds, name, shape[0] * shape[1]) for name in ("reached", "new", "how far", "n")]
    unless_seen("aware", out.reshape(-1, len(seeds)) * (lots[0] < HEARD_OF))
    aware = cells[part("aware")]
    unless_seen("fresh", aware * (lots[1] < STILL_FRESH))
    unless_seen("belief", aware * lots[2] * BELIEVED)
    unless_seen("heard", aware * np.ceil(lots[3] * TIMES))
    _given(cells, layout, seeds)


def _given(cells: Array, layout: Layout, seeds: Array) -> None:
    """A passing measure that stands off its start was moved just now by an inject, or before."""
    if layout.given is None:
        return
    passing = np.flatnonzero((layout.given != layout.sink) & (layout.fade > 0))
    lately = _lots(seeds, "given", len(passing)) < LASTING
    off = cells[passing] - layout.start[passing, None]
    cells[layout.given[passing]] = off * lately
