"""A batch from its order to its tables: what is missing is played, all is merged and summed up.

Workers are processes that know nothing of one another: each is sent parts, and writes them. So a
game is the same on one worker or eight, and a worker that dies takes only its part with it.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from game.batch.cluster import play_afar
from game.batch.errors import BatchError
from game.batch.lock import alone_in
from game.batch.manifest import found_in, manifest_of, must_agree, save
from game.batch.parquet import last_run, merge
from game.batch.parts import (
    TABLES,
    Station,
    Task,
    fitting_part,
    missing,
    play_task,
    station,
    tasks,
)
from game.batch.parts import (
    part as file_of,
)
from game.batch.progress import Progress, shown
from game.batch.seating import seated
from game.batch.summary import Summary, save_summary, summarize
from game.batch.wording import text_of
from game.scenario import Scenario

NO_POLICIES: Mapping[str, str] = {}
Play = Callable[[Station, list[Task]], Iterator[int]]
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
    part: int | None = None,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Play games 0 to `runs` - 1 and return what they came to.

    Leaves `runs.parquet`, `turns.parquet`, `orders.parquet`, `summary.json` and `summary.txt` in
    `out`, and the parts they are merged from in `out/parts`. Asked again, it plays what misses.
    `policies` names stand-ins by seat (see `parse_policies`); `part` is how many games are kept in
    a file, without it what suits the scenario; `block` is how many of them are played at once,
    without it all; `cluster` is the address of a Dask scheduler whose workers play instead of
    those here. None of `block`, `workers` and `cluster` changes a byte of a table. `progress` is
    told games done and games wanted.

    Raises:
        BatchError: a number is too small, a name unknown, `out` no place for these tables, another
            batch is at work there, or playing was cut short.
    """
    numbers = {"--runs": runs, "--workers": workers, "block": block, "part": part}
    for name, number in numbers.items():
        if number is not None and number < 1:
            raise BatchError(f"{name} is {number}: it must be at least 1.")
    where = station(scenario, seated(scenario, policies), seed, _folder(out), block)
    play = partial(play_afar, cluster) if cluster else partial(_play_here, workers)
    with alone_in(where.out):
        return _run(scenario, where, play, runs=runs, part=part, progress=progress)


def _run(
    scenario: Scenario,
    where: Station,
    play: Play,
    *,
    runs: int,
    part: int | None,
    progress: Progress | None,
) -> Summary:
    """Play what is missing, merge and sum up."""
    done = 0
    try:
        every = tasks(runs, _agree(scenario, where, part))
        todo = missing(every, where.out)
        done = runs - sum(one.games for one in todo)
        with shown(progress) as tell:
            tell(done, runs)
            for games in play(where, todo):
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


def _agree(scenario: Scenario, where: Station, part: int | None) -> int:
    """Return the size of a part, the manifest of the folder being that of this batch."""
    there = found_in(where.out)
    size = part or (there.part if there else fitting_part(where))
    policies = dict(where.policies)
    wanted = manifest_of(scenario, seed=where.seed, policies=policies, part=size)
    if there is None:
        save(wanted, where.out)
    else:
        must_agree(there, wanted, where.out)
    return size


def _play_here(workers: int, where: Station, todo: list[Task]) -> Iterator[int]:
    """Yield the number of games of each part as soon as its tables are kept."""
    workers = min(workers, len(todo))
    if workers <= 1:
        yield from (play_task(where, task) for task in todo)
        return
    import joblib

    with joblib.parallel_config(backend="loky", inner_max_num_threads=1):
        pool = joblib.Parallel(n_jobs=workers, return_as="generator_unordered", batch_size=1)
        yield from pool(joblib.delayed(play_task)(where, task) for task in todo)


def _finish(scenario: Scenario, where: Station, every: list[Task]) -> Summary:
    """Merge the parts into the tables, and sum up."""
    out, last = where.out, every[-1]
    runs = last.first + last.games
    for name in TABLES:
        parts = [file_of(out, name, task.number) for task in every]
        more = last_run(parts[-1]) >= runs  # of an earlier, larger batch
        merge(parts, out / f"{name}.parquet", runs if more else None)
    summary = summarize(scenario, out / "runs.parquet")
    for left in sorted((out / "parts").glob(".*.tmp")):  # of workers that were killed
        left.unlink(missing_ok=True)
    save_summary(summary, text_of(summary), out)
    return summary
