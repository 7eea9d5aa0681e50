"""How a journal lies in an SQLite file: its table, its settings, and who may open it.

One connection writes, and holds the file alone while it does: two connections to one database in
write-ahead mode can damage it in SQLite before 3.51.3. Exclusive locking also makes write-ahead
mode work without shared memory, so also on most network drives; where it does not, the older
rollback journal does.
"""

import sqlite3
from pathlib import Path

APPLICATION = 0x42434A31  # "BCJ1" in the file's header: what `file` and SQLite tools can show
LARGEST = 16_000_000  # bytes of one value: a sheet of orders is a thousandth of it

TABLE = """CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
)"""
NO_UPDATE = """CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal is only added to'); END"""
NO_DELETE = """CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal is only added to'); END"""
NO_REPLACE = """CREATE TRIGGER journal_is_continued BEFORE INSERT ON journal
WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) FROM journal) + 1
BEGIN SELECT RAISE(ABORT, 'a journal is only added to'); END"""
SCHEMA = (TABLE, NO_UPDATE, NO_DELETE, NO_REPLACE)

# Connections of this process that hold a file. To open and close such a file in any other way would
# drop the locks of the whole process on it (POSIX), so whoever wants to read asks here first.
HOLDING: dict[Path, sqlite3.Connection] = {}


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection that trusts nothing in the file and commits each statement by itself.

    Without a path the database is in memory and is gone when it is closed. The window hands
    sheets in beside the thread that draws: whoever holds the connection lets one in at a time.
    """
    name = ":memory:" if path is None else str(path)
    connection = sqlite3.connect(name, timeout=0, isolation_level=None, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def hold(connection: sqlite3.Connection, path: Path | None) -> None:
    """Take the file for this connection alone, until it is closed, and make commits durable.

    Raises:
        sqlite3.OperationalError: somebody else holds it, or it cannot be written.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    if path is not None:
        HOLDING[path.resolve()] = connection


def let_go(connection: sqlite3.Connection) -> None:
    """Close the connection, and with it the hold on its file."""
    for path in [path for path, holder in HOLDING.items() if holder is connection]:
        del HOLDING[path]
    connection.close()


def make_durable(connection: sqlite3.Connection) -> str:
    """Make commits reach the disk before they return; 'wal' comes back, or what took its place."""
    try:
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    except sqlite3.OperationalError:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    connection.execute("PRAGMA synchronous = FULL")
    # Nothing is moved into the main file before the end: a copy taken meanwhile is whole.
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return str(mode)


def lay_out(connection: sqlite3.Connection, *, format_number: int) -> None:
    """Make the table and its triggers; within the caller's transaction."""
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {format_number}")


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing has been laid out in the file yet."""
    return int(connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]) == 0


def is_journal(connection: sqlite3.Connection) -> bool:
    """Whether the file is laid out exactly as `lay_out` does it, and holds nothing else."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        return False
    found = connection.execute("SELECT sql FROM sqlite_master ORDER BY rowid").fetchall()
    return [row[0] for row in found] == list(SCHEMA)


def format_of(connection: sqlite3.Connection) -> int:
    """The format number of a journal file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def make_one_file(connection: sqlite3.Connection) -> None:
    """Move everything into the main file and leave write-ahead mode: no -wal stays behind."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
