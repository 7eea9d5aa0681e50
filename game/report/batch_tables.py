"""The folder of a batch as it lies on the disk: its manifest and its three tables, read in pieces.

Nothing here holds a whole table: columns are read some at a time and orders some rows at a time,
so that a hundred thousand games fit where four hundred do.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.language import t
from game.report.harmless import one_line

if TYPE_CHECKING:
    import pyarrow.parquet as pq

Array = npt.NDArray[Any]

READING = 4_000_000  # numbers read at once: 32 MB
ROWS = 200_000  # orders read at once
TABLES: dict[str, tuple[str, ...]] = {  # the columns that no table of its name lacks
    "runs": ("run", "seed", "ending", "turns"),
    "turns": ("run", "turn"),
    "orders": ("run", "turn", "seat", "move", "via", "outcome", "reason", "exposed"),
}
WORDS = ("seat", "move", "via", "outcome", "reason")  # the others are numbers


class NoBatch(ValueError):
    """A folder holds no batch that can be reported; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Played:
    """What a batch is of, as its manifest says."""

    scenario: str
    digest: str
    rules: str
    program: str
    seed: int
    policies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with a whole batch. columns: of each table, in their order; games: how many."""

    path: Path
    played: Played
    columns: dict[str, tuple[str, ...]]
    games: int

    def measures(self, table: str) -> tuple[str, ...]:
        """The columns of a table that are measures."""
        return tuple(name for name in self.columns[table] if name not in TABLES[table])

    def read(self, table: str, names: Sequence[str]) -> Iterator[tuple[str, Array]]:
        """Some columns of a table (R,), a few at a time.

        Raises:
            NoBatch: the file is damaged.
        """
        with _opened(self.path, table) as file:
            some = max(1, READING // max(1, file.metadata.num_rows))
            for first in range(0, len(names), some):
                wanted = list(names[first : first + some])
                columns = _whole(self.path, table, lambda w=wanted: file.read(columns=w))
                for name in wanted:
                    yield name, np.asarray(columns[name].to_numpy())

    def orders(self) -> Iterator[dict[str, Any]]:
        """The orders, some rows at a time: numbers as arrays, words as (places, their list).

        Raises:
            NoBatch: the file is damaged.
        """
        with _opened(self.path, "orders") as file:
            batches = file.iter_batches(ROWS, columns=list(TABLES["orders"]))
            while True:
                rows = _whole(self.path, "orders", lambda: next(batches, None))
                if rows is None:
                    return
                yield _whole(self.path, "orders", lambda r=rows: _columns(r))


def open_folder(path: Path) -> Folder:
    """The folder of a batch, looked at closely enough to know that its tables belong together.

    Raises:
        NoBatch: it is empty, unfinished or damaged, or an experiment.
    """
    if (path / "points").is_dir():
        raise NoBatch(
            t(
                "{folder} holds an experiment: `analyze {folder}` gives its tables. A report is of "
                "one of the batches in {points}.",
                folder=path,
                points=path / "points",
            )
        )
    played = _manifest(path)
    columns = {}
    for table, needed in TABLES.items():
        with _opened(path, table) as file:
            columns[table] = tuple(file.schema_arrow.names)
        if missing := [name for name in needed if name not in columns[table]]:
            raise _damaged(path, table, t("it lacks the column {name}", name=missing[0]))
    folder = Folder(path, played, columns, _games(path))
    (_, run), *_ = folder.read("runs", ["run"])
    if not len(run):
        raise _damaged(path, "runs", t("it holds no games"))
    if not np.array_equal(run, np.arange(len(run))):
        raise _damaged(path, "runs", t("its games are not numbered from 0"))
    return folder


def _manifest(path: Path) -> Played:
    try:
        said = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        policies = {str(seat): str(name) for seat, name in sorted(said["policies"].items())}
        return Played(
            scenario=str(said["scenario"]),
            digest=str(said["digest"]),
            rules=str(said["rules"]),
            program=str(said["program"]),
            seed=int(said["seed"]),
            policies=policies,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise NoBatch(
            t(
                "{folder} holds no manifest.json of a batch: name the folder that `batch --out` "
                "wrote.",
                folder=path,
            )
        ) from None


def _games(path: Path) -> int:
    with _opened(path, "runs") as file:
        return int(file.metadata.num_rows)


def _opened(path: Path, table: str) -> "pq.ParquetFile":
    """A table, opened; or why it cannot be."""
    import pyarrow.parquet as pq

    file = path / f"{table}.parquet"
    if not file.is_file():
        raise NoBatch(
            t(
                "there is no {file}: the batch has not been played to its end. Give the same "
                "`batch` command again; it goes on where it stopped.",
                file=file,
            )
        )
    return _whole(path, table, lambda: pq.ParquetFile(file))


def _whole(path: Path, table: str, read: Any) -> Any:
    """What a reading gives, or that the table is damaged."""
    import pyarrow as pa

    try:
        return read()
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise _damaged(path, table, next(iter(str(error).splitlines()), "")) from None


def _damaged(path: Path, table: str, why: str) -> NoBatch:
    return NoBatch(
        t(
            "{file} is damaged ({why}): remove it, and give the same `batch` command again.",
            file=path / f"{table}.parquet",
            why=one_line(why),
        )
    )


def _columns(rows: Any) -> dict[str, Any]:
    """Some rows: numbers as arrays (R,), words as places (R,), -1 for none, and their list."""
    import pyarrow as pa

    found = {}
    for name in rows.schema.names:
        if name in WORDS:
            coded = rows[name].cast(pa.string()).dictionary_encode()
            places = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
            found[name] = (places, coded.dictionary.to_pylist())
        else:
            found[name] = rows[name].to_numpy(zero_copy_only=False)
    return found
