"""What a facilitator does to a world in mid-turn: give an inject now, or set a number.

Both pass the doors that everything passes: effects are worked out as those of any inject, and the
ledger enters each change with its cause. So nothing done by hand is without a trace.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.events import Events, no_events
from game.engine.injecting import give_these
from game.engine.layout import whole
from game.engine.ledger import FACILITATOR, Cause, Changes, Ledger, change
from game.engine.rulebook import Rulebook
from game.engine.turn import done, draft_of
from game.engine.world import World

Array = npt.NDArray[Any]


def give_now(
    world: World,
    rulebook: Rulebook,
    names: tuple[str, ...],
    ledger: Ledger | None = None,
    *,
    written: Rulebook | None = None,
) -> tuple[World, Events]:
    """Return the world with these injects given in mid-turn, and what happened as events.

    One that was given before is given no second time. `written` holds injects that were written at
    the table, and `names` are then among its own.
    """
    book = written or rulebook
    live, part, draft = draft_of(world, book, ledger)
    which = np.zeros((part.games, len(book.keys["inject"])), dtype=bool)
    which[:, [book.keys["inject"].index(name) for name in names]] = True
    if written is None:
        which &= book.layout.view(draft.cells, "fired") == 0
    events = give_these(draft, which, planned=written is None)
    rulebook.heed(draft, part)
    return done(world, live, draft, part, events, rulebook)


def set_cells(
    world: World, rulebook: Rulebook, cells: Array, value: float, why: str, ledger: Ledger | None
) -> World:
    """Return the world with these cells (n,) at a value, in every game; the ledger says why."""
    live, part, draft = draft_of(world, rulebook, ledger)
    game, cell = (grid.ravel() for grid in np.meshgrid(np.arange(part.games), cells))
    amount = whole(value - draft.cells[game, cell], draft.layout.grain[cell])
    number = 0 if ledger is None else ledger.name(Cause(FACILITATOR, detail=why))
    causes = np.full(len(cell), number)
    change(draft.cells, draft.layout, Changes(game, cell, amount, causes), draft.ledger)
    return done(world, live, draft, part, no_events(len(rulebook.seat_actor)), rulebook)[0]


def attained_now(world: World, rulebook: Rulebook) -> Array:
    """Return (G, objectives) whether each would be met if the turn were scored as it stands."""
    _, part, draft = draft_of(world, rulebook, None)
    rulebook.score(draft, part)
    return np.array(draft.layout.view(draft.cells, "attained") > 0)


def due_at(world: World, rulebook: Rulebook, by_hand: Mapping[str, bool], turn: int) -> Array:
    """Return (G, injects) bool: what would be given in a turn if the world stayed as it is."""
    _, part, draft = draft_of(world, rulebook, None)
    draft.turn = turn
    return rulebook.inject(draft, part, by_hand)
