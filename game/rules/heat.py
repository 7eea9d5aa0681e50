"""Heat: what is done over networks adds less to a tension that is high already.

A rise of tension in a turn counts by min(1, (100 - t) / (100 - h)), where t is the tension before
and h the parameter `heat`: full below h, nothing at 100. Kahn's upper rungs (1965) are acts in the
world, which scenarios give as injects, and those are not tempered: words and breaches of systems
alone should come near a break of relations and hardly ever past it. h is a guess.
"""

import numpy as np

from game.engine.ledger import Label, change_measure
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later

CAUSE = t_later("words weigh less where it is tense already")
RISE, BACK = Label(t_later("rise this turn")), Label(t_later("share of it taken back"))
BREAK = 100.0


def temper(draft: Draft, before: World, heat: float) -> None:
    """Take back a part of every rise of tension this turn; `before` is the world the seats saw."""
    layout, cells = draft.layout, draft.cells
    was = layout.view(before.cells, "tension")
    rise = np.maximum(0.0, layout.view(cells, "tension") - was)
    hot = (rise > 0) & (was > heat)
    if not hot.any():
        return
    kept = np.where(hot, (BREAK - was) / max(BREAK - heat, 1e-9), 1.0)
    back = -rise * (1 - kept)
    factors = ((RISE, rise), (BACK, kept - 1))
    change_measure(cells, layout, "tension", back, CAUSE, draft.ledger, factors)
