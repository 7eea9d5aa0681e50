"""Adjudication: everyone's orders at once, tier by tier.

Simultaneous and secret: what a seat sees when it chooses is the world before anybody's order, and
that is what its order is judged on.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.events import Void
from game.engine.frame import spans
from game.engine.joint import going, listed
from game.engine.judging import judge
from game.engine.layout import whole
from game.engine.ledger import Cause, Changes, change
from game.engine.orders import Orders
from game.engine.rows import Rows, sort_rows
from game.engine.rulebook import ALWAYS
from game.engine.sheets import refusals
from game.engine.tiers import NOT_ASKED, Draft, Happened, deed_cause, work_out
from game.engine.world import Pending, World
from game.language import t_later

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a turn's orders. R rows acted; `reason` (orders,) is why the rest is void.

    works: (R,) the row did what it does; stands: (R,) it waits for its partner; happened: the
    chances that came true; pending: the work that runs on.
    """

    rows: Rows
    reason: Array
    works: Array
    stands: Array
    happened: list[Happened]
    pending: Pending


def adjudicate(draft: Draft, world: World, orders: Orders) -> Outcome:
    """Play the orders of a turn into the draft and return what became of each.

    `world` is the world the seats saw. The draft's cells are changed; nothing else is.
    """
    rulebook = draft.rulebook
    reason = refusals(world, orders, rulebook)
    standing = orders.take(reason == Void.NONE)
    acting = world.pending.take((world.pending.due <= draft.turn) | (world.pending.until > 0))
    rows = sort_rows(rulebook, standing, _not_renewed(acting, standing))
    _pay(draft, rows)
    # Judged before anything fades: else nobody's work would ever meet what lasts a turn, a cut.
    able, _ = judge(draft.cells, rulebook, rows, rulebook.works)
    works = going(rulebook, rows, able)
    stands = able & ~works & (_until(draft, rows) > draft.turn)
    fade(draft)
    outcome = np.full((len(rows), rulebook.gates), NOT_ASKED)
    outcome[:, ALWAYS] = np.where(stands, NOT_ASKED, works)
    happened = [one for tier in rulebook.tiers for one in work_out(draft, tier, rows, outcome)]
    _count(draft, rows, works)
    pending = _carry_on(draft, world, rows, works, stands)
    return Outcome(rows, reason, works, stands, happened, pending)


def _not_renewed(acting: Pending, orders: Orders) -> Pending:
    """Return the work without joint orders that their seat gives anew: it would meet twice."""
    if not acting.until.any():
        return acting
    again = listed(
        [acting.game, acting.seat, acting.stage, acting.target, acting.about, acting.via],
        [orders.game, orders.seat, orders.deed, orders.target, orders.about, orders.via],
    )
    return acting.take(~(again & (acting.until > 0)))


def _not_broken_off(draft: Draft, kept: Pending, rows: Rows, broken: Array) -> Pending:
    """Return the work without the later stages of what has broken off this turn."""
    if not len(broken) or not len(kept):
        return kept
    table = draft.rulebook.table
    began = kept.due - table.stage_delay[kept.stage]
    deed = table.stage_deed[kept.stage]
    began_then = draft.turn - table.stage_delay[rows.stage[broken]]
    gone = listed(
        [kept.game, kept.seat, deed, kept.target, kept.about, kept.via, began],
        [
            *(getattr(rows, name)[broken] for name in ("game", "seat", "deed")),
            *(getattr(rows, name)[broken] for name in ("target", "about", "via")),
            began_then,
        ],
    )
    return kept.take(~gone)


def fade(draft: Draft) -> None:
    """Let passing measures return towards their start by their share of the distance.

    What injects added this turn does not fade yet: it happens in this turn, not in the last.
    """
    layout = draft.layout
    cells = layout.faded
    distance = draft.cells.T[cells]
    np.subtract(layout.start[cells, None], distance, out=distance)
    if layout.given is not None:
        distance += draft.cells.T[layout.given[cells]]
    moved = distance.any(axis=1)
    cells, distance = cells[moved], distance[moved]
    amount = whole(layout.fade[cells, None] * distance, layout.grain[cells, None])
    if draft.ledger is None:
        draft.cells.T[cells] += amount
        return
    place, game = np.nonzero(amount)
    cause = np.full(len(game), draft.ledger.name(Cause(t_later("wearing off with time"))))
    changes = Changes(game, cells[place], amount[place, game], cause)
    change(draft.cells, layout, changes, draft.ledger)


