"""How a game ends: the first ending by name whose condition holds, or the clock."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.evaluate import evaluate
from game.engine.events import Events, Kind
from game.engine.frame import Frame
from game.engine.rulebook import Conditions, Rulebook
from game.engine.tiers import Draft
from game.engine.world import RUNNING

Array = npt.NDArray[Any]

TIME = "time"  # the ending of a game that reached its last turn


def ending_names(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the name of every ending by its number, the clock's last."""
    return (*rulebook.keys["ending"], TIME)


def holds(cells: Array, rulebook: Rulebook, groups: tuple[Conditions, ...], count: int) -> Array:
    """Return (G, count) bool: which conditions hold in which game; no owner has two."""
    truth = np.ones((len(cells), count), dtype=bool)
    for group in groups:
        number = len(group.owner)
        none = np.zeros(number, dtype=np.int64)
        frame = Frame(cells, rulebook.tables, (none,) * 4, pick=np.arange(number), memo=group.memo)
        value = np.broadcast_to(evaluate(frame, group.formula) != 0, (number, len(cells)))
        truth[:, group.owner] = value.T
    return truth


def judge_endings(draft: Draft, turn: Array) -> Array:
    """Return (G,) the ending reached at the end of this turn, RUNNING where there is none."""
    rulebook = draft.rulebook
    count = len(rulebook.keys["ending"])
    reached = holds(draft.cells, rulebook, rulebook.endings, count)
    ended = np.where(turn >= rulebook.turns, count, RUNNING)
    for ending in reversed(range(count)):
        ended = np.where(reached[:, ending], ending, ended)
    return np.asarray(ended)


def ending_events(rulebook: Rulebook, ended: Array) -> Events:
    """Return one event for each game that ended, told to every seat."""
    game = np.flatnonzero(ended != RUNNING)
    none = np.full(len(game), -1)
    told = np.ones((len(game), len(rulebook.seat_actor)), dtype=bool)
    kind = np.full(len(game), int(Kind.ENDING))
    return Events(kind, game, ended[game], none, none, none, none, none * 0, told, told)
