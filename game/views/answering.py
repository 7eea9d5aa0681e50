"""Answers: what policies choose from menus, gathered as orders for the engine."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.orders import Orders
from game.views.plan import Plan

Array = npt.NDArray[Any]


def rows_of(plan: Plan, seat: int, choices: Array) -> Orders:
    """Return the orders that choices (G, slots) mean: candidates of the plan, -1 for none."""
    game, slot = np.nonzero(choices >= 0)
    candidate = choices[game, slot]
    return Orders(
        game=game,
        seat=np.full(len(game), seat),
        slot=slot,
        deed=plan.deed[candidate],
        target=plan.target[candidate],
        about=plan.about[candidate],
        via=plan.via[candidate],
    )
