"""Reading a journal: its records, as far as its chain holds, whatever state the file is in.

Reading never touches the file. It opens a copy, with the -wal or -journal file that a crash left
beside it, so that a journal can be read while its game goes on, from a stick that is write
protected, and when it is damaged.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from game.engine.journal import (
    FORMAT,
    Header,
    Intervention,
    InvalidRecord,
    Record,
    SheetRecord,
    TurnRecord,
    kind_of,
    plain,
    read_record,
)
from game.session import database
from game.session.chain import BrokenChain, Row, followed
from game.session.harmless import escaped

BESIDE = ("-wal", "-journal")  # what SQLite may have left beside the file


class JournalRefused(Exception):
    """A journal cannot be used; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an intact journal says, or the intact part of one that is broken."""

    header: Header
    records: tuple[Record, ...]  # after the header, in order
    rows: int  # intact ones, the header among them
    seal: str  # hash of the last of them
    broken: str = ""  # where it breaks, as a sentence; empty if it does not
    seals: tuple[str, ...] = ()  # hash of each intact row, the header's first


def read(path: Path) -> Reading:
    """What the journal says, as far as it is intact; the file stays as it is.

    Raises:
        JournalRefused: no such file, not a journal, of another format, or without a first row.
    """
    if not path.is_file():
        raise JournalRefused(f"{path}: there is no journal of this name.")
    if (holder := database.HOLDING.get(path.resolve())) is not None:
        return read_from(holder, path)
    with tempfile.TemporaryDirectory(prefix="backchannel-") as folder:
        copy = Path(folder, "journal")
        try:
            shutil.copyfile(path, copy)
            for beside in BESIDE:
                if path.with_name(path.name + beside).is_file():
                    shutil.copyfile(path.with_name(path.name + beside), f"{copy}{beside}")
        except OSError as error:
            raise JournalRefused(f"{path}: the file cannot be read ({error.strerror}).") from error
        with closing(database.connect(copy)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            return read_from(connection, path)


def read_from(connection: sqlite3.Connection, path: Path) -> Reading:
    """The same through a connection that is open already; the path is for messages.

    Raises:
        JournalRefused: as `read`.
    """
    _recognize(connection, path)
    records: list[Record] = []
    broken = ""
    seals: list[str] = []
    last: Row | None = None
    try:
        rows = (Row(*row) for row in connection.execute("SELECT * FROM journal ORDER BY number"))
        for row in followed(rows):
            records.append(_checked(row, first=last is None))
            seals.append(row.hash)
            last = row
    except (BrokenChain, InvalidRecord) as error:
        broken = str(error)
    except sqlite3.Error as error:
        broken = f"row {len(records) + 1} cannot be read ({error})"
    if last is None:
        raise JournalRefused(
            f"{path}: nothing in this journal is intact: {broken or 'it has no row'}."
        )
    if broken:
        broken += f"; the {last.number} before it are intact, and `journal dump` shows them."
    header = records[0]
    assert isinstance(header, Header)  # noqa: S101 - `_checked` let nothing else be the first
    return Reading(
        header, tuple(records[1:]), last.number, last.hash, broken=broken, seals=tuple(seals)
    )


def dump(path: Path) -> Iterator[str]:
    """The journal as lines of JSON, one a row, keys in one order; the break, if any, last.

    Of a sheet whose turn has not been played only the number of its orders is told: it is sealed.

    Raises:
        JournalRefused: as `read`.
    """
    reading = read(path)
    played = max((row.turn for row in reading.records if isinstance(row, TurnRecord)), default=0)
    for number, record in enumerate((reading.header, *reading.records), start=1):
        said = plain(record)
        if isinstance(record, Intervention):
            said["did"] = said.pop("kind")  # of its row the kind is "intervention"
        line = {"row": number, "kind": kind_of(record), **_sorted(said)}
        if isinstance(record, SheetRecord) and record.turn > played:
            line["orders"] = f"{len(record.orders)}, sealed until the turn is played"
        yield escaped(json.dumps(line, ensure_ascii=False))
    if reading.broken:
        yield json.dumps({"row": reading.rows + 1, "kind": "broken", "why": reading.broken})


def _recognize(connection: sqlite3.Connection, path: Path) -> None:
    stranger = f"{path}: this is no journal of Backchannel, or it is damaged"
    try:
        if database.is_empty(connection):
            raise JournalRefused(f"{path}: the file is empty; no game has been saved in it.")
        known = database.is_journal(connection)
        format_number = database.format_of(connection)
    except sqlite3.Error as error:
        raise JournalRefused(f"{stranger} ({error}).") from error
    if not known:
        raise JournalRefused(f"{stranger}.")
    if format_number != FORMAT:
        raise JournalRefused(
            f"{path}: this journal has format {format_number}, and this version of Backchannel "
            f"reads format {FORMAT}; open it with the version that made it."
        )


def _checked(row: Row, *, first: bool) -> Record:
    try:
        record = read_record(row.kind, row.body)
    except InvalidRecord as error:
        raise InvalidRecord(f"row {row.number} is not readable: {error}") from error
    if isinstance(record, Header) is not first:
        place = "the first row is no header" if first else f"row {row.number} is a second header"
        raise InvalidRecord(place)
    return record


def _sorted(values: dict[str, object]) -> dict[str, object]:
    return dict(sorted(values.items()))
