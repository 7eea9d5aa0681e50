"""The master scenario events list at work: which injects are due now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.chance import key, mix
from game.engine.endings import holds
from game.engine.rulebook import Conditions
from game.engine.tiers import Draft
from game.engine.world import World
from game.rules.board import Board

Array = npt.NDArray[Any]

ANY_TURN = 0


@dataclass(frozen=True, eq=False)
class Schedule:
    """When each inject comes. M injects.

    turn: (M,) its turn, 0 for any; chance: (M,); tied: (M,) bool, to a turn, a condition or
    another inject; by_hand: (M,) bool; parent: (M,) the inject whose
    expected action must be missing, -1 none; after: (M,) turns it may take; conditions: owned by
    injects; names: what chance knows them by.
    """

    injects: tuple[str, ...]
    turn: Array
    chance: Array
    tied: Array
    by_hand: Array
    parent: Array
    after: Array
    conditions: tuple[Conditions, ...]
    names: Array

    def due(self, draft: Draft, world: World, by_hand: Mapping[str, bool]) -> Array:
        """Return (G, M) bool: what is given now. `by_hand` fires or holds injects by name."""
        count = len(self.injects)
        layout = draft.layout
        fired = layout.view(draft.cells, "fired") > 0
        time = np.where(self.turn == ANY_TURN, True, self.turn == draft.turn)
        due = time[None, :] & ~self.by_hand[None, :] & self._unanswered(draft)
        due = due & holds(draft.cells, draft.rulebook, self.conditions, count)
        doubtful = np.flatnonzero(self.chance < 1)
        due[:, doubtful] &= self._lot(draft, doubtful) < self.chance[doubtful]
        for name, fire in sorted(by_hand.items()):
            due[:, self.injects.index(name)] = fire
        return due & ~fired

    def _lot(self, draft: Draft, some: Array) -> Array:
        """Return (G, n) numbers: one a game for what is tied to a turn or condition, else a turn's.

        So `chance` is the share of games in which such an inject comes, and of turns otherwise.
        """
        each = mix(draft.seed[:, None], key("inject"), self.names[some])
        anew = mix(each, np.uint64(draft.turn))
        return draft.lot(np.where(self.tied[some], each, anew))

    def _unanswered(self, draft: Draft) -> Array:
        """Return (G, M): true unless a contingency still waits, or its action has come."""
        layout = draft.layout
        fired = layout.view(draft.cells, "fired")
        answered = layout.view(draft.cells, "answered")
        fine = np.ones(fired.shape, dtype=bool)
        for inject in np.flatnonzero(self.parent >= 0):
            parent = self.parent[inject]
            late = (fired[:, parent] > 0) & (draft.turn - fired[:, parent] >= self.after[inject])
            fine[:, inject] = late & (answered[:, parent] == 0)
        return fine


def schedule(board: Board, conditions: tuple[Conditions, ...]) -> Schedule:
    """Return the schedule of a board's injects."""
    names = board.keys["inject"]
    injects = [board.scenario.content.msel[name] for name in names]
    parents = [i.contingency.of if i.contingency else None for i in injects]
    free = [i.turn is None and i.when is None and i.contingency is None for i in injects]
    unprompted = [alone and i.chance == 1 for alone, i in zip(free, injects, strict=True)]
    by_hand = [i.by_hand or alone for i, alone in zip(injects, unprompted, strict=True)]
    return Schedule(
        injects=names,
        turn=np.array([i.turn or ANY_TURN for i in injects], dtype=np.int64),
        chance=np.array([float(i.chance) for i in injects]),
        tied=~np.array(free, dtype=bool),
        by_hand=np.array(by_hand, dtype=bool),
        parent=np.array([names.index(p) if p in names else -1 for p in parents], dtype=np.int64),
        after=np.array([i.contingency.after if i.contingency else 0 for i in injects], np.int64),
        conditions=conditions,
        names=board.member_names["inject"],
    )
