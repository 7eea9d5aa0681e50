"""The phases of a turn, in order: inject, observe, order, adjudicate, spread, score, reveal.

Observing and ordering belong to the seats, so a turn has two halves here: `open_turn` gives the
injects, `close_turn` takes everyone's orders and plays the rest. News spreads after adjudication,
never during it: otherwise the seat that answers first would be read before the others had spoken.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.adjudicate import adjudicate
from game.engine.endings import ending_events, judge_endings
from game.engine.events import Events, gather, no_events
from game.engine.injecting import give
from game.engine.ledger import Ledger
from game.engine.orders import Orders
from game.engine.rulebook import Rulebook
from game.engine.telling import tell, tell_breaches
from game.engine.tiers import Draft
from game.engine.world import RUNNING, World

Array = npt.NDArray[Any]

BY_NOBODY: Mapping[str, bool] = {}


def open_turn(
    world: World,
    rulebook: Rulebook,
    by_hand: Mapping[str, bool] = BY_NOBODY,
    ledger: Ledger | None = None,
) -> tuple[World, Events]:
    """Return the world with this turn's injects given, and those injects as events.

    `by_hand` fires (True) or holds (False) injects by name, for the facilitator.
    """
    live, part, draft = draft_of(world, rulebook, ledger)
    events = give(draft, part, by_hand)
    rulebook.heed(draft, part)
    return done(world, live, draft, part, events, rulebook)


def close_turn(
    world: World, rulebook: Rulebook, orders: Orders, ledger: Ledger | None = None
) -> tuple[World, Events]:
    """Return the world after everyone's orders, and what happened as events.

    Orders of ended games are ignored: an ended game no longer changes.
    """
    live, part, draft = draft_of(world, rulebook, ledger)
    orders = _of_games(orders, live, world.games)
    outcome = adjudicate(draft, part, orders)
    part = World(part.seed, part.turn, part.ended, part.cells, outcome.pending)
    rulebook.spread(draft, part)
    rulebook.score(draft, part)
    turn = np.full(part.games, draft.turn, dtype=np.int64)
    ended = judge_endings(draft, turn)
    closed = World(part.seed, turn, ended, part.cells, outcome.pending)
    endings = ending_events(rulebook, ended)
    breaches = tell_breaches(rulebook, part.cells, draft.cells)
    events = gather([tell(rulebook, orders, outcome), breaches, endings])
    return done(world, live, draft, closed, events, rulebook)


def draft_of(world: World, rulebook: Rulebook, ledger: Ledger | None) -> tuple[Array, World, Draft]:
    """Return the games still running, their world, and a draft of it that may be written."""
    live = np.flatnonzero(world.ended == RUNNING)
    part = world.take(live)
    turn = int(part.turn[0]) + 1 if len(live) else 0
    if ledger is not None:
        ledger.turn = turn
    return live, part, Draft(part.cells.copy(order="K"), part.seed, turn, rulebook, ledger)


def _of_games(orders: Orders, live: Array, games: int) -> Orders:
    """Return the orders of running games, their games renumbered."""
    place = np.full(games, -1, dtype=np.int64)
    place[live] = np.arange(len(live))
    kept = orders.take(place[orders.game] >= 0)
    return Orders(place[kept.game], *(getattr(kept, name) for name in _OTHERS))


_OTHERS = ("seat", "slot", "deed", "target", "about", "via")


def done(
    world: World, live: Array, draft: Draft, part: World, events: Events, rulebook: Rulebook
) -> tuple[World, Events]:
    """Return the whole block again, with the draft's cells and the events' games put back."""
    if not len(live):
        return world, no_events(len(rulebook.seat_actor))
    finished = World(part.seed, part.turn, part.ended, draft.cells, part.pending)
    columns = {name: getattr(events, name) for name in events.__slots__}
    columns["game"] = live[events.game]
    return world.put(live, finished), Events(**columns)
