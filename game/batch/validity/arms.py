"""Arms: what the two sides of an experiment do, and the record of the games they play.

An arm is a script for some seats and, if need be, other starting values. Everybody else is
`uniform` on the same draws, so that the arms of a check differ in one factor.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from game import policies
from game.data import data_path
from game.engine import Events, Kind, Order, Rulebook, close_turn, open_turn, run_seeds, start
from game.engine.orders import Orders, join
from game.rules import compile_rulebook
from game.scenario import Scenario, load
from game.views import Viewpoint, draws_for, observe, rows_of, viewpoint

Array = npt.NDArray[Any]

SEED = 20  # of the batch of all checks
Sheet = Callable[[int], Sequence[str]]
"""What a seat orders in a turn (from 1), in words: `fact_check.debunk about hoax via press`."""

Begin = Mapping[Any, float | Array]
"""Where measures start instead, by name and things: keys are tuples of words."""

SMALL_WORDS = ("about", "to", "via")


@dataclass(frozen=True)
class Stage:
    """A fixture loaded and compiled, with the viewpoint of every seat."""

    scenario: Scenario
    rulebook: Rulebook

    @cached_property
    def views(self) -> dict[str, Viewpoint]:
        """The viewpoint of every seat."""
        seats = self.rulebook.keys["seat"]
        return {seat: viewpoint(self.scenario, self.rulebook, seat) for seat in seats}


@lru_cache(maxsize=4)
def stage(name: str) -> Stage:
    """Return a file of scenarios/validity, ready to be played."""
    scenario = load(data_path("scenarios", "validity", f"{name}.yaml"))
    return Stage(scenario, compile_rulebook(scenario))


@dataclass(frozen=True)
class Arm:
    """One side of an experiment.

    sheets: what scripted seats order; stand_ins: other policies by seat; crowd: the policy of
    everybody else; begin: measures that start elsewhere, {("credibility", "courier", "*"): 80}, in
    every game or, as an array (G,), in each.
    """

    name: str
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    crowd: str = "uniform"
    begin: Begin = field(default_factory=dict)
    fixture: str = "validity"


@dataclass(frozen=True, eq=False)
class Record:
    """What a block of games came to. G games, T turns, N cells.

    cells: (T + 1, N + 1, G), the start first; orders and events by turn.
    """

    stage: Stage
    cells: Array
    orders: Sequence[Orders]
    events: Sequence[Events]

    def read(self, name: str, *things: str) -> Array:
        """Return a measure by names as (T + 1, G)."""
        book = self.stage.rulebook
        return np.asarray(self.cells[:, book.cell(name, *things)])

    def last(self, name: str, *things: str) -> Array:
        """Return a measure at the end (G,)."""
        return np.asarray(self.read(name, *things)[-1])

    def mean(self, name: str, *things: str) -> Array:
        """Return (T + 1, G) the size-weighted mean over audiences; '*' stands for the audience."""
        audiences = self.stage.rulebook.keys["audience"]
        sizes = [self.stage.scenario.content.audiences[one].size for one in audiences]
        rows = [
            self.read(name, *(one if thing == "*" else thing for thing in things))
            for one in audiences
        ]
        return np.average(np.stack(rows), axis=0, weights=sizes)

    def spent(self, seat: str, stock: int = 0) -> Array:
        """Return (G,) what the orders of a seat cost; staff is stock 0."""
        return self._sum_orders(seat, lambda deed: self._table.price[deed, stock])

    def done(self, seat: str, value: Callable[[Array], Array]) -> Array:
        """Return (G,) the sum of a value (of deeds) over all that a seat did."""
        total = np.zeros(self.cells.shape[2])
        place = self.stage.rulebook.keys["seat"].index(seat)
        first = len(self.stage.rulebook.deeds)
        for events in self.events:
            row = (events.kind == Kind.DONE) & (events.seat == place) & (events.what < first)
            np.add.at(total, events.game[row], value(events.what[row]))
        return total

    def happened(self, chance: str, seat: str) -> Array:
        """Return (G,) how often a chance came true for deeds of a seat."""
        total = np.zeros(self.cells.shape[2])
        place = self.stage.rulebook.keys["seat"].index(seat)
        names = np.array([card.name == chance for card in self.stage.rulebook.chances])
        for events in self.events:
            row = np.flatnonzero((events.kind == Kind.CHANCE) & (events.seat == place))
            row = row[names[events.what[row]]]
            np.add.at(total, events.game[row], 1.0)
        return total

    @property
    def _table(self) -> Any:
        return self.stage.rulebook.table

    def _sum_orders(self, seat: str, value: Callable[[Array], Array]) -> Array:
        total = np.zeros(self.cells.shape[2])
        place = self.stage.rulebook.keys["seat"].index(seat)
        for orders in self.orders:
            row = orders.seat == place
            np.add.at(total, orders.game[row], value(orders.deed[row]))
        return total


def play(arm: Arm, pairs: int, turns: int = 10, seed: int = SEED) -> Record:
    """Return the record of an arm over the first `pairs` seeds."""
    setting = stage(arm.fixture)
    book = setting.rulebook
    world = start(book, run_seeds(seed, np.arange(pairs)))
    for (name, *things), value in arm.begin.items():
        for cell in _cells(book, name, things):
            world.cells.T[cell] = value
    makers = {seat: policies.make(arm.stand_ins.get(seat, arm.crowd)) for seat in book.keys["seat"]}
    told, rows, history = None, [], [world.cells.T.copy()]
    happenings = []
    for turn in range(1, turns + 1):
        world, _ = open_turn(world, book)
        sheets = []
        for number, seat in enumerate(book.keys["seat"]):
            if seat in arm.sheets:
                script = {turn: [order(book, seat, line) for line in arm.sheets[seat](turn)]}
                policy: policies.Policy = policies.Scripted(script)
            else:
                policy = makers[seat]
            view = setting.views[seat]
            chosen = policy.choose(observe(view, world, told), draws_for(world.seed, seat, turn))
            sheets.append(rows_of(view.plan, number, chosen))
        rows.append(join(sheets))
        world, told = close_turn(world, book, rows[-1])
        happenings.append(told)
        history.append(world.cells.T.copy())
    return Record(setting, np.stack(history), rows, happenings)


def _cells(book: Rulebook, name: str, things: Sequence[str]) -> list[int]:
    """Return the cells of a measure by names; '*' stands for every name on its axis."""
    axes = book.layout.stretches[name].axes
    found: list[tuple[str, ...]] = [()]
    for axis, thing in zip(axes, things, strict=True):
        names = book.keys[axis] if thing == "*" else (thing,)
        found = [(*row, one) for row in found for one in names]
    return [book.cell(name, *row) for row in found]


def order(book: Rulebook, seat: str, words: str) -> Order:
    """Return an order from words: the deed, then what it names as target, about and via."""
    key, *things = [word for word in words.split() if word not in SMALL_WORDS]
    deed = next(one for one in book.deeds if one.key == key)
    roles = [role for role, axis in zip(("target", "about", "via"), deed.axes, strict=True) if axis]
    named = dict(zip(roles, things, strict=True))
    return Order(seat, key, named.get("target"), named.get("about"), named.get("via"))


def always(*lines: str) -> Sheet:
    """Return a sheet that orders the same every turn."""
    return lambda _: lines


def at(plan: Mapping[int, Sequence[str]]) -> Sheet:
    """Return a sheet that orders what stands under the turn, and else nothing."""
    return lambda turn: plan.get(turn, ())


def never() -> Sheet:
    """Return a sheet without orders."""
    return lambda _: ()
