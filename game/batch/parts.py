"""Parts: the games of a batch, some at a time, each played once and kept in files of its own.

Part 7 holds the same games whatever the number of games asked for, so a batch that was killed, or
that is to have more games, goes on where it stopped; and how many of them are played at once
changes no byte of it. The file of `runs` is written last: while it is not there, or holds fewer
games than are wanted, the part is played.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from game.batch.blocks import Bench, play, set_up
from game.batch.parquet import rows_in, write
from game.batch.stitch import is_whole
from game.batch.tables import joined, tables_of
from game.engine import run_seeds
from game.scenario import Scenario

TABLES = ("orders", "turns", "runs")
BLOCK = 1000  # games in a part, and played at once; fewer pay more for each turn and each file
PART_BYTES = 400_000_000
COPIES = 8  # of the cells, alive at once while a turn is played: a guess on the safe side


@dataclass(frozen=True, slots=True)
class Station:
    """All that a worker needs to play parts of a batch, in a form that travels.

    block: how many games are played at once; None for all of a part.
    """

    scenario: bytes  # pickled
    policies: tuple[tuple[str, str], ...]
    seed: int
    out: Path
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A part to be played: `games` runs from `first` on."""

    number: int
    first: int
    games: int


def station(
    scenario: Scenario, policies: Mapping[str, str], seed: int, out: Path, block: int | None = None
) -> Station:
    """Return what workers are sent; what can be worked out from the scenario is left behind."""
    return Station(pickle.dumps(replace(scenario)), tuple(policies.items()), seed, out, block)


def play_task(where: Station, task: Task) -> int:
    """Play a part, keep its tables, and return its number of games.

    Raises:
        BatchError: the tables cannot be written.
    """
    bench, some = _bench(where.scenario, where.policies), where.block or task.games
    blocks = []
    for first in range(task.first, task.first + task.games, some):
        last = min(first + some, task.first + task.games)
        seeds = run_seeds(where.seed, np.arange(first, last, dtype=np.uint64))
        blocks.append(tables_of(bench, play(bench, seeds), first))
    for name in TABLES:
        write(joined([tables[name] for tables in blocks]), part(where.out, name, task.number))
    return task.games


@lru_cache(maxsize=1)
def _bench(scenario: bytes, policies: tuple[tuple[str, str], ...]) -> Bench:
    """Return the scenario compiled, once in each worker."""
    return set_up(pickle.loads(scenario), dict(policies))  # noqa: S301 - our own, from `station`


def part(out: Path, table: str, number: int) -> Path:
    """The file of one table of a part."""
    return out / "parts" / f"{table}-{number:06d}.parquet"


def tasks(runs: int, size: int) -> list[Task]:
    """Return the parts of a batch, of `size` games each; the last may hold fewer."""
    firsts = enumerate(range(0, runs, size))
    return [Task(number, first, min(size, runs - first)) for number, first in firsts]


def missing(every: list[Task], out: Path) -> list[Task]:
    """Return the parts that are not there, or hold fewer games than they should."""
    return [one for one in every if not _whole(one, out)]


def _whole(task: Task, out: Path) -> bool:
    there = (is_whole(part(out, name, task.number)) for name in TABLES)
    return all(there) and rows_in(part(out, "runs", task.number)) >= task.games


def fitting_part(where: Station) -> int:
    """Return how many games a part has: fewer where a game is large."""
    bench = _bench(where.scenario, where.policies)
    rows = bench.rulebook.turns * len(bench.traced)
    game = 8 * (COPIES * bench.rulebook.layout.size + 2 * rows)  # twice: as it is written
    return max(1, min(BLOCK, PART_BYTES // game))
