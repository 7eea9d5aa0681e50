"""Invitations: joint orders that wait for the seat to do its part, and how it could."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.events import Events, Kind
from game.engine.rulebook import Partnership, Rulebook
from game.views.bearing import Bearing
from game.views.plan import Plan

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Invitations:
    """Ways of answering what others wait for, one row each. R rows, J objectives of the seat.

    game: (R,); candidate: (R,) the order of the menu that would be the answer; bearing: (R, J)
    whether what is proposed brings an objective nearer (1) or further off (-1).
    """

    game: Array
    candidate: Array
    bearing: Array


def not_invited(objectives: int) -> Invitations:
    """Return that nobody waits for the seat."""
    none = np.zeros(0, dtype=np.int64)
    return Invitations(none, none, np.zeros((0, objectives), dtype=np.int64))


def invited(
    rulebook: Rulebook, plan: Plan, bearing: Bearing, events: Events, seat: int
) -> Invitations:
    """Return what a seat could answer of the joint orders that it was told stand and by whom."""
    waits = (events.kind == Kind.STANDING) & events.told[:, seat] & events.named[:, seat]
    standing = events.take(np.flatnonzero(waits & (events.seat != seat)))
    deed, me = rulebook.table.stage_deed[standing.what], rulebook.seat_actor[seat]
    host = rulebook.seat_actor[standing.seat]
    columns = (host, standing.target, standing.about, standing.via)
    found = [not_invited(len(bearing.wants))]
    for one in rulebook.partnerships:
        asked = np.flatnonzero((deed == one.deed) & (columns[one.who] == me))
        if len(asked):
            row, candidate = _answers(plan, one, tuple(column[asked] for column in columns))
            row = asked[row]
            serves = bearing.of(deed[row], tuple(column[row] for column in columns))
            found.append(Invitations(standing.game[row], candidate, serves))
    return Invitations(
        *(np.concatenate([getattr(part, name) for part in found]) for name in Invitations.__slots__)
    )


def _answers(plan: Plan, needed: Partnership, columns: tuple[Array, ...]) -> tuple[Array, Array]:
    """Return (row, candidate): the orders of the plan that match what each row needs."""
    mine = np.flatnonzero(np.isin(plan.deed, needed.answers))
    fits = columns[needed.on][:, None] == plan.target[mine]
    if needed.about is not None:
        fits &= columns[needed.about][:, None] == plan.about[mine]
    row, place = np.nonzero(fits)
    return row, mine[place]
