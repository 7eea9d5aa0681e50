"""Tables on disk: Parquet, written by duckdb.

duckdb is handed one numpy array a column, all registered together, and one thread: of the ways
tried this is the fastest from Python, and the bytes of a file depend on its rows alone. Words are
written by duckdb from their places in a list, so that no list of Python strings is ever made.
A file appears under its name when it is whole and on the disk, never before.
"""
# ruff: noqa: S608 - whatever names a query holds have been through `_name` or `_text`.

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.batch.errors import BatchError
from game.batch.stitch import stitch
from game.batch.tables import NULL, Table

if TYPE_CHECKING:
    import duckdb

Array = npt.NDArray[Any]

GROUP_ROWS = 6144  # three vectors of duckdb: its buffers stay as small as the block itself
READING = 8_000_000  # numbers read at once: 64 MB


def connect() -> "duckdb.DuckDBPyConnection":
    """Return a database in memory that works on one thread and keeps rows in their order."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("set threads = 1")
    connection.execute("set preserve_insertion_order = true")
    connection.execute("set enable_progress_bar = false")
    # Else a column in which no null happens to stand is written as one that may hold none.
    connection.execute("set disabled_optimizers = 'statistics_propagation'")
    return connection


def write(connection: "duckdb.DuckDBPyConnection", table: Table, path: Path) -> None:
    """Write a table to a file, all at once.

    Raises:
        BatchError: the disk is full or the folder cannot be written.
    """
    picks = ", ".join(_pick(name, table) for name in table.columns)
    connection.register("rows", dict(table.columns))
    try:
        _copy(connection, f"select {picks} from rows", path)
    finally:
        connection.unregister("rows")


def merge(
    connection: "duckdb.DuckDBPyConnection", parts: Sequence[Path], path: Path, cut: int | None
) -> None:
    """Write the rows of some files to one, in the order of the files; of the last up to run `cut`.

    Raises:
        BatchError: a part is damaged, the disk is full or the folder cannot be written.
    """
    last = parts[-1]
    if cut is not None:
        last = last.with_name(f".{last.name}.cut.tmp")
        _copy(connection, f"select * from {_text(parts[-1])} where run < {cut}", last)
    try:
        _appear(path, lambda unfinished: stitch([*parts[:-1], last], unfinished))
    except (ValueError, IndexError) as error:
        raise BatchError(
            f"{last.parent} holds a part that is damaged ({error}): remove that folder, and run "
            "the same command again to play its games once more."
        ) from error


def put(path: Path, text: str) -> None:
    """Write a small text file, all at once.

    Raises:
        BatchError: the folder cannot be written.
    """
    _appear(path, lambda unfinished: unfinished.write_text(text, encoding="utf-8", newline="\n"))


def rows_in(connection: "duckdb.DuckDBPyConnection", path: Path) -> int:
    """Return how many rows a file holds, 0 if it cannot be read."""
    import duckdb

    try:
        found = connection.execute(f"select num_rows from parquet_file_metadata({_text(path)})")
        return sum(int(row[0]) for row in found.fetchall())
    except duckdb.Error:
        return 0


def last_run(connection: "duckdb.DuckDBPyConnection", path: Path) -> int:
    """Return the highest number of a run in a file, -1 if it has no rows."""
    found = connection.execute(f"select max(run) from {_text(path)}").fetchall()
    return -1 if found[0][0] is None else int(found[0][0])


def column_names(connection: "duckdb.DuckDBPyConnection", path: Path) -> list[str]:
    """Return the names of a file's columns, in their order."""
    described = connection.execute(f"describe select * from {_text(path)}").fetchall()
    return [str(row[0]) for row in described]


def read_columns(
    connection: "duckdb.DuckDBPyConnection", path: Path, names: Sequence[str]
) -> Iterator[Array]:
    """Yield some columns of a file (R,), NaN where a number is null.

    They are read some at a time: each reading costs a look at all columns' whereabouts, and each
    column memory.
    """
    rows = rows_in(connection, path)
    some = max(1, READING // max(1, rows))
    for first in range(0, len(names), some):
        picks = ", ".join(_name(name) for name in names[first : first + some])
        found = connection.execute(f"select {picks} from {_text(path)}").fetchnumpy()
        for name in names[first : first + some]:
            column: Any = found[name]
            null = isinstance(column, np.ma.MaskedArray) and column.dtype.kind == "f"
            yield np.asarray(column.filled(np.nan) if null else column)


def _copy(connection: "duckdb.DuckDBPyConnection", query: str, path: Path) -> None:
    form = f"format parquet, write_bloom_filter false, row_group_size {GROUP_ROWS}"

    def write(unfinished: Path) -> None:
        connection.execute(f"copy ({query}) to {_text(unfinished)} ({form})")

    _appear(path, write)


def _appear(path: Path, write: Callable[[Path], object]) -> None:
    """Let a file be written under another name, and take its own when it is on the disk."""
    import duckdb

    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        write(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except (OSError, duckdb.Error) as error:
        raise BatchError(
            f"{path} cannot be written ({_told(error)}); free some space or choose another --out, "
            "and run the same command again: finished games are kept."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _pick(name: str, table: Table) -> str:
    """How a column is read: words by their place, numbers as they are, null for no number."""
    column = _name(name)
    values = table.columns[name]
    if name in table.words:
        words = ", ".join(_text(word) for word in table.words[name])
        word = f"list_extract([{words}]::varchar[], {column} + 1)"
        return f"case when {column} = {NULL} then null else {word} end as {column}"
    if values.dtype.kind == "f" and np.isnan(values).any():
        return f"case when isnan({column}) then null else {column} end as {column}"
    return column


def _name(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _text(word: object) -> str:
    return "'" + str(word).replace("'", "''") + "'"


def _told(error: Exception) -> str:
    """What the system said; duckdb wraps its number in a message of its own."""
    number = re.search(r'"errno":"(\d+)"', str(error))
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return os.strerror(int(number[1])) if number else str(error).strip().splitlines()[0]
