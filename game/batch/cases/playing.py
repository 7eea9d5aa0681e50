"""A case played: its orders turn by turn, and what became of them.

Nothing here judges. What was ordered is kept as journal records, so that the same game can be
played again from what a journal would hold, alone or among others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game import policies, views
from game.batch.cases.fates import Fates, fates
from game.batch.cases.model import Case, Turn
from game.batch.cases.reading import Page
from game.engine import (
    RUNNING,
    Events,
    Order,
    Orders,
    Rulebook,
    World,
    close_turn,
    open_turn,
    read_orders,
    start,
    state_hash,
    write_orders,
)
from game.engine.chance import CERTAIN, POSSIBLE
from game.engine.journal import TurnRecord, read_record, written
from game.engine.orders import join
from game.rules.asking import restart
from game.scenario import Scenario
from game.scenario.checks.rules import start_line
from game.views import Viewpoint

Array = npt.NDArray[Any]

NEIGHBOR = np.uint64(977)  # the games beside a case's own, when it is played in a block


@dataclass(frozen=True, eq=False)
class Moment:
    """The end of a turn: the world, what each seat was told in it, what became of orders."""

    world: World
    events: Events | None
    told: Mapping[str, tuple[str, ...]]
    outcomes: Fates
    work: Fates


@dataclass(frozen=True, eq=False)
class Setting:
    """What a case is played with: the page's scenario as the case starts it.

    Viewpoints are those of the page: where a game starts changes nothing of what a seat can see.
    """

    page: Page
    scenario: Scenario
    rulebook: Rulebook

    def view(self, seat: str) -> Viewpoint:
        """The viewpoint of a seat."""
        return self.page.view(seat)


@dataclass(frozen=True, eq=False)
class Trace:
    """A case as it went: the start, every turn played (the one of `Case.turns` beside it)."""

    begin: World
    moments: tuple[Moment, ...]
    turn_of: tuple[int, ...]
    records: tuple[str, ...]
    hands: tuple[Mapping[str, bool], ...]

    @property
    def end(self) -> World:
        """The world after the last turn."""
        return self.moments[-1].world

    def hashes(self) -> list[str]:
        """The state hash after each turn."""
        return [state_hash(moment.world) for moment in self.moments]


def setting(page: Page, case: Case) -> Setting:
    """Return what a case is played with; the page's own where it changes nothing."""
    scenario, rulebook = page.scenario, page.rulebook
    if case.start:
        lines = ((start_line(text), value) for text, value in sorted(case.start.items()))
        own = {line: value for line, value in lines if line is not None}
        scenario = replace(scenario, starts={**scenario.starts, **own})
        rulebook = restart(rulebook, scenario)
    if case.dice is not None:
        rulebook = replace(rulebook, dice=POSSIBLE if case.dice else CERTAIN)
    return Setting(page, scenario, rulebook)


def play(case: Case, at: Setting) -> Trace:
    """Return a case played once, as the only game."""
    world = begin = start(at.rulebook, np.array([case.seed], dtype=np.uint64))
    events: Events | None = None
    moments: list[Moment] = []
    turn_of: list[int] = []
    records: list[str] = []
    hands: list[Mapping[str, bool]] = []
    for place, turn in _turns(case):
        world, given = open_turn(world, at.rulebook, turn.by_hand)
        orders = _orders(case, turn, at, world, events)
        number = int(world.turn[0]) + 1
        records.append(written(TurnRecord(number, tuple(write_orders(at.rulebook, orders)))))
        world, events = close_turn(world, at.rulebook, orders)
        outcomes, work = fates(at.rulebook, orders, events)
        seats = at.rulebook.keys["seat"]
        told = {seat: _told(at, seat, (given, events), number) for seat in seats}
        moments.append(Moment(world, events, told, outcomes, work))
        turn_of.append(place)
        hands.append(turn.by_hand)
    return Trace(begin, tuple(moments), tuple(turn_of), tuple(records), tuple(hands))


def replayed(case: Case, at: Setting, trace: Trace, games: int = 1) -> list[str]:
    """Return the state hashes of a case played again from its records, among other games.

    The case's game is the middle one; the first gives the same orders with other chance, the
    others give none.
    """
    seeds = np.arange(games, dtype=np.uint64) + NEIGHBOR
    middle = games // 2
    seeds[middle] = case.seed
    world, found = start(at.rulebook, seeds), []
    for record, by_hand in zip(trace.records, trace.hands, strict=True):
        turn = read_record("turn", record)
        lines = turn.orders if isinstance(turn, TurnRecord) else ()
        world, _ = open_turn(world, at.rulebook, by_hand)
        active = sorted({0, middle})
        orders = join([read_orders(at.rulebook, lines, game) for game in active])
        world, _ = close_turn(world, at.rulebook, orders)
        found.append(state_hash(world, middle))
    return found


def _turns(case: Case) -> Iterator[tuple[int, Turn]]:
    for place, turn in enumerate(case.turns):
        for _ in range(turn.times):
            yield place, turn


def _orders(case: Case, turn: Turn, at: Setting, world: World, events: Events | None) -> Orders:
    """The sheets of a turn, seat by seat as they are written, and those of stand-ins."""
    lines = [
        Order(seat, **line.model_dump()) for seat, sheet in turn.orders.items() for line in sheet
    ]
    parts = [read_orders(at.rulebook, lines)]
    for seat, name in sorted(case.policies.items()):
        if seat not in turn.orders and world.ended[0] == RUNNING:
            view = at.view(seat)
            seen = views.observe(view, world, events)
            luck = views.draws_for(world.seed, seat, seen.turn)
            chosen = policies.make(name).choose(seen, luck)
            parts.append(views.rows_of(view.plan, at.rulebook.keys["seat"].index(seat), chosen))
    return join(parts)


def _told(at: Setting, seat: str, parts: tuple[Events, Events], turn: int) -> tuple[str, ...]:
    booklet = at.view(seat).booklet
    return tuple(
        told.text
        for events in parts
        for told in views.tell_seat(at.scenario, at.rulebook, booklet, events, turn)
    )
