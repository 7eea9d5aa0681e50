"""What seats can do: moves nobody can use or needs, one that wins alone, seats without a choice."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.deep.findings import Evidence, Finding
from game.batch.deep.trial import Trial
from game.batch.intervals import half_width

Array = npt.NDArray[Any]

FEWEST = 5  # games with a move before anything is said of it
FAR = 15.0  # points of score by which one move must beat all else to be called dominant (a guess)
LITTLE = 2.0  # points of score below which nothing that a seat does matters (a guess)


def own_moves(evidence: Evidence) -> Iterator[Finding]:
    """Moves that the author wrote or tuned and that no seat can order, or none ever does."""
    legal, chosen = evidence.legal(), evidence.total("chosen")
    command = evidence.command(evidence.arm("uniform").arm)
    for key in evidence.scenario.content.moves:
        deeds = [n for n, deed in enumerate(evidence.rulebook.deeds) if deed.move == key]
        if not legal[:, deeds].any():
            said = f"in {evidence.games} games its needs never held for any seat"
            message = "no seat can ever order this move"
            yield Finding("move-never-legal", ("moves", key), message, said, command)
        elif not chosen[:, deeds].any():
            said = f"in {evidence.games} games it was open but never ordered: its price is too high"
            message = "nobody ever orders this move"
            yield Finding("move-never-chosen", ("moves", key), message, said, command)


def doctrines(evidence: Evidence) -> Iterator[Finding]:
    """Moves that a seat's doctrine weighs and that this seat can never order."""
    legal = evidence.legal()
    for place, seat in enumerate(evidence.rulebook.keys["seat"]):
        for name in evidence.scenario.content.seats[seat].doctrine:
            deeds = [
                n for n, deed in enumerate(evidence.rulebook.deeds) if name in (deed.move, deed.key)
            ]
            if not legal[place, deeds].any():
                yield Finding(
                    "move-never-legal",
                    ("seats", seat, "doctrine", name),
                    f"'{seat}' leans to this move and can never order it",
                    f"in {evidence.games} games its needs never held for this seat",
                    evidence.command(evidence.arm("doctrine").arm),
                )


def dominant(evidence: Evidence) -> Iterator[Finding]:
    """Moves that alone, all game long, bring a seat far more than anything else does."""
    for place, seat in enumerate(evidence.rulebook.keys["seat"]):
        trial = evidence.arm(f"{seat}-exploiter")
        found = _best(trial, place)
        if found is None:
            continue
        name, best, second = found
        doctrine = evidence.arm("doctrine").score[:, place]
        limit = max(second.mean() + half_width(second), doctrine.mean() + half_width(doctrine))
        if best.mean() - half_width(best) > limit and best.mean() > limit + FAR:
            yield Finding(
                "move-dominant",
                ("seats", seat),
                f"'{name}' alone, all game long, brings '{seat}' far more than anything else",
                f"mean score {best.mean():.0f} +- {half_width(best):.0f} in {len(best)} games; the "
                f"next best move {second.mean():.0f}, the doctrine {doctrine.mean():.0f}",
                evidence.command(trial.arm),
            )


def _best(trial: Trial, seat: int) -> tuple[str, Array, Array] | None:
    """Return the exploiter's best move with its scores, and those of the next best one."""
    scores = [
        (name, trial.score[trial.prey == move, seat]) for move, name in enumerate(trial.moves)
    ]
    enough = [(name, values) for name, values in scores if len(values) >= FEWEST]
    ranked = sorted(enough, key=lambda one: (-one[1].mean(), one[0]))
    if len(ranked) < 2:
        return None
    return ranked[0][0], ranked[0][1], ranked[1][1]


def without_choice(evidence: Evidence) -> Iterator[Finding]:
    """Seats whose score is the same whatever they do, others playing on."""
    for place, seat in enumerate(evidence.rulebook.keys["seat"]):
        legal = evidence.legal()[place]
        alone = [evidence.arm(f"{seat}-{name}") for name in ("idle", "uniform")]
        same = [trial.score[:, place] for trial in (evidence.arm("doctrine"), *alone)]
        hunt = evidence.arm(f"{seat}-exploiter")
        fewest = min(len(values) for values in same)
        paired = np.stack([values[:fewest] for values in same])  # all arms share their first seeds
        fewest = min(fewest, hunt.games)
        paired = np.concatenate([paired[:, :fewest], hunt.score[None, :fewest, place]])
        most = float(np.ptp(paired, axis=0).max())
        if not legal.any() or most < LITTLE:
            yield Finding(
                "seat-without-choice",
                ("seats", seat),
                f"nothing that '{seat}' does changes its score",
                f"the same {fewest} games come out within {most:.1f} points, whether it is idle, "
                "plays at random, by its doctrine or one move all game long",
                evidence.command(hunt.arm),
            )
