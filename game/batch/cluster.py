"""A batch on a Dask cluster: the same parts, played on other machines and written down on this one.

Workers need this program at the same version and nothing else: no folder is shared. A worker that
is lost gives its parts back to the others. Dask runs whatever it is sent and asks nobody's name, so
a cluster belongs on a network of one's own, or behind its TLS.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from game.batch.errors import BatchError
from game.batch.parquet import put_bytes
from game.batch.parts import TABLES, Station, Task, part, play_task

PATIENCE = 30  # seconds to wait for a scheduler and its first worker


def play_afar(address: str, where: Station, todo: list[Task]) -> Iterator[int]:
    """Yield the number of games of each part as soon as it is kept in the batch's own folder.

    Raises:
        BatchError: distributed is missing, nobody answers at the address, or a part failed there.
    """
    client = _client(address)
    import joblib

    try:
        with joblib.parallel_config(backend="dask", wait_for_workers_timeout=PATIENCE):
            pool = joblib.Parallel(return_as="generator_unordered", batch_size=1)
            for task, files in pool(joblib.delayed(_play)(where, task) for task in todo):
                for name in TABLES:  # `runs` is the last: it says that a part is whole
                    put_bytes(part(where.out, name, task.number), files[name])
                yield task.games
    except TimeoutError as error:
        raise BatchError(
            f"no worker has joined {address}: start one with `dask worker`."
        ) from error
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        raise BatchError(
            f"distributed is missing ({error}): run `pip install 'backchannel[cluster]'`."
        ) from error
    begin: Any = distributed.Client
    try:
        return begin(address, timeout=PATIENCE, set_as_default=True)
    except (OSError, ValueError) as error:
        raise BatchError(
            f"no scheduler answers at {address} ({error}): start one with `dask scheduler`."
        ) from error


def _play(where: Station, task: Task) -> tuple[Task, dict[str, bytes]]:
    """Play a part into a folder that is gone afterwards, and return its files by table."""
    from dataclasses import replace

    with TemporaryDirectory() as folder:
        there = replace(where, out=Path(folder))
        (there.out / "parts").mkdir()
        play_task(there, task)
        return task, {name: part(there.out, name, task.number).read_bytes() for name in TABLES}
