"""What became of orders: each order of a block with its outcome, found among the events.

Events do not name the line of a sheet they come from; game, seat, deed, operands and turn do,
because a sheet holds an order once: a second time is void.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.blocks import Played
from game.engine import Events, Kind, Orders, Rulebook, Void

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Fates:
    """What became of each order of a block. R orders, in the order of `Played.orders`.

    outcome: (R,) Kind: of a joint order what became of it in the end, STANDING only where the game
    ended first; reason: (R,) Void, the rank of the need added; exposed: (R,) bool, whether a
    chance of it came to light to others than its own seat.
    """

    outcome: Array
    reason: Array
    exposed: Array


@dataclass(frozen=True, eq=False)
class _Trail:
    """The events of a block that speak of orders. Names are whole numbers, the turn counted last.

    acted: names of what orders and standing orders came to, sorted, new ones first, with their
    `kind`; voided: names of the void ones, sorted, with their `reason`; lit: names of what came to
    light, as of the turn of the order.
    """

    turns: int
    acted: Array
    kind: Array
    voided: Array
    reason: Array
    lit: Array


def fates(rulebook: Rulebook, played: Played) -> Fates:
    """Return what became of every order of a block.

    Raises:
        ValueError: an order has no event, which the engine never lets happen.
    """
    orders = played.orders
    name = _names(rulebook, orders, orders.deed, played.order_turn)
    trail = _trail(rulebook, played)
    outcome, reason = _at_once(name, orders.slot, trail)
    _in_the_end(outcome, name, rulebook.table.waits[orders.deed], trail)
    return Fates(outcome, reason, _exposed(name, outcome, trail))


def _names(rulebook: Rulebook, rows: Orders | Events, deed: Array, turn: Array) -> Array:
    """Return one number for game, seat, deed, operands and turn of each row."""
    widest = max(len(names) for names in rulebook.keys.values()) + 1
    name = (rows.game * len(rulebook.seat_actor) + rows.seat) * len(rulebook.deeds) + deed
    for operand in (rows.target, rows.about, rows.via):
        name = name * widest + operand + 1
    return np.asarray(name * (rulebook.turns + 1) + turn)


def _trail(rulebook: Rulebook, played: Played) -> _Trail:
    """Return the events that say how orders went, in the order of their names."""
    events, table = played.events, rulebook.table
    staged = np.isin(events.kind, (Kind.DONE, Kind.FAILED, Kind.STANDING))
    staged[staged] = events.what[staged] == table.stage_deed[events.what[staged]]
    voided = events.kind == Kind.VOID

    def named(rows: Array, deed: Array) -> tuple[Array, Array]:
        place = np.flatnonzero(rows)
        name = _names(rulebook, events.take(place), deed, played.event_turn[place])
        order = np.argsort(name, kind="stable")
        return name[order], place[order]

    acted, acted_place = named(staged, events.what[staged])
    void, void_place = named(voided, events.what[voided])
    lit = _lit(rulebook, played)
    kind, reason = events.kind[acted_place], events.reason[void_place]
    return _Trail(rulebook.turns + 1, acted, kind, void, reason, lit)


def _lit(rulebook: Rulebook, played: Played) -> Array:
    """Return the names of the deeds of which others learned by a chance, as when it was ordered."""
    events = played.events
    card_deed = np.array([card.deed for card in rulebook.chances], dtype=np.int64)
    delay = np.zeros(len(card_deed), dtype=np.int64)
    for tier in rulebook.tiers:
        for group in tier.chances:
            delay[group.label] = rulebook.table.stage_delay[group.stage]
    chance = np.flatnonzero((events.kind == Kind.CHANCE) & (events.seat >= 0))
    label = events.what[chance]
    others = np.arange(len(rulebook.seat_actor)) != events.seat[chance, None]
    told = (events.told[chance] & others).any(axis=1) & (card_deed[label] >= 0)
    place, label = chance[told], label[told]
    turn = played.event_turn[place] - delay[label]
    return _names(rulebook, events.take(place), card_deed[label], turn)


def _at_once(name: Array, slot: Array, trail: _Trail) -> tuple[Array, Array]:
    """Return (R,) what became of each order in its turn, and why it was void."""
    order = np.lexsort((slot, name))
    mine = name[order]
    first = np.searchsorted(mine, mine)
    rank, many = np.arange(len(mine)) - first, np.searchsorted(mine, mine, side="right") - first
    void = np.searchsorted(trail.voided, mine)
    voids = np.searchsorted(trail.voided, mine, side="right") - void
    refused = rank >= many - voids  # of equal orders the later ones are void
    acted = np.searchsorted(trail.acted, mine)
    found = np.append(trail.acted, -1)[acted] == mine
    if not (found | refused).all():
        raise ValueError("an order has left no event: the engine and its tables disagree")
    outcome, reason = np.full(len(mine), int(Kind.VOID)), np.full(len(mine), int(Void.NONE))
    outcome[order[~refused]] = trail.kind[acted[~refused]]
    line = void + rank - (many - voids)
    reason[order[refused]] = trail.reason[line[refused]]
    return outcome, reason


def _in_the_end(outcome: Array, name: Array, waits: Array, trail: _Trail) -> None:
    """Replace `standing` by what became of a waiting order in the turns that it stood."""
    for step in range(1, int(waits.max(initial=0)) + 1):
        turn = name % trail.turns + step
        rows = np.flatnonzero((outcome == Kind.STANDING) & (step <= waits) & (turn < trail.turns))
        # Of equal names the waiting one stands last.
        place = np.searchsorted(trail.acted, name[rows] + step, side="right") - 1
        met = (place >= 0) & (trail.acted[place] == name[rows] + step)
        outcome[rows[met]] = trail.kind[place[met]]


def _exposed(name: Array, outcome: Array, trail: _Trail) -> Array:
    """Return (R,) whether others learned of an order by a chance, then or in a later stage."""
    given = np.flatnonzero(outcome != Kind.VOID)
    given = given[np.argsort(name[given], kind="stable")]
    place = np.searchsorted(name[given], trail.lit, side="right") - 1
    exposed = np.zeros(len(name), dtype=bool)
    if len(given):
        latest = given[place]
        same = (place >= 0) & (name[latest] // trail.turns == trail.lit // trail.turns)
        exposed[latest[same]] = True
    return exposed
