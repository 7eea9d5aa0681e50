"""Parts: the blocks of a batch, each played once and kept in files of its own.

Block 7 holds the same games whatever the number of games asked for, so a batch that was killed, or
that is to have more games, goes on where it stopped. The file of `runs` is written last: while it
is not there, or holds fewer games than are wanted, the block is played.
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
from game.batch.tables import tables_of
from game.engine import run_seeds
from game.scenario import Scenario

TABLES = ("orders", "turns", "runs")
BLOCK = 1000  # games; fewer pay more for each turn and each file, see tests/bench
BLOCK_BYTES = 400_000_000
COPIES = 8  # of the cells, alive at once while a turn is played: a guess on the safe side


@dataclass(frozen=True, slots=True)
class Station:
    """All that a worker needs to play blocks of a batch, in a form that travels."""

    scenario: bytes  # pickled
    policies: tuple[tuple[str, str], ...]
    seed: int
    out: Path


@dataclass(frozen=True, slots=True)
class Task:
    """A block to be played: `games` runs from `first` on."""

    block: int
    first: int
    games: int


def station(scenario: Scenario, policies: Mapping[str, str], seed: int, out: Path) -> Station:
    """Return what workers are sent; what can be worked out from the scenario is left behind."""
    return Station(pickle.dumps(replace(scenario)), tuple(policies.items()), seed, out)


def play_task(where: Station, task: Task) -> int:
    """Play a block, keep its tables, and return its number of games.

    Raises:
        BatchError: the tables cannot be written.
    """
    bench = _bench(where.scenario, where.policies)
    runs = np.arange(task.first, task.first + task.games, dtype=np.uint64)
    tables = tables_of(bench, play(bench, run_seeds(where.seed, runs)), task.first)
    for name in TABLES:
        write(tables[name], part(where.out, name, task.block))
    return task.games


@lru_cache(maxsize=1)
def _bench(scenario: bytes, policies: tuple[tuple[str, str], ...]) -> Bench:
    """Return the scenario compiled, once in each worker."""
    return set_up(pickle.loads(scenario), dict(policies))  # noqa: S301 - our own, from `station`


def part(out: Path, table: str, block: int) -> Path:
    """The file of one table of a block."""
    return out / "parts" / f"{table}-{block:06d}.parquet"


def tasks(runs: int, block: int) -> list[Task]:
    """Return the blocks of a batch; the last may hold fewer games."""
    firsts = enumerate(range(0, runs, block))
    return [Task(number, first, min(block, runs - first)) for number, first in firsts]


def missing(every: list[Task], out: Path) -> list[Task]:
    """Return the blocks that are not there, or hold fewer games than they should."""
    return [one for one in every if not _whole(one, out)]


def _whole(task: Task, out: Path) -> bool:
    there = (is_whole(part(out, name, task.block)) for name in TABLES)
    return all(there) and rows_in(part(out, "runs", task.block)) >= task.games


def fitting_block(where: Station) -> int:
    """Return how many games to play at once: fewer where a game is large."""
    bench = _bench(where.scenario, where.policies)
    rows = bench.rulebook.turns * len(bench.columns.by_turn)
    game = 8 * (COPIES * bench.rulebook.layout.size + 2 * rows)  # twice: as it is written
    return max(1, min(BLOCK, BLOCK_BYTES // game))
