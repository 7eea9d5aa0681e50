"""Objectives and scores: what each seat has attained so far."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.endings import holds
from game.engine.ledger import change_measure
from game.engine.rulebook import Conditions
from game.engine.tiers import Draft
from game.language import t_later
from game.rules.board import Board

Array = npt.NDArray[Any]


@dataclass(frozen=True, eq=False)
class Scoring:
    """How objectives count. O objectives.

    conditions: owned by objectives; by: (O,) the last turn that counts; once, throughout: (O,)
    bool; share: (O, seats) what each adds to the score of its seat, 100 in all.
    """

    conditions: tuple[Conditions, ...]
    by: Array
    once: Array
    throughout: Array
    share: Array

    def count(self, draft: Draft) -> None:
        """Judge every objective that is still open, and add up the scores."""
        layout, cells = draft.layout, draft.cells
        attained = layout.view(cells, "attained")
        true = holds(cells, draft.rulebook, self.conditions, len(self.by)).astype(np.float64)
        now = np.where(self.once, np.maximum(attained, true), true)
        now = np.where(self.throughout, np.minimum(attained, true), now)
        now = np.where(draft.turn <= self.by, now, attained)
        change_measure(
            cells, layout, "attained", now - attained, t_later("objective"), draft.ledger
        )
        score = layout.view(cells, "score")
        total = np.zeros(score.shape)
        for objective, share in enumerate(self.share):
            total += now[:, objective, None] * share
        change_measure(cells, layout, "score", total - score, t_later("objectives"), draft.ledger)


def scoring(board: Board, conditions: tuple[Conditions, ...]) -> Scoring:
    """Return how the objectives of a board count."""
    scenario = board.scenario
    names = board.keys["objective"]
    rows = [scenario.objectives[name] for name in names]
    share = np.zeros((len(names), len(board.keys["seat"])))
    for place, (name, row) in enumerate(zip(names, rows, strict=True)):
        share[place, board.keys["seat"].index(name.split(".")[0])] = row.weight
    total = share.sum(axis=0)
    share = 100.0 * share / np.where(total > 0, total, 1.0)
    return Scoring(
        conditions=conditions,
        by=np.array([row.by or scenario.content.turns for row in rows], dtype=np.int64),
        once=np.array([row.holds == "once" for row in rows], dtype=bool),
        throughout=np.array([row.holds == "throughout" for row in rows], dtype=bool),
        share=share,
    )
