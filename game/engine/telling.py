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
from game.engine.rulebook import Rulebook
from game.engine.tiers import Happened

Array = npt.NDArray[Any]


def tell(rulebook: Rulebook, orders: Orders, outcome: Outcome) -> Events:
    """Return the events of an adjudication: what was done, failed, void, waits or came out."""
    return gather(
        [
            _deeds(rulebook, outcome),
            _voids(rulebook, orders, outcome.reason),
            *(_chances(rulebook, outcome.rows, one) for one in outcome.happened),
        ]
    )


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
    axes = np.array([[axis == "actor" for axis in deed.axes] for deed in rulebook.deeds])
    for place, operand in enumerate((rows.target[row], rows.about[row])):
        named = axes[rows.deed[row], place]
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
    seen = np.array([deed.seen for deed in rulebook.deeds])[rows.deed]
    own, parties = _own(rulebook, rows.seat), _parties(rulebook, rows, row)
    says = np.array([bool(deed.says) for deed in rulebook.deeds])[rows.deed]
    done = (kind == Kind.DONE)[:, None]
    public, covert = (seen == "public")[:, None], (seen == "covert")[:, None]
    told = own | (done & (public | (covert & says[:, None])))
    waits = (kind == Kind.STANDING) & np.isin(seen, ("public", "parties"))
    among = waits | ((seen == "parties") & (kind == Kind.DONE))
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


def _chances(rulebook: Rulebook, rows: Rows, happened: Happened) -> Events:
    """Return one event for each chance that came true, told as its card says."""
    row, label = happened.row, happened.label
    tells = np.array([card.tells for card in rulebook.chances])[label]
    named = np.array([card.names for card in rulebook.chances], dtype=bool)[label]
    own, parties = _own(rulebook, rows.seat[row]), _parties(rulebook, rows, row)
    told = (own & (tells == "me")[:, None]) | (tells == "all")[:, None]
    told |= (tells == "parties")[:, None] & parties
    told |= (tells == "target")[:, None] & (parties & ~own)
    kind = np.full(len(row), int(Kind.CHANCE))
    none = np.zeros(len(row), dtype=np.int64)
    who = (rows.seat[row], rows.target[row], rows.about[row], rows.via[row])
    knows = told & (own | named[:, None])
    return Events(kind, rows.game[row], label, *who, none, told, knows)
