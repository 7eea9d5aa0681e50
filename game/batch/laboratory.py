"""A batch from its order to its tables: what is missing is played, all is merged and summed up.

Workers are processes that know nothing of one another: each is sent blocks, and writes them. So a
game is the same on one worker or eight, and a worker that dies takes only its block with it.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from game.batch.errors import BatchError
from game.batch.manifest import found_in, manifest_of, must_agree, save
from game.batch.parquet import last_run, merge
from game.batch.parts import (
    TABLES,
    Station,
    Task,
    fitting_block,
    missing,
    part,
    play_task,
    station,
    tasks,
)
from game.batch.progress import Progress, shown
from game.batch.seating import seated
from game.batch.summary import Summary, save_summary, summarize
from game.batch.wording import text_of
from game.scenario import Scenario

NO_POLICIES: Mapping[str, str] = {}
GO_ON = "The same command goes on from there."


def run(
    scenario: Scenario,
    *,
    runs: int,
    seed: int,
    out: Path,
    policies: Mapping[str, str] = NO_POLICIES,
    workers: int = 1,
    block: int | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Play games 0 to `runs` - 1 and return what they came to.

    Leaves `runs.parquet`, `turns.parquet`, `orders.parquet`, `summary.json` and `summary.txt` in
    `out`, and the blocks they are merged from in `out/parts`. Asked again, it plays what misses.
    `policies` names stand-ins by seat (see `parse_policies`); `block` is how many games are played
    at once, without it what suits the scenario; `progress` is told games done and games wanted.

    Raises:
        BatchError: a number is too small, a name unknown, `out` no place for these tables, or
            playing was cut short.
    """
    for name, number in (("--runs", runs), ("--workers", workers), ("block", block)):
        if number is not None and number < 1:
            raise BatchError(f"{name} is {number}: it must be at least 1.")
    holders, done = seated(scenario, policies), 0
    where = station(scenario, holders, seed, _folder(out))
    try:
        every = tasks(runs, _agree(scenario, where, block))
        todo = missing(every, where.out)
        done = runs - sum(one.games for one in todo)
        with shown(progress) as tell:
            tell(done, runs)
            for games in _play(where, todo, workers):
                done += games
                tell(done, runs)
        return _finish(scenario, where, every)
    except KeyboardInterrupt:
        raise BatchError(f"Stopped after {done} of {runs} games. {GO_ON}") from None
    except BrokenProcessPool:
        raise BatchError(
            f"A worker was killed after {done} of {runs} games, as happens where memory runs out: "
            f"try fewer --workers. {GO_ON}"
        ) from None


def _folder(out: Path) -> Path:
    """Return the folder for the tables, made if it is not there."""
    out = Path(out)
    try:
        (out / "parts").mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise BatchError(f"{out} is a file, or leads through one: name a folder.") from error
    except OSError as error:
        raise BatchError(
            f"{out} cannot be made ({error.strerror}): name another folder."
        ) from error
    return out


def _agree(scenario: Scenario, where: Station, block: int | None) -> int:
    """Return the size of a block, the manifest of the folder being that of this batch."""
    there = found_in(where.out)
    size = block or (there.block if there else fitting_block(where))
    policies = dict(where.policies)
    wanted = manifest_of(scenario, seed=where.seed, policies=policies, block=size)
    if there is None:
        save(wanted, where.out)
    else:
        must_agree(there, wanted, where.out)
    return size


def _play(where: Station, todo: list[Task], workers: int) -> Iterator[int]:
    """Yield the number of games of each block as soon as its tables are kept."""
    workers = min(workers, len(todo))
    if workers <= 1:
        yield from (play_task(where, task) for task in todo)
        return
    import joblib

    with joblib.parallel_config(backend="loky", inner_max_num_threads=1):
        pool = joblib.Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1)
        yield from pool(joblib.delayed(play_task)(where, task) for task in todo)


def _finish(scenario: Scenario, where: Station, every: list[Task]) -> Summary:
    """Merge the blocks into the tables, and sum up."""
    out, last = where.out, every[-1]
    runs = last.first + last.games
    for name in TABLES:
        parts = [part(out, name, task.block) for task in every]
        more = last_run(parts[-1]) >= runs  # of an earlier, larger batch
        merge(parts, out / f"{name}.parquet", runs if more else None)
    summary = summarize(scenario, out / "runs.parquet")
    for left in sorted((out / "parts").glob(".*.tmp")):  # of workers that were killed
        left.unlink(missing_ok=True)
    save_summary(summary, text_of(summary), out)
    return summary
