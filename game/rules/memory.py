"""Memory: who said it is forgotten sooner than what was said, and what is heard often sits fast.

Sleeper effect (Hovland and Weiss 1951; Kumkale and Albarracin 2004: signs only): of a gain of
belief g from a source of credibility c, the source's part is g x (1 - 50 / c), above or below
what an unknown source (50) would have given. It is kept as `tag` and leaves belief with the
half-life `source_half_life` in days; the content stays. What takes a share of belief away takes the
same share of the source's part.

Repetition (Hassan and Barber 2021): `heard` counts exposures n, and moves give belief in steps of
a x ln((1 + n) / n), so that n exposures give a x ln(1 + n).

Entrenchment (Walter and Tukachinsky 2020: sign only): `settled`, 0..1, nears 1 with the half-life
`settling` in days, divided by log2(1 + heard); corrections of what has settled take less away.

All half-lives are guesses.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.ledger import change_measure
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later
from game.rules.board import Board
from game.rules.pace import fading, turn_days

UNKNOWN = 50.0  # the credibility of a source one knows nothing about
FORGOTTEN = t_later("forgetting who said it")
COUNTED = "heard"
SAT = t_later("heard long and often")


@dataclass(frozen=True, slots=True)
class Memory:
    """How fast sources are forgotten and claims settle: shares a turn, see the module."""

    forgetting: float
    days: float
    settling: float

    def note(self, draft: Draft, before: World) -> None:
        """Count what was heard this turn and keep the source's part of what it did to belief."""
        layout, cells = draft.layout, draft.cells
        aware = layout.view(cells, "aware")
        heard, was = layout.view(cells, "heard"), layout.view(before.cells, "belief")
        gained = layout.view(cells, "belief") - was
        if not aware.any() and not gained.any():  # nothing to note in any game of the block
            return
        rose = np.maximum(gained, 0.0)
        again = ((aware > 0) & ((heard < 1) | (rose > 0))).astype(np.float64)
        change_measure(cells, layout, "heard", again, COUNTED, draft.ledger)
        vouched = layout.view(cells, "vouched")
        part = np.where(vouched > 0, rose, 0.0)
        part = part * (1 - UNKNOWN / np.where(vouched > 0, vouched, UNKNOWN))
        fell = np.minimum(gained, 0.0) / np.where(was > 0, was, 1.0)
        change = part + layout.view(cells, "tag") * fell
        if change.any():
            change_measure(cells, layout, "tag", change, COUNTED, draft.ledger)

    def fade(self, draft: Draft) -> None:
        """Let sources be forgotten, and what has been heard sit faster."""
        layout, cells = draft.layout, draft.cells
        tag, heard = layout.view(cells, "tag"), layout.view(cells, "heard")
        if tag.any():
            lost = -self.forgetting * tag
            change_measure(cells, layout, "belief", lost, FORGOTTEN, draft.ledger)
            change_measure(cells, layout, "tag", lost, FORGOTTEN, draft.ledger)
        if heard.any():
            half_lives = self.days * np.log2(1 + heard) / self.settling
            gain = (1 - 2.0**-half_lives) * (1 - layout.view(cells, "settled"))
            change_measure(cells, layout, "settled", gain, SAT, draft.ledger)


def memory(board: Board) -> Memory:
    """Return the memory of a scenario, by the length of its turns."""
    parameters, days = board.scenario.parameters, turn_days(board.scenario.content)
    return Memory(
        forgetting=fading(days, parameters["source_half_life"]),
        days=days,
        settling=parameters["settling"],
    )
