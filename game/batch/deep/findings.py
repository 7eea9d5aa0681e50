"""Findings: what an author should look at, where it stands, by what evidence, and how to see it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.deep.arms import Arm
from game.batch.deep.trial import Trial
from game.engine import Rulebook
from game.scenario import Scenario

Array = npt.NDArray[Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    code: stable; path: where in the scenario's YAML it stands; message, evidence: sentences;
    command: plays the games that show it, '' where reading the file is enough.
    """

    code: str
    path: Path
    message: str
    evidence: str
    command: str = ""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything that was seen: the trials of all arms, for lints to read."""

    scenario: Scenario
    rulebook: Rulebook
    trials: Sequence[Trial]
    seed: int

    @cached_property
    def games(self) -> int:
        """How many games were played in all arms."""
        return sum(trial.games for trial in self.trials)

    def arm(self, name: str) -> Trial:
        """Return the trial of an arm; KeyError if there is none."""
        return {trial.arm.name: trial for trial in self.trials}[name]

    def cells(self, measure: str) -> Array:
        """Return a measure at the end of every game of all arms, (games, *axes)."""
        view = self.rulebook.layout.view
        return np.concatenate([view(np.asfortranarray(t.final), measure) for t in self.trials])

    def begun(self, measure: str) -> Array:
        """Return a measure before the first turn, over its axes."""
        return np.asarray(self.rulebook.layout.view(self.trials[0].first[None, :], measure)[0])

    def total(self, what: str) -> Array:
        """Return a count of trials (`chosen`, `done`, `channels`, ...) summed over all arms."""
        return np.asarray(np.sum([getattr(trial, what) for trial in self.trials], axis=0))

    def rose(self, measure: str, *over: int) -> Array:
        """Return bool over the axes that are left: whether a measure ended higher than it began.

        In any game, and for any thing on the axes in `over`, counted from 0 without the games.
        """
        more = self.cells(measure) > self.begun(measure)[None]
        return np.asarray(more.any(axis=(0, *(axis + 1 for axis in over))))

    def legal(self) -> Array:
        """Return (S, D) bool: what was open to a seat in any game of any arm."""
        return np.asarray(np.any([trial.legal for trial in self.trials], axis=0))

    def command(self, arm: Arm) -> str:
        """Return the command that plays an arm again."""
        return arm.command(self.scenario, self.seed)


Lint = Callable[[Evidence], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Covered:
    """One row of the coverage: how many of a sort of thing came up, and which did not."""

    what: str
    seen: int
    of: int
    missing: tuple[str, ...] = field(default=())
