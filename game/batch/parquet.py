"""Tables on disk: Parquet, written and read by pyarrow.

pyarrow takes numpy's columns as they lie and writes them four times as fast as the other library
tried; the bytes of a file depend on its rows alone. Numbers are
written plain and compressed: dictionaries make no smaller files of them and take longer. Words
go as places in a list, so that no list of Python strings is ever made. A file appears under its
name when it is whole and on the disk, never before.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from game.batch.errors import BatchError
from game.batch.stitch import stitch
from game.batch.tables import NULL, Table

if TYPE_CHECKING:
    import pyarrow as pa

Array = npt.NDArray[Any]

CODEC = "snappy"  # what every reader of Parquet can read
PAGE = 1 << 24  # bytes: a column of a part is one page
READING = 8_000_000  # numbers read at once: 64 MB


def write(table: Table, path: Path) -> None:
    """Write a table to a file, all at once.

    Raises:
        BatchError: the disk is full or the folder cannot be written.
    """
    _keep({name: _column(name, table) for name in table.columns}, path)


def merge(parts: Sequence[Path], path: Path, cut: int | None) -> None:
    """Write the rows of some files to one, in the order of the files; of the last up to run `cut`.

    Raises:
        BatchError: a part is damaged, the disk is full or the folder cannot be written.
    """
    last = parts[-1]
    try:
        if cut is not None:
            last = last.with_name(f".{last.name}.cut.tmp")
            _keep(_first_runs(parts[-1], cut), last)
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


def put_bytes(path: Path, content: bytes) -> None:
    """Write a file that was made elsewhere, all at once.

    Raises:
        BatchError: the folder cannot be written.
    """
    _appear(path, lambda unfinished: unfinished.write_bytes(content))


def rows_in(path: Path) -> int:
    """Return how many rows a file holds, 0 if it cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return int(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowException):
        return 0


def last_run(path: Path) -> int:
    """Return the highest number of a run in a file sorted by it, -1 if it has no rows."""
    import pyarrow.parquet as pq

    runs = pq.read_table(path, columns=["run"], partitioning=None)["run"]
    return int(runs[-1].as_py()) if len(runs) else -1


def column_names(path: Path) -> list[str]:
    """Return the names of a file's columns, in their order."""
    import pyarrow.parquet as pq

    return list(pq.read_schema(path).names)


def read_columns(path: Path, names: Sequence[str]) -> Iterator[Array]:
    """Yield some columns of a file (R,); they are read some at a time, for the memory's sake."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        some = max(1, READING // max(1, file.metadata.num_rows))
        for first in range(0, len(names), some):
            table = file.read(columns=list(names[first : first + some]), use_threads=False)
            for name in names[first : first + some]:
                yield table[name].to_numpy()


def _column(name: str, table: Table) -> "pa.Array":
    """Return a column for pyarrow: numbers as they lie, words by their place in the list."""
    import pyarrow as pa

    values = table.columns[name]
    if name not in table.words:
        return pa.array(values)
    words = list(
        dict.fromkeys(table.words[name])
    )  # of words that stand twice no dictionary is made
    place = np.array(
        [*map(words.index, table.words[name]), 0], dtype=np.int32
    )  # the last is NULL's
    places = pa.array(place[values], mask=values == NULL)
    return pa.DictionaryArray.from_arrays(places, pa.array(words, pa.string()))


def _first_runs(part: Path, cut: int) -> "Mapping[str, pa.Array]":
    """Return the columns of a part for the runs below `cut`: the bytes of a part of so many."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pq.read_schema(part)
    words = [field.name for field in schema if pa.types.is_string(field.type)]
    table = pq.read_table(part, read_dictionary=words, use_threads=False, partitioning=None)
    rows = int(np.searchsorted(table["run"].to_numpy(), cut))
    return {name: table[name].combine_chunks().slice(0, rows) for name in table.column_names}


def _keep(columns: "Mapping[str, pa.Array]", path: Path) -> None:
    """Write columns as one row group; only words may be null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    words = [name for name, one in columns.items() if pa.types.is_dictionary(one.type)]
    fields = [pa.field(name, one.type, name in words) for name, one in columns.items()]
    table = pa.Table.from_arrays(list(columns.values()), schema=pa.schema(fields))

    def save(unfinished: Path) -> None:
        pq.write_table(
            table,
            unfinished,
            row_group_size=max(1, len(table)),
            compression=CODEC,
            use_dictionary=words,
            data_page_size=PAGE,
            write_statistics=["run"],  # by which readers skip; those of all columns triple a footer
            store_schema=False,
        )

    _appear(path, save)


def _appear(path: Path, write: Callable[[Path], object]) -> None:
    """Let a file be written under another name, and take its own when it is on the disk."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        write(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        told = os.strerror(error.errno) if error.errno else str(error)
        raise BatchError(
            f"{path} cannot be written ({told}); free some space or choose another --out, "
            "and run the same command again: finished games are kept."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