def _pay(draft: Draft, rows: Rows) -> None:
    """Take the price of every new order from the stocks of its actor."""
    new = np.flatnonzero(rows.fresh)
    price = draft.rulebook.table.price[rows.deed[new]]
    place, stock = np.nonzero(price)
    row = new[place]
    cell = draft.rulebook.stocks[stock] + rows.me[row]
    _enter(draft, rows, row, (cell, -price[place, stock]), "price")


def _until(draft: Draft, rows: Rows) -> Array:
    """Return (R,) the last turn a joint order stands: set when it was given."""
    return np.where(rows.fresh, draft.turn + draft.rulebook.table.waits[rows.deed], rows.until)


def _count(draft: Draft, rows: Rows, works: Array) -> None:
    """Count deeds done, and their severity for the escalation of their actor."""
    table, layout = draft.rulebook.table, draft.layout
    done = np.flatnonzero(works & (rows.stage == rows.deed))
    deed, me = rows.deed[done], rows.me[done]
    actors = len(draft.rulebook.keys["actor"])
    counter = layout.stretches["done"].first + table.move[deed] * actors + me
    _enter(draft, rows, done, (counter, np.ones(len(done))), "count")
    cell = layout.stretches["escalation"].first + me
    _enter(draft, rows, done, (cell, table.severity[deed]), "severity")
    hostile = done[table.hostile[deed]]
    pair = rows.me[hostile] * actors + rows.target[hostile]
    cell = layout.stretches["hostile"].first + pair
    _enter(draft, rows, hostile, (cell, np.ones(len(hostile))), "count")


def _enter(draft: Draft, rows: Rows, row: Array, what: tuple[Array, Array], detail: str) -> None:
    """Change one cell for each of some rows, because of the row's deed."""
    cell, amount = what
    cause = np.zeros(len(row), dtype=np.int64)
    if draft.ledger is not None:
        causes = (deed_cause(draft.rulebook, rows, int(one), detail) for one in row)
        cause[:] = [draft.ledger.name(one) for one in causes]
    exact = whole(amount, draft.layout.grain[cell])
    change(draft.cells, draft.layout, Changes(rows.game[row], cell, exact, cause), draft.ledger)


def _carry_on(draft: Draft, world: World, rows: Rows, works: Array, stands: Array) -> Pending:
    """Return the work that runs on: what is not due, what waits, and later stages of what began."""
    table = draft.rulebook.table
    kept = world.pending.take((world.pending.due > draft.turn) & (world.pending.until == 0))
    kept = _not_broken_off(draft, kept, rows, np.flatnonzero(~works & (rows.stage != rows.deed)))
    standing = np.flatnonzero(stands)
    waiting = _pending(draft, rows, standing, rows.stage[standing], _until(draft, rows)[standing])
    begun = np.flatnonzero(works & (rows.stage == rows.deed))
    counts = table.later_count[rows.deed[begun]]
    stage = spans(table.later_first[rows.deed[begun]], counts)
    row = np.repeat(begun, counts)
    later = _pending(draft, rows, row, stage, np.zeros(len(row), dtype=np.int64))
    return kept.join(waiting).join(later)


def _pending(draft: Draft, rows: Rows, row: Array, stage: Array, until: Array) -> Pending:
    """Return rows of running work; its staff stays bound until the last stage of the deed."""
    table = draft.rulebook.table
    deed = rows.deed[row]
    last = stage == table.later_first[deed] + table.later_count[deed] - 1
    return Pending(
        game=rows.game[row],
        seat=rows.seat[row],
        stage=stage,
        target=rows.target[row],
        about=rows.about[row],
        via=rows.via[row],
        due=draft.turn + np.where(until > 0, 1, table.stage_delay[stage]),
        until=until,
        held=np.where(last, table.price[deed, 0], 0).astype(np.int64),
    )
