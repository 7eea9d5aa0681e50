"""Unrest: a cut network scatters protest over the places of a country.

Hassanpour 2014 (sign only): on the day Egypt went dark, the share of all protest that stood on its
main square fell; crowds formed in the neighborhoods. Each of an actor's publics nears their mean
mobilization, weighed by size, by the share `scattering` x (1 - its connection) a turn: the sum
stays as it is, what a cut adds is the move's affair. `scattering` is a guess.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.ledger import change_measure
from game.engine.tiers import Draft
from game.rules.board import Board

Array = npt.NDArray[Any]

SCATTERED = "crowds scatter under a cut"


@dataclass(frozen=True, eq=False)
class Unrest:
    """Whose publics scatter together. U nodes, A actors.

    belongs: (A, U) the weight of each node in its actor's mean, rows summing to 1 or 0; owner:
    (U,) the actor of each node, -1 for none.
    """

    belongs: Array
    owner: Array
    scattering: float

    def scatter(self, draft: Draft) -> None:
        """Level the mobilization of a country's publics where the network is down."""
        layout, cells = draft.layout, draft.cells
        online = np.maximum(layout.view(cells, "online"), layout.view(cells, "bypass"))
        if (online >= 1).all():
            return
        mobilized = layout.view(cells, "mobilized")
        mean = np.einsum("au,gu->ga", self.belongs, mobilized)[:, self.owner]
        gap = np.where(self.owner >= 0, mean - mobilized, 0.0)
        amount = self.scattering * (1 - online) * gap
        change_measure(cells, layout, "mobilized", amount, SCATTERED, draft.ledger)


def unrest(board: Board) -> Unrest:
    """Return whose publics scatter together."""
    owner, size = board.relations["of"]["audience"], board.facts["size"]
    own = (owner[None, :] == np.arange(board.counts["actor"])[:, None]) * size
    total = own.sum(axis=1, keepdims=True)
    return Unrest(
        belongs=own / np.where(total > 0, total, 1.0),
        owner=owner,
        scattering=board.scenario.parameters["scattering"],
    )
