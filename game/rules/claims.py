"""Claims spread: an independent cascade by word of mouth, or a threshold for joining in.

Cascade (Kempe, Kleinberg and Tardos 2003): whoever was reached last turn tries once on each
neighbor, with chance min(1, passes x infectiousness). Threshold (Granovetter 1978, in Kempe's form
with uniform thresholds): an audience joins when the summed ties of those who joined pass its own
threshold, drawn once a game. A warning beforehand lowers both; a cut network lets nothing through.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix
from game.engine.frame import spans
from game.engine.ledger import change_measure
from game.engine.tiers import Draft
from game.language import t_later
from game.rules.board import Board

Array = npt.NDArray[Any]

HEARSAY = t_later("word of mouth")


@dataclass(frozen=True, eq=False)
class Grapevine:
    """The ties along which claims travel, and how each claim travels. U nodes, C claims, E ties.

    first, count: (U,) the stretch of each source's ties; source, target: (E,); passes: (E,) chance
    to hand a claim on; infectiousness: (C,); threshold: (C,) bool; damping: of a full label;
    hearsay: belief gained on arrival; node_names, claim_names: what chance knows them by.
    """

    first: Array
    count: Array
    source: Array
    target: Array
    passes: Array
    infectiousness: Array
    threshold: Array
    damping: float
    hearsay: float
    node_names: Array
    claim_names: Array

    def hand_on(self, draft: Draft) -> None:
        """Let every claim take one step; those it newly reaches are fresh, and believe hearsay."""
        layout, cells = draft.layout, draft.cells
        aware, fresh = layout.view(cells, "aware"), layout.view(cells, "fresh")
        resistance = layout.view(cells, "resistance")
        if not fresh.any() and not self.threshold.any():
            return
        online = np.maximum(layout.view(cells, "online"), layout.view(cells, "bypass"))
        arrived = np.zeros_like(aware, dtype=bool)
        self._cascade(draft, arrived, online)
        self._join_in(draft, arrived, online)
        arrived &= aware < 1
        belief = arrived * (self.hearsay * (1 - resistance))
        for name, amount in (
            ("belief", belief),
            ("fresh", arrived - fresh),
            ("aware", arrived - aware * arrived),
            ("out", (arrived.any(axis=1) & (layout.view(cells, "out") < 1)).astype(np.float64)),
        ):
            change_measure(cells, layout, name, amount, HEARSAY, draft.ledger)

    def _readiness(self, draft: Draft) -> Array:
        """Return (G, C): how readily each claim is handed on, its infectiousness included."""
        boost = draft.layout.view(draft.cells, "boost")
        label = draft.layout.view(draft.cells, "label")
        ready: Array = self.infectiousness * (1 + boost) * (1 - self.damping * label)
        return ready

    def _cascade(self, draft: Draft, arrived: Array, online: Array) -> None:
        """Try every tie of whoever was reached last; mark whom a claim comes to."""
        fresh = draft.layout.view(draft.cells, "fresh")
        node, claim, game = np.nonzero(((fresh > 0) & ~self.threshold).transpose(1, 2, 0))
        counts = self.count[node]
        tie = spans(self.first[node], counts)
        game, claim = np.repeat(game, counts), np.repeat(claim, counts)
        source, target = self.source[tie], self.target[tie]
        odds = np.minimum(1.0, self.passes[tie] * self._readiness(draft)[game, claim])
        resistance = draft.layout.view(draft.cells, "resistance")[game, target, claim]
        odds = odds * (1 - resistance) * np.minimum(online[game, source], online[game, target])
        names = (self.claim_names[claim], self.node_names[source], self.node_names[target])
        come = draft.draw(game, key("cascade"), *names) < odds
        arrived[game[come], target[come], claim[come]] = True

    def _join_in(self, draft: Draft, arrived: Array, online: Array) -> None:
        """Compare the pull of those who joined with each node's threshold."""
        aware = draft.layout.view(draft.cells, "aware")
        resistance = draft.layout.view(draft.cells, "resistance")
        games, nodes = online.shape
        link = np.minimum(online[:, self.source], online[:, self.target]) * self.passes
        spot = np.arange(games)[:, None] * nodes + self.target
        for claim in np.flatnonzero(self.threshold):
            pull = link * aware[:, self.source, claim]
            total = np.bincount(spot.ravel(), pull.ravel(), games * nodes).reshape(games, nodes)
            total = total * self._readiness(draft)[:, claim, None] * (1 - resistance[:, :, claim])
            lot = mix(draft.seed[:, None], key("threshold"), self.claim_names[claim])
            arrived[:, :, claim] |= total > draft.lot(mix(lot, self.node_names))


def grapevine(board: Board) -> Grapevine:
    """Return the ties and claims of a board."""
    nodes = board.nodes
    order = np.lexsort((nodes.target, nodes.source))
    source, target = nodes.source[order], nodes.target[order]
    count = np.bincount(source, minlength=len(nodes.owner))
    claims = [board.scenario.claims[name] for name in board.keys["claim"]]
    return Grapevine(
        first=np.cumsum(count) - count,
        count=count,
        source=source,
        target=target,
        passes=nodes.passes[order],
        infectiousness=board.facts["infectiousness"],
        threshold=np.array([claim.spread == "threshold" for claim in claims], dtype=bool),
        damping=board.scenario.parameters["label_damping"],
        hearsay=board.scenario.parameters["hearsay"],
        node_names=board.member_names["audience"],
        claim_names=board.member_names["claim"],
    )
