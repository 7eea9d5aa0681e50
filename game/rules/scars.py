"""Scars: trust that was deceived never comes back whole.

Schweitzer, Hershey and Bradlow 2006: trust lost to bad deeds alone recovers with good ones; lost
to bad deeds and deception it never fully recovers. Where `scar` (0..100) rises by s in a turn, the
`ceiling` of that trust falls to trust before x (1 - s / 100) and stays there. A scar from before
the game says nothing of the trust before it: there the ceiling starts at 100 - s. The sizes of
scars stand in the moves and are guesses.
"""

import numpy as np

from game.engine.ledger import change_measure
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later

SCAR = t_later("a scar: trust that was deceived")


def keep_down(draft: Draft, before: World) -> None:
    """Lower the ceiling of trust where a new scar was left, and trust to its ceiling."""
    layout, cells = draft.layout, draft.cells
    fresh = layout.view(cells, "scar") - layout.view(before.cells, "scar")
    ceiling = layout.view(cells, "ceiling")
    if (fresh > 0).any():
        lower = layout.view(before.cells, "trust") * (1 - np.maximum(fresh, 0.0) / 100)
        down = np.where(fresh > 0, np.minimum(0.0, lower - ceiling), 0.0)
        change_measure(cells, layout, "ceiling", down, SCAR, draft.ledger)
    over = np.minimum(0.0, layout.view(cells, "ceiling") - layout.view(cells, "trust"))
    if over.any():
        change_measure(cells, layout, "trust", over, SCAR, draft.ledger)
