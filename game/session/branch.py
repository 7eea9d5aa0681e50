"""Rewinding: a turn played anew in a journal of its own; the one it came from stays untouched."""

from dataclasses import replace
from itertools import count
from pathlib import Path

from game.engine.journal import HashRecord, Parent, Record, TurnRecord
from game.language import t
from game.session.reading import JournalRefused, Reading, read
from game.session.shelf import SUFFIX
from game.session.store import Journal


def branch(parent: Path, turn: int, store: Path | None = None) -> Path:
    """Make a journal that repeats another up to the beginning of a turn; where it is comes back.

    Without a store it lies beside its parent, as `NAME-turn-4.journal`.

    Raises:
        JournalRefused: the parent cannot be used, that turn was not reached, or there is a file.
    """
    return branch_of(read(parent), parent.name, turn, store or free_path(parent, turn))


def branch_of(reading: Reading, name: str, turn: int, store: Path) -> Path:
    """The same from what a journal says, which may be in memory only.

    Raises:
        JournalRefused: as `branch`.
    """
    if reading.broken:
        raise JournalRefused(f"{name}: {reading.broken}")
    kept = _until(reading.records, turn)
    if kept is None:
        played = sum(isinstance(row, TurnRecord) for row in reading.records)
        raise JournalRefused(
            t(
                "{journal}: there is no turn {turn} to go back to; {played} were played.",
                journal=name,
                turn=turn,
                played=played,
            )
        )
    parent = Parent(name, turn, row=kept + 1, seal=reading.seals[kept])
    with Journal.create(store, replace(reading.header, parent=parent)) as journal:
        for record in reading.records[:kept]:
            journal.append(record)
    return store


def free_path(parent: Path, turn: int) -> Path:
    """A file beside the parent that is not there yet."""
    stem = parent.name.removesuffix(SUFFIX)
    names = (f"{stem}-turn-{turn}{'' if n == 1 else f'-{n}'}{SUFFIX}" for n in count(1))
    return next(path for path in map(parent.with_name, names) if not path.exists())


def _until(records: tuple[Record, ...], turn: int) -> int | None:
    """How many records stand before a turn began; None if the turn before it was not played."""
    kept = None
    for place, row in enumerate(records, start=1):
        if isinstance(row, TurnRecord | HashRecord) and row.turn == turn - 1:
            kept = place
    return kept
