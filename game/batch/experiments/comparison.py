"""Two versions of a scenario on the same seeds: what changed in play, game by game."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from game.batch.experiments.analysis import interval
from game.batch.laboratory import NO_POLICIES, run
from game.batch.parquet import column_names, read_columns
from game.scenario import Scenario

Array = npt.NDArray[Any]

NOT_MEASURES = ("run", "seed", "ending")
SHOWN = 5  # games that ended otherwise, of which the seeds are named


@dataclass(frozen=True, slots=True)
class Change:
    """How one number moved from the first version to the second, with its 95 % interval."""

    name: str
    before: float
    after: float
    change: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one version to another. runs: pairs of games.

    endings: (before, after, games); moved: seeds of games that ended otherwise; numbers: every
    number of both versions that differs in some game; only_before, only_after: columns of one
    alone; orders: how often each move was ordered in a game.
    """

    runs: int
    endings: Sequence[tuple[str, str, int]]
    moved: Sequence[int]
    numbers: Sequence[Change]
    only_before: Sequence[str]
    only_after: Sequence[str]
    orders: Sequence[Change]


def compare(
    before: Scenario,
    after: Scenario,
    *,
    runs: int,
    seed: int,
    out: Path,
    policies: Mapping[str, str] = NO_POLICIES,
    workers: int = 1,
) -> Comparison:
    """Play two versions on the same seeds and return what changed; the tables stay in `out`.

    Stand-ins of seats that one version lacks are left out there.

    Raises:
        BatchError: as `run` does.
    """
    folders = (out / "before", out / "after")
    for scenario, folder in zip((before, after), folders, strict=True):
        held = {seat: name for seat, name in policies.items() if seat in scenario.keys["seat"]}
        run(scenario, runs=runs, seed=seed, out=folder, policies=held, workers=workers)
    files = [folder / "runs.parquet" for folder in folders]
    names = [column_names(file) for file in files]
    both = [name for name in names[0] if name in names[1] and name not in NOT_MEASURES]
    ends = [next(read_columns(file, ["ending"])) for file in files]
    seeds = next(read_columns(files[0], ["seed"]))
    pairs = zip(*(read_columns(file, both) for file in files), strict=True)
    moves = [_moves(folder, runs) for folder in folders]
    zeros = np.zeros(runs)
    return Comparison(
        runs=runs,
        endings=_crossed(*ends),
        moved=[int(seed) for seed in seeds[ends[0] != ends[1]]],
        numbers=[
            _change(name, *pair)
            for name, pair in zip(both, pairs, strict=True)
            if (pair[0] != pair[1]).any()
        ],
        only_before=[name for name in names[0] if name not in names[1]],
        only_after=[name for name in names[1] if name not in names[0]],
        orders=[
            _change(name, moves[0].get(name, zeros), moves[1].get(name, zeros))
            for name in sorted({*moves[0], *moves[1]})
        ],
    )


def _change(name: str, before: Array, after: Array) -> Change:
    difference = after.astype(np.float64) - before
    low, high = interval(difference)
    means = float(before.mean()), float(after.mean())
    return Change(name, *means, float(difference.mean()), low, high)


def _crossed(before: Array, after: Array) -> list[tuple[str, str, int]]:
    """Return how many games went from which ending to which, most first."""
    pairs: dict[tuple[str, str], int] = {}
    for pair in zip(before.tolist(), after.tolist(), strict=True):
        pairs[pair] = pairs.get(pair, 0) + 1
    ranked = sorted(pairs.items(), key=lambda one: (-one[1], one[0]))
    return [(first, second, games) for (first, second), games in ranked]


def _moves(folder: Path, runs: int) -> dict[str, Array]:
    """Return by move how often it was ordered in each game (R,)."""
    file = folder / "orders.parquet"
    run_of, move = read_columns(file, ["run", "move"])
    words = np.array([str(name).partition(".")[0] for name in move])
    return {
        str(name): np.bincount(run_of[words == name], minlength=runs).astype(np.float64)
        for name in np.unique(words)
    }


def comparison_lines(found: Comparison) -> Iterator[str]:
    """Return a comparison as lines for a terminal: endings, then what clearly moved."""
    yield f"{found.runs} pairs of games with the same seeds; {len(found.moved)} ended otherwise."
    for before, after, games in found.endings:
        yield f"  {games:6d}  {before}" + (f" -> {after}" if after != before else "")
    for seed in found.moved[:SHOWN]:
        yield f"  see: --seed {seed}"
    yield from _table("Numbers at the end that clearly moved (95 % intervals)", found.numbers)
    yield from _table("Orders a game that clearly moved", found.orders)
    for word, names in (("before", found.only_before), ("after", found.only_after)):
        if names:
            yield f"Only {word}: {', '.join(names[:10])}" + (" ..." if len(names) > 10 else "")


def _table(title: str, changes: Sequence[Change]) -> Iterator[str]:
    clear = sorted((one for one in changes if one.clear), key=lambda one: (-_size(one), one.name))
    yield ""
    yield f"{title}: {len(clear)} of {len(changes)} that differ"
    widest = max((len(one.name) for one in clear), default=0)
    for one in clear:
        moved = f"{one.before:9.2f} -> {one.after:9.2f}"
        within = f"({one.low:+.2f} to {one.high:+.2f})"
        yield f"  {one.name:<{widest}}  {moved}  {one.change:+.2f} {within}"


def _size(one: Change) -> float:
    """Return a change in halves of its interval: the clearest first."""
    half = (one.high - one.low) / 2
    return abs(one.change) / half if half > 0 else float("inf")
