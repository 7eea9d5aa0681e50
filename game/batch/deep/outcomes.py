"""How games come out: objectives, who wins, runaway measures, and what is left to luck."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.deep.arms import COMPARED
from game.batch.deep.findings import Evidence, Finding
from game.batch.intervals import wilson

Array = npt.NDArray[Any]

FAR_TOO_OFTEN = 0.8  # a share of wins whose interval lies above this, with three seats or more
NEARLY_ALL = 0.95  # of games in which a measure stands at its end
MATTERS = 10.0  # points of score that are worth playing for (a guess)
SWAYED = 0.1  # of the games: a seat that sways fewer is played by chance (a guess)
WIDE = 15.0  # standard deviation of a score by seed alone that is worth a word (a guess)
# Gates and flags: at their ends by nature.
MOSTLY_FLAGS = 1.0


def objectives(evidence: Evidence) -> Iterator[Finding]:
    """Objectives that are never met, and those that are met whatever anybody does."""
    attained = evidence.cells("attained") > 0
    for place, key in enumerate(evidence.rulebook.keys["objective"]):
        seat, _, name = key.partition(".")
        count, games = int(attained[:, place].sum()), evidence.games
        said = f"met at the end of {count} of {games} games, whoever played"
        path = ("objectives", seat, name)
        if not count:
            command = evidence.command(evidence.arm("doctrine").arm)
            yield Finding("objective-never", path, "this objective is never met", said, command)
        elif count == games:
            command = evidence.command(evidence.arm("idle").arm)
            message = "this objective is met whatever anybody does"
            yield Finding("objective-always", path, message, said, command)


def winners(evidence: Evidence) -> Iterator[Finding]:
    """A seat that comes out first nearly always, all playing by their doctrines."""
    trial = evidence.arm("doctrine")
    scores = trial.score
    if scores.shape[1] < 3:
        return
    first = scores == scores.max(axis=1, keepdims=True)
    wins = (first / first.sum(axis=1, keepdims=True)).sum(axis=0)
    for place, seat in enumerate(evidence.rulebook.keys["seat"]):
        low, high = wilson(float(wins[place]), trial.games)
        if low > FAR_TOO_OFTEN:
            yield Finding(
                "seat-wins",
                ("seats", seat),
                f"'{seat}' nearly always comes out with the highest score",
                f"in {wins[place] / trial.games:.0%} of {trial.games} games "
                f"(95 % interval {low:.0%} to {high:.0%})",
                evidence.command(trial.arm),
            )


def runaways(evidence: Evidence) -> Iterator[Finding]:
    """Measures of the author that end at the end of their range in nearly every game."""
    layout, arms = evidence.rulebook.layout, ("doctrine", "uniform")
    for key in evidence.scenario.content.measures:
        stretch = layout.stretches[key]
        span = slice(stretch.first, stretch.first + stretch.size)
        low, high = layout.low[span], layout.high[span]
        start = evidence.trials[0].first[span]
        finals = [evidence.arm(name).final[:, span] for name in arms]
        every = np.concatenate(finals)
        flag = np.isin(every, (0.0, 1.0)).mean(axis=0) >= MOSTLY_FLAGS
        for ends, word in ((high, "highest"), (low, "lowest")):
            shares = np.array([(final == ends).mean(axis=0) for final in finals])
            stuck = (shares.min(axis=0) >= NEARLY_ALL) & (start != ends) & ~flag
            if stuck.any():
                yield Finding(
                    "measure-runaway",
                    ("measures", key),
                    f"this measure runs to its {word} value and stays there",
                    f"in {shares[:, stuck].mean():.0%} of {len(every)} games, from "
                    f"{start[stuck][0]:g} at the start to {ends[stuck][0]:g}",
                    evidence.command(evidence.arm("doctrine").arm),
                )


def luck(evidence: Evidence) -> Iterator[Finding]:
    """Seats whose score the seed decides, whatever they do."""
    for place, seat in enumerate(evidence.rulebook.keys["seat"]):
        share = sway(evidence, seat, place)
        by_seed = float(evidence.arm("doctrine").score[:, place].std())
        if share < SWAYED and by_seed > WIDE:
            yield Finding(
                "seat-luck",
                ("seats", seat),
                f"what '{seat}' scores is decided by chance, not by what it does",
                f"from seed to seed its score varies by {by_seed:.0f} points (standard deviation), "
                f"but whatever it orders changes it by {MATTERS:.0f} in {share:.0%} of the games",
                evidence.command(evidence.arm(f"{seat}-uniform").arm),
            )


def sway(evidence: Evidence, seat: str, place: int) -> float:
    """Return the share of games in which what a seat does changes its score by MATTERS points.

    The same seeds are compared, others playing their doctrines: the seat by its own doctrine with
    the seat idle, at random and with one move all game long, whichever changes more, 0..1.
    """
    shares = []
    base = evidence.arm("doctrine").score[:, place]
    for name in (*COMPARED, "exploiter"):
        other = evidence.arm(f"{seat}-{name}").score[:, place]
        pairs = min(len(base), len(other))
        shares.append(float((np.abs(base[:pairs] - other[:pairs]) >= MATTERS).mean()))
    return max(shares)
