"""The journal on the disk: one SQLite file, one writer, rows that are only ever added.

`append` returns when the row is on the disk, and not before: what a seat was told is saved, is
saved, whatever happens to the power afterwards. A closed journal is one file, to be copied, mailed
and kept.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from game.engine.journal import FORMAT, Header, Record, kind_of, written
from game.session import database
from game.session.chain import SEED, sealed
from game.session.reading import JournalRefused, Reading, read_from


class Journal:
    """An open journal, and the only one who may add to it."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None, reading: Reading) -> None:
        self.path = path
        self.header = reading.header
        self._connection = connection
        self._number = reading.rows
        self._last = reading.seal

    @classmethod
    def create(cls, path: Path | None, header: Header) -> Self:
        """A new journal that begins with this header; without a path it is kept in memory only.

        Raises:
            JournalRefused: there is something at that path already, or it cannot be written.
        """
        if path is not None and not path.parent.is_dir():
            raise JournalRefused(f"{path}: there is no folder {path.parent}; make it first.")
        with _opened(path) as connection:
            if not database.is_empty(connection):
                raise JournalRefused(
                    f"{path}: there is a file of this name already; name another, "
                    "or go on with the game that is in it."
                )
            first = sealed(1, kind_of(header), written(header), SEED)
            connection.execute("BEGIN IMMEDIATE")
            database.lay_out(connection, format_number=FORMAT)
            connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?)", first)
            connection.execute("COMMIT")
            database.make_durable(connection)
            return cls(connection, path, Reading(header, (), rows=1, seal=first.hash))

    @classmethod
    def open(cls, path: Path) -> tuple[Self, Reading]:
        """An existing journal to be continued, and what it says so far.

        Raises:
            JournalRefused: it is no journal, of another format, broken, or open somewhere else.
        """
        if not path.is_file():
            raise JournalRefused(f"{path}: there is no journal of this name.")
        with _opened(path) as connection:
            reading = read_from(connection, path)
            if reading.broken:
                raise JournalRefused(f"{path}: {reading.broken}")
            database.make_durable(connection)
            return cls(connection, path, reading), reading

    def append(self, record: Record) -> int:
        """Add a record and return its row number, once it is on the disk.

        Raises:
            JournalRefused: it could not be saved; the journal is as it was.
        """
        row = sealed(self._number + 1, kind_of(record), written(record), self._last)
        try:
            self._connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            raise JournalRefused(
                f"{self.path}: row {row.number} could not be saved ({error}); "
                f"everything up to row {self._number} is. Make room on the disk and go on from it."
            ) from error
        self._number, self._last = row.number, row.hash
        return row.number

    def reading(self) -> Reading:
        """What the journal says so far."""
        return read_from(self._connection, self.path or Path("the journal in memory"))

    def close(self) -> None:
        """Leave one file behind, and let others open it. Closing twice is fine."""
        try:
            database.make_one_file(self._connection)
        except sqlite3.ProgrammingError:
            return  # closed already
        except sqlite3.Error:
            pass  # a full disk: the -wal file stays beside it, and the next who opens it reads both
        database.let_go(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def _opened(path: Path | None) -> Iterator[sqlite3.Connection]:
    """A connection that holds the file; closed again if its user fails."""
    try:
        connection = database.connect(path)
    except sqlite3.Error as error:
        raise JournalRefused(f"{path}: the file cannot be opened ({error}).") from error
    try:
        database.hold(connection, path)
        yield connection
    except sqlite3.Error as error:
        database.let_go(connection)
        raise JournalRefused(_why(path, error)) from error
    except BaseException:
        database.let_go(connection)
        raise


def _why(path: Path | None, error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path}: another game is being played with this journal; close that one first."
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return f"{path}: this is no journal of Backchannel, or it is damaged ({error})."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN:
            return f"{path}: the file cannot be written; choose a folder in which you may."
        case _:
            return f"{path}: the journal cannot be used ({error})."
