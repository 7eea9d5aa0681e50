"""Promises: what parties undertook, seen kept or broken.

An undertaking is in force once every party has signed it. The engine judges only what it can see:
an open hostile deed, a tension, a shared secret, a lifted block. A breach shows to all and costs
trust, a scar and credibility; nobody's prose is judged.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.ledger import change_measure
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later
from game.rules.board import Board
from game.scenario.model import Commitment

Array = npt.NDArray[Any]

BREACH = t_later("a broken undertaking")
LIFTED = 0.99  # open share from which a channel counts as lifted


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment as numbers; `cell` is what it watches, `nodes` those of an audience."""

    kind: str
    undertaking: int
    who: int
    parties: tuple[int, ...]
    cells: Array
    limit: float
    by: int


@dataclass(frozen=True, eq=False)
class Promises:
    """All commitments of a scenario, and what breaking one costs."""

    rows: tuple[Promise, ...]
    trust: float
    scar: float
    credibility: float

    def keep(self, draft: Draft, before: World) -> None:
        """Judge every commitment in force; `before` is the world the seats saw."""
        layout, cells = draft.layout, draft.cells
        if not self.rows:
            return
        signed = layout.view(before.cells, "bound")
        broken: Array = np.zeros(layout.view(cells, "broken").shape, dtype=bool)
        for row in self.rows:
            force = signed[:, list(row.parties), row.undertaking].all(axis=1)
            broken[:, row.who, row.undertaking] |= force & self._breach(row, draft, before)
        self._cost(draft, np.asarray(broken & (layout.view(cells, "broken") == 0)))

    def _breach(self, row: Promise, draft: Draft, before: World) -> Array:
        """Return (G,) bool: whether a commitment is broken this turn."""
        now = draft.cells.T[row.cells]
        match row.kind:
            case "spares":
                return np.asarray((now > before.cells.T[row.cells]).any(axis=0))
            case "stays_below":
                return np.asarray((now > row.limit).any(axis=0))
            case _:
                return np.asarray((now < row.limit).any(axis=0) & (draft.turn == row.by))

    def _cost(self, draft: Draft, broken: Array) -> None:
        """Let every breach show, and charge its price."""
        layout, cells = draft.layout, draft.cells
        change_measure(cells, layout, "broken", broken.astype(float), BREACH, draft.ledger)
        trust = np.zeros(layout.view(cells, "trust").shape)
        for row in self.rows:
            hit = broken[:, row.who, row.undertaking].astype(np.float64)
            for party in row.parties:
                if party != row.who:
                    trust[:, party, row.who] = np.maximum(trust[:, party, row.who], hit)
        change_measure(cells, layout, "trust", -self.trust * trust, BREACH, draft.ledger)
        change_measure(cells, layout, "scar", self.scar * trust, BREACH, draft.ledger)
        audiences = layout.counts["audience"]
        breakers = np.any(broken, axis=2)
        lost = np.repeat(np.expand_dims(breakers, 2), audiences, axis=2)
        change_measure(cells, layout, "credibility", -self.credibility * lost, BREACH, draft.ledger)


def promises(board: Board) -> Promises:
    """Return the commitments of a board as numbers."""
    rows = []
    for place, name in enumerate(board.keys["undertaking"]):
        undertaking = board.scenario.content.undertakings[name]
        parties = tuple(board.keys["actor"].index(actor) for actor in undertaking.parties)
        for commitment in undertaking.commitments:
            who = board.keys["actor"].index(commitment.who)
            kind, cells, limit = _watched(board, commitment)
            by = commitment.by or board.scenario.content.turns
            rows.append(Promise(kind, place, who, parties, cells, limit, by))
    cost = board.scenario.parameters
    return Promises(
        tuple(rows), cost["breach_trust"], cost["breach_scar"], cost["breach_credibility"]
    )


def _watched(board: Board, commitment: Commitment) -> tuple[str, Array, float]:
    """Return the kind of a commitment, the cells it watches and their limit."""
    actors, layout = board.keys["actor"], board.layout
    who = actors.index(commitment.who)
    partner = actors.index(commitment.with_whom) if commitment.with_whom else who
    if commitment.spares is not None:
        cell = layout.address("hostile", who, actors.index(commitment.spares))
        return "spares", np.array([cell]), 0.0
    if commitment.stays_below is not None:
        cell = layout.address("tension", who, partner)
        return "stays_below", np.array([cell]), commitment.stays_below
    if commitment.shares is not None:
        cell = layout.address("holds", partner, board.keys["secret"].index(commitment.shares))
        return "shares", np.array([cell]), 1.0
    channel = board.keys["channel"].index(commitment.lifts or "")
    owner = board.keys["audience"].index(commitment.audience or "")
    nodes = np.flatnonzero(board.nodes.owner == owner)
    cells = [layout.address("open", channel, int(node)) for node in nodes]
    return "lifts", np.array(cells, dtype=np.int64), LIFTED
