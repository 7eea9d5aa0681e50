"""What was ordered in a batch, counted in one pass over its orders.

For each decision (a seat's move) it keeps how often each game saw it in its early and in its late
turns: two bytes a game, so that a hundred thousand games and some hundred decisions fit.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from game.report.batch_tables import Folder, NoBatch

Array = npt.NDArray[Any]
Decision = tuple[str, str]  # a seat and a deed that it ordered

VOID = "void"
MOST = 255  # as a byte holds


@dataclass(eq=False)
class Acts:
    """What was ordered. Early and late: by decision, (G,) how often, void orders left out."""

    early: dict[Decision, Array] = field(default_factory=dict)
    late: dict[Decision, Array] = field(default_factory=dict)
    fates: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # seat, deed, outcome
    exposed: Counter[Decision] = field(default_factory=Counter)
    reasons: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # seat, deed, why
    channels: Counter[str] = field(default_factory=Counter)  # orders by each
    reached: dict[str, Array] = field(default_factory=dict)  # (G,) whether one went by it
    total: int = 0

    def games(self, decision: Decision) -> int:
        """How many games saw it, void orders left out."""
        if decision not in self.early:
            return 0
        return int(((self.early[decision] > 0) | (self.late[decision] > 0)).sum())


def acts_in(folder: Folder, half: int) -> Acts:
    """What was ordered in a batch; `half` is the last turn that counts as early.

    Raises:
        NoBatch: the orders are damaged, or of games that are not there.
    """
    acts = Acts()
    for rows in folder.orders():
        if len(rows["run"]) and not 0 <= rows["run"].min() <= rows["run"].max() < folder.games:
            raise NoBatch(f"{folder.path}: the orders are of other games than the runs.")
        _count(acts, rows, folder.games, half)
    return acts


def _count(acts: Acts, rows: dict[str, Any], games: int, half: int) -> None:
    """Add some rows."""
    (seat, seats), (move, moves) = rows["seat"], rows["move"]
    (outcome, outcomes), (reason, reasons) = rows["outcome"], rows["reason"]
    run, early = rows["run"], rows["turn"] <= half
    acts.total += len(run)
    pair = seat.astype(np.int64) * len(moves) + move
    for code in np.unique(pair):
        here = np.flatnonzero(pair == code)
        decision = (seats[code // len(moves)], moves[code % len(moves)])
        for place, count in _counted(outcome[here]):
            acts.fates[*decision, outcomes[place]] += count
        for place, count in _counted(reason[here]):
            if place >= 0:
                acts.reasons[*decision, reasons[place]] += count
        acts.exposed[decision] += int(rows["exposed"][here].sum())
        void = outcomes.index(VOID) if VOID in outcomes else -1
        here = here[outcome[here] != void]
        for group, wanted in ((acts.early, early[here]), (acts.late, ~early[here])):
            _add(group.setdefault(decision, np.zeros(games, dtype=np.uint8)), run[here][wanted])
    _channels(acts, rows["via"], run, games)


def _counted(places: Array) -> list[tuple[int, int]]:
    """Each value and how often it comes."""
    found, counts = np.unique(places, return_counts=True)
    return list(zip(found.tolist(), counts.tolist(), strict=True))


def _add(counts: Array, run: Array) -> None:
    """Count one for each game named, up to what a byte holds."""
    games, more = np.unique(run, return_counts=True)
    counts[games] = np.minimum(counts[games].astype(np.int64) + more, MOST)


def _channels(acts: Acts, via: tuple[Array, list[str]], run: Array, games: int) -> None:
    """Count the orders that went by each channel."""
    places, names = via
    for place, count in _counted(places):
        if place >= 0:
            name = names[place]
            acts.channels[name] += count
            acts.reached.setdefault(name, np.zeros(games, dtype=bool))[run[places == place]] = True
