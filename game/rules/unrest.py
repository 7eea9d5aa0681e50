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
from game.language import t_later
from game.rules.board import Board

Array = npt.NDArray[Any]

SCATTERED = t_later("crowds scatter under a cut")


@dataclass(frozen=True, eq=False)
class Unrest:
    """Whose publics scatter together. U nodes, A actors.

    weight: (U,) of each node in its actor's mean; owner: (U,) the actor of each, -1 for none;
    actors: A. Sums run node after node, so a game's are the same in any block.
    """

    weight: Array
    owner: Array
    actors: int
    scattering: float

    def scatter(self, draft: Draft) -> None:
        """Level the mobilization of a country's publics where the network is down."""
        layout, cells = draft.layout, draft.cells
        online = np.maximum(layout.view(cells, "online"), layout.view(cells, "bypass"))
        if (online >= 1).all():
            return
        mobilized = layout.view(cells, "mobilized")
        means = np.zeros((self.actors + 1, len(cells)))  # the last is of those without an actor
        np.add.at(means, self.owner, (self.weight * mobilized).T)
        mean = means[self.owner].T
        gap = np.where(self.owner >= 0, mean - mobilized, 0.0)
        amount = self.scattering * (1 - online) * gap
        change_measure(cells, layout, "mobilized", amount, SCATTERED, draft.ledger)


def unrest(board: Board) -> Unrest:
    """Return whose publics scatter together."""
    owner, size = board.relations["of"]["audience"], board.facts["size"]
    total = np.bincount(owner + 1, size, minlength=board.counts["actor"] + 1)[owner + 1]
    return Unrest(
        weight=size / np.where(total > 0, total, 1.0),
        owner=owner,
        actors=board.counts["actor"],
        scattering=board.scenario.parameters["scattering"],
    )
