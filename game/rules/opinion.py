"""Opinion: Friedkin-Johnsen on the ties between audiences, and what claims do to it.

x' = L W x + (I - L) a, with L = I - diag(W) unless an audience says its own susceptibility, and a
the anchor (Friedkin and Johnsen 1999). With L = I it is DeGroot's averaging (1974). An audience
with bounded confidence averages only opinions within its bound, itself included (Hegselmann and
Krause 2002), and clings to no anchor unless its own susceptibility says so. A rise of belief moves
opinion by persuasion x pushes, and the anchor by `lasting` of that: otherwise an audience would
forget every push in two turns.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.layout import whole
from game.engine.ledger import Label, Thing, change_measure
from game.engine.tiers import Draft
from game.engine.world import World
from game.language import t_later
from game.rules.board import Board

Array = npt.NDArray[Any]

PUSH = Label(t_later("points for full belief"))
BELIEF = t_later("what they believe of a claim")
PEERS = t_later("what those around them think")
CONVICTION = t_later("going back to what they were sure of")
SLACK = 1024  # grains by which an opinion may pass a bound of confidence and still count as at it


@dataclass(frozen=True, eq=False)
class Influence:
    """Who listens to whom. U nodes, E ties sorted by target, I issues, C claims.

    source, target: (E,); weight: (E,); own: (U,) weight on itself; susceptible: (U,); bound: (U,)
    bounded confidence, infinite where there is none; matrix: (U, U) sparse W without its diagonal,
    for populations only; issue: (C,) index, -1 none; pull: (C,) opinion moved by full belief;
    names: (C,) the claims.
    """

    source: Array
    target: Array
    weight: Array
    own: Array
    susceptible: Array
    bound: Array
    matrix: Any
    issue: Array
    pull: Array
    names: tuple[str, ...]
    lasting: float

    def persuade(self, draft: Draft, before: World) -> None:
        """Move opinion and anchor as far as belief in each claim has changed since `before`."""
        layout = draft.layout
        gained = layout.view(draft.cells, "belief") - layout.view(before.cells, "belief")
        moved = (gained != 0).any(axis=(0, 1))
        for claim in np.flatnonzero(moved & (self.issue >= 0) & (self.pull != 0)):
            amount, issue = self.pull[claim] * gained[:, :, claim], int(self.issue[claim])
            for name, share in (("opinion", 1.0), ("anchor", self.lasting)):
                rise = gained[:, :, claim, None]
                told = ((PUSH, share * self.pull[claim]), (_gain(self.names[claim]), rise))
                given = (draft.cells, layout, name, share * amount, BELIEF, draft.ledger, told)
                change_measure(*given, only=issue)

    def average(self, draft: Draft) -> None:
        """Take one Friedkin-Johnsen step, or Hegselmann-Krause where an audience is bounded."""
        layout = draft.layout
        opinion, anchor = (layout.view(draft.cells, name) for name in ("opinion", "anchor"))
        sparse = self.matrix is not None and np.isinf(self.bound).all()
        grains = layout.grains("opinion")
        drawn = self._sparse(opinion) if sparse else self._by_tie(opinion, grains)
        back = (1 - self.susceptible)[None, :, None] * (anchor - opinion)
        change_measure(draft.cells, layout, "opinion", drawn, PEERS, draft.ledger)
        change_measure(draft.cells, layout, "opinion", back, CONVICTION, draft.ledger)

    def _by_tie(self, opinion: Array, grain: Array) -> Array:
        """Return (G, U, I) the pull of all peers, each tie's share rounded on its own.

        Rounded shares sum exactly, so no order of ties or size of block can matter.
        """
        gap = opinion[:, self.source] - opinion[:, self.target]
        weight = np.broadcast_to(self.weight[None, :, None], gap.shape)
        if np.isfinite(self.bound).any():
            weight = self._within(gap, weight, SLACK * grain[self.target])
        share = whole(
            self.susceptible[self.target][None, :, None] * weight * gap, grain[self.target]
        )
        by_target = np.zeros((opinion.shape[1], len(opinion), opinion.shape[2]))
        np.add.at(by_target, self.target, share.transpose(1, 0, 2))
        return by_target.transpose(1, 0, 2)

    def _within(self, gap: Array, weight: Array, slack: Array) -> Array:
        """Return the ties' weights with opinions out of bounds left out and the rest made whole.

        slack: (E, I), so that 0.3 and 0.2 are 0.1 apart, whatever binary numbers say.
        """
        near = weight * (np.abs(gap) <= self.bound[self.target][:, None] + slack)
        total = np.repeat(self.own[:, None, None], len(gap), axis=1)
        total = np.repeat(total, gap.shape[2], axis=2)
        np.add.at(total, self.target, near.transpose(1, 0, 2))
        bounded = np.isfinite(self.bound[self.target])[None, :, None]
        full = total.transpose(1, 0, 2)[:, self.target]
        made = np.where(full > 0, near / np.where(full > 0, full, 1.0), 0.0)
        return np.where(bounded, made, weight)

    def _sparse(self, opinion: Array) -> Array:
        """Return (G, U, I) the pull of all peers by one sparse product."""
        games, nodes, issues = opinion.shape
        columns = np.ascontiguousarray(opinion.transpose(1, 0, 2)).reshape(nodes, games * issues)
        heard = (self.matrix @ columns).reshape(nodes, games, issues).transpose(1, 0, 2)
        arriving = (1 - self.own)[None, :, None]
        return np.asarray(self.susceptible[None, :, None] * (heard - arriving * opinion))


def _gain(claim: str) -> Label:
    """Return what to call the belief that a claim gained."""
    return Label(t_later("belief gained by {0}"), (Thing("claim", "key", claim),))


def influence(board: Board) -> Influence:
    """Return who listens to whom on a board."""
    nodes, scenario = board.nodes, board.scenario
    order = np.lexsort((nodes.source, nodes.target))
    source, target, weight = (part[order] for part in (nodes.source, nodes.target, nodes.weight))
    arriving = np.bincount(target, weight, minlength=len(nodes.owner))
    audiences = [scenario.content.audiences[key] for key in board.keys["audience"]]
    given = [np.nan if a.susceptibility is None else a.susceptibility for a in audiences]
    declared = np.array(given, dtype=np.float64)[nodes.owner]
    bounds = [a.bounded_confidence for a in audiences]
    bound = np.array([np.inf if b is None else b for b in bounds], dtype=np.float64)[nodes.owner]
    unsaid = np.where(np.isinf(bound), arriving, 1.0)  # Hegselmann and Krause know no anchor
    persuasion = scenario.parameters["persuasion"]
    return Influence(
        source=source,
        target=target,
        weight=weight,
        own=1 - arriving,
        susceptible=np.where(np.isnan(declared), unsaid, declared),
        bound=bound,
        matrix=weights(source, target, weight, len(nodes.owner)) if board.populated else None,
        issue=board.relations["issue"]["claim"],
        pull=persuasion * board.facts["pushes"],
        names=board.keys["claim"],
        lasting=scenario.parameters["lasting"],
    )


def weights(source: Array, target: Array, weight: Array, size: int) -> Any:
    """Return ties as a sparse matrix; short indices, as reading them is most of a step."""
    from scipy.sparse import csr_array  # slow to import; only populations need it

    short = (target.astype(np.int32), source.astype(np.int32))
    return csr_array((weight, short), shape=(size, size))
