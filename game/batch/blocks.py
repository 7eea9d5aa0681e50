"""Blocks of games played to their end by stand-ins: the same path as one game at a table."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game import policies
from game.batch.columns import Columns, columns_of
from game.engine import (
    RUNNING,
    Events,
    Orders,
    Rulebook,
    World,
    close_turn,
    gather,
    open_turn,
    start,
)
from game.engine.orders import join
from game.rules import compile_rulebook
from game.scenario import Scenario
from game.views import Viewpoint, draws_for, observe, rows_of, viewpoint

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Bench:
    """A scenario ready to be played by the thousand: compiled once, used for every block."""

    rulebook: Rulebook
    columns: Columns
    traced: Columns  # those that are kept after every turn
    views: tuple[Viewpoint, ...]
    stand_ins: tuple[policies.Policy, ...]


@dataclass(frozen=True, eq=False)
class Played:
    """What a block of games came to. G games, R turns played in all games together.

    seed: (G,) uint64; turns: (G,) turns played; ended: (G,) the ending; final: (columns, G) every
    column at the end; history: (columns by turn, R) those after every turn, game by game; orders
    and events: of all turns, the turn of each row in `order_turn` and `event_turn`, games numbered
    within the block.
    """

    seed: Array
    turns: Array
    ended: Array
    final: Array
    history: Array
    orders: Orders
    order_turn: Array
    events: Events
    event_turn: Array


def set_up(scenario: Scenario, holders: Mapping[str, str]) -> Bench:
    """Return a scenario made ready, with a stand-in on every seat."""
    rulebook = compile_rulebook(scenario)
    seats = rulebook.keys["seat"]
    views = tuple(viewpoint(scenario, rulebook, seat) for seat in seats)
    stand_ins = tuple(policies.make(holders[seat]) for seat in seats)
    columns = columns_of(scenario, rulebook)
    return Bench(rulebook, columns, columns.of(columns.by_turn), views, stand_ins)


def play(bench: Bench, seeds: Array) -> Played:
    """Return what games with these seeds (G,) come to, every seat held by its stand-in."""
    rulebook, games = bench.rulebook, len(seeds)
    history = np.empty((len(bench.traced), rulebook.turns, games))
    final = np.empty((len(bench.columns), games))
    turns, ended = np.zeros(games, dtype=np.int64), np.full(games, RUNNING)
    sheets: list[Orders] = []
    told: list[Events] = []
    world, events, live = start(rulebook, seeds), None, np.arange(games)
    for turn in range(rulebook.turns):
        world, _ = open_turn(world, rulebook)
        orders = order(bench, world, events)
        world, events = close_turn(world, rulebook, orders)
        sheets.append(replace(orders, game=live[orders.game]))
        told.append(replace(events, game=live[events.game]))
        turns[live], ended[live] = world.turn, world.ended
        here = slice(None) if len(live) == games else live
        history[:, turn, here] = bench.traced.read(world.cells)
        over = np.flatnonzero(world.ended != RUNNING)
        final[:, live[over]] = bench.columns.read(world.cells, over)
        world, events, going = running(world, events)
        live = live[going]
        if not len(live):
            break
    order_turn = np.repeat(np.arange(len(sheets)) + 1, [len(one) for one in sheets])
    event_turn = np.repeat(np.arange(len(told)) + 1, [len(one) for one in told])
    return Played(
        seed=seeds,
        turns=turns,
        ended=ended,
        final=final,
        history=_closed_up(history, turns),
        orders=join(sheets),
        order_turn=order_turn,
        events=gather(told),
        event_turn=event_turn,
    )


def _closed_up(history: Array, turns: Array) -> Array:
    """Return a history (C, T, G) as (C, R), game by game, without the turns that none played.

    It is sorted in its own memory, a column at a time: a block's history is the largest thing in a
    worker, and stands there once.
    """
    columns, most, games = history.shape
    game, turn = np.nonzero(np.arange(most) < turns[:, None])
    place = turn * games + game
    flat = history.reshape(columns, most * games)
    for column in flat:
        column[: len(place)] = column[place]
    return flat[:, : len(place)]


def order(bench: Bench, world: World, events: Events | None) -> Orders:
    """Return what all stand-ins order now, given the events of the last turn."""
    sheets = []
    for seat, (view, stand_in) in enumerate(zip(bench.views, bench.stand_ins, strict=True)):
        seen = observe(view, world, events)
        draws = draws_for(world.seed, view.booklet.seat, seen.turn)
        sheets.append(rows_of(view.plan, seat, stand_in.choose(seen, draws)))
    return join(sheets)


def running(world: World, events: Events) -> tuple[World, Events, Array]:
    """Return the games that go on, the events of those, and which they are.

    Ended games are left behind, so that nobody works for them.
    """
    going = np.flatnonzero(world.ended == RUNNING)
    if len(going) == world.games:
        return world, events, going
    place = np.full(world.games, -1, dtype=np.int64)
    place[going] = np.arange(len(going))
    kept = events.take(place[events.game] >= 0)
    columns = {column.name: getattr(kept, column.name) for column in fields(Events)}
    return world.take(going), Events(**{**columns, "game": place[kept.game]}), going
