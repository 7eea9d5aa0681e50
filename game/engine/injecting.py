"""The inject phase: scripted events reach the world and the seats before anyone orders."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.events import Events, Kind, gather
from game.engine.ledger import Cause, Changes, change
from game.engine.rows import Rows
from game.engine.rulebook import ALWAYS, Rulebook
from game.engine.tiers import NOT_ASKED, Draft, Happened, work_out
from game.engine.world import World

Array = npt.NDArray[Any]


def give(draft: Draft, world: World, by_hand: Mapping[str, bool]) -> Events:
    """Give the injects that are due into the draft and return them as events."""
    draft.layout.view(draft.cells, "turn")[:] = draft.turn
    return give_these(draft, draft.rulebook.inject(draft, world, by_hand))


def give_these(draft: Draft, which: Array, *, planned: bool = True) -> Events:
    """Give injects, (G, M) bool, and return them as events.

    One that is not planned has no place among the measures, so its turn is not entered there.
    """
    rulebook = draft.rulebook
    game, inject = np.nonzero(which)
    order = np.lexsort((game, inject))
    game, inject = game[order], inject[order]
    rows = _rows(draft, game, inject)
    outcome = np.full((len(rows), rulebook.gates), NOT_ASKED)
    outcome[:, ALWAYS] = 1
    happened = work_out(draft, rulebook.inject_tier, rows, outcome)
    if planned:
        _note(draft, game, inject)
    none = np.full(len(game), -1)
    told = rulebook.inject_told[inject]
    kind = np.full(len(game), int(Kind.INJECT))
    given = Events(kind, game, inject, none, none, none, none, none * 0, told, told)
    return gather([given, *(_came_true(rulebook, rows, one) for one in happened)])


def _came_true(rulebook: Rulebook, rows: Rows, happened: Happened) -> Events:
    """Return one event for each chance of an inject that came true, told to all or to nobody.

    An inject has no doer and no target whom a chance could tell.
    """
    row, label = happened.row, happened.label
    to_all = np.array([card.tells == "all" for card in rulebook.chances])[label]
    told = np.repeat(to_all[:, None], len(rulebook.seat_actor), axis=1)
    none = np.full(len(row), -1)
    kind = np.full(len(row), int(Kind.CHANCE))
    nobody = np.zeros(told.shape, dtype=bool)
    who = (none, none, none, none, none * 0)
    return Events(kind, rows.game[row], label, *who, told, nobody)


def _rows(draft: Draft, game: Array, inject: Array) -> Rows:
    """Return injects as rows without operands; an inject is its own stage."""
    rulebook = draft.rulebook
    count = np.bincount(inject, minlength=len(rulebook.keys["inject"]))
    none = np.zeros(len(game), dtype=np.int64)
    return Rows(
        game=game,
        seat=none,
        me=none,
        stage=inject,
        deed=inject,
        target=none,
        about=none,
        via=none,
        first=np.cumsum(count) - count,
        count=count,
        name=rulebook.inject_names[inject],
        fresh=none.astype(bool),
        until=none,
        scripted=True,
    )


def _note(draft: Draft, game: Array, inject: Array) -> None:
    """Enter the turn in which each inject was given."""
    cell = draft.layout.stretches["fired"].first + inject
    cause = np.zeros(len(game), dtype=np.int64)
    if draft.ledger is not None:
        cause[:] = draft.ledger.name(Cause("inject"))
    turn = np.full(len(game), float(draft.turn))
    change(draft.cells, draft.layout, Changes(game, cell, turn, cause), draft.ledger)
