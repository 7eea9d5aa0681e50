"""Who is told what: the events of a turn, made from what became of its orders.

Public deeds are seen by all seats, private ones by their own, covert ones by their own too: what a
covert deed leaves behind in public (a story, a leak) is told without a name. A joint order that
waits is told to those it needs: it is an invitation.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.adjudicate import Outcome
from game.engine.events import Events, Kind, Void, gather
from game.engine.orders import Orders
from game.engine.rows import Rows
from game.engine.rulebook import SEEN, Rulebook
from game.engine.tiers import Happened

Array = npt.NDArray[Any]

PUBLIC, PARTIES, COVERT, _PRIVATE = range(len(SEEN))


def tell(rulebook: Rulebook, orders: Orders, outcome: Outcome) -> Events:
    """Return the events of an adjudication: what was done, failed, void, waits or came out."""
    parts = [_deeds(rulebook, outcome)]
    if (outcome.reason != Void.NONE).any():
        parts.append(_voids(rulebook, orders, outcome.reason))
    if outcome.happened:
        parts.append(_chances(rulebook, outcome.rows, outcome.happened))
    return gather(parts)


def tell_breaches(rulebook: Rulebook, before: Array, after: Array) -> Events:
    """Return one event for each undertaking newly broken, told to all; cells before and after."""
    layout = rulebook.layout
    newly = layout.view(after, "broken") > layout.view(before, "broken")
    game, actor, undertaking = np.nonzero(newly)
    none = np.full(len(game), -1)
    told = np.ones((len(game), _seats(rulebook)), dtype=bool)
    kind = np.full(len(game), int(Kind.BREACH))
    return Events(kind, game, undertaking, none, actor, none, none, none * 0, told, told)


def _seats(rulebook: Rulebook) -> int:
    return len(rulebook.seat_actor)


def _own(rulebook: Rulebook, seat: Array) -> Array:
    """Return (E, S) bool: only the seat itself."""
    own: Array = seat[:, None] == np.arange(_seats(rulebook))
    return own


def _parties(rulebook: Rulebook, rows: Rows, row: Array) -> Array:
    """Return (E, S) bool: the seats of the doer and of every actor among the operands."""
    told = _own(rulebook, rows.seat[row])
    for place, operand in enumerate((rows.target[row], rows.about[row])):
        named = rulebook.parties[rows.deed[row], place]
        told |= named[:, None] & (operand[:, None] == rulebook.seat_actor)
    return told


def _deeds(rulebook: Rulebook, outcome: Outcome) -> Events:
    """Return one event for each row that acted, failed, waits or broke off."""
    rows = outcome.rows
    row = np.arange(len(rows))
    begun = rows.stage == rows.deed
    failed = np.where(begun, int(Kind.FAILED), int(Kind.BROKEN_OFF))
    kind = np.where(outcome.works, int(Kind.DONE), failed)
    kind = np.where(outcome.stands, int(Kind.STANDING), kind)
    seen, says = rulebook.seen[rows.deed], rulebook.says[rows.deed]
    own, parties = _own(rulebook, rows.seat), _parties(rulebook, rows, row)
    done = (kind == Kind.DONE)[:, None]
    public, covert = (seen == PUBLIC)[:, None], (seen == COVERT)[:, None]
    told = own | (done & (public | (covert & says[:, None])))
    waits = (kind == Kind.STANDING) & ((seen == PUBLIC) | (seen == PARTIES))
    among = waits | ((seen == PARTIES) & (kind == Kind.DONE))
    told |= among[:, None] & parties
    named = own | (told & ~covert)
    none = np.zeros(len(rows), dtype=np.int64)
    operands = (rows.target, rows.about, rows.via)
    return Events(kind, rows.game, rows.stage, rows.seat, *operands, none, told, named)


def _voids(rulebook: Rulebook, orders: Orders, reason: Array) -> Events:
    """Return one event for each void order, told to its own seat."""
    void = orders.take(reason != Void.NONE)
    kind = np.full(len(void), int(Kind.VOID))
    own = _own(rulebook, void.seat)
    operands = (void.target, void.about, void.via)
    why = reason[reason != Void.NONE]
    return Events(kind, void.game, void.deed, void.seat, *operands, why, own, own)


def _chances(rulebook: Rulebook, rows: Rows, happened: list[Happened]) -> Events:
    """Return one event for each chance that came true, row by row, told as its card says."""
    row = np.concatenate([one.row for one in happened])
    order = np.argsort(row, kind="stable")
    row, label = row[order], np.concatenate([one.label for one in happened])[order]
    tells, named = rulebook.tells[label], rulebook.names_doer[label]
    own, parties = _own(rulebook, rows.seat[row]), _parties(rulebook, rows, row)
    told = (own & (tells == "me")[:, None]) | (tells == "all")[:, None]
    told |= (tells == "parties")[:, None] & parties
    told |= (tells == "target")[:, None] & (parties & ~own)
    kind = np.full(len(row), int(Kind.CHANCE))
    none = np.zeros(len(row), dtype=np.int64)
    who = (rows.seat[row], rows.target[row], rows.about[row], rows.via[row])
    knows = told & (own | named[:, None])
    return Events(kind, rows.game[row], label, *who, none, told, knows)
