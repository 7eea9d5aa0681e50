"""Tables as CSV for spreadsheets, and the dictionary that says what every column means."""

import csv
from dataclasses import astuple, dataclass, fields
from math import isfinite
from pathlib import Path
from typing import TextIO

from game.exchange.acts import ExchangeError, columns_of, read_rows
from game.exchange.plain import one_field
from game.scenario import Scenario

TABLES = ("runs", "turns", "orders")
DICTIONARY = "dictionary.csv"
COMMON = {
    "run": "number of the game in its batch, from 0",
    "seed": "names the game: `play --seed` with it plays this very game again",
    "ending": "name of the ending that was reached; `time` when the turns ran out",
    "turns": "turns that were played",
    "turn": "turn of the game, from 1; measures are as they were at its end",
    "seat": "who ordered it",
    "slot": "its place in the sheet of that turn, from 0",
    "move": "the move, with its variant after a dot",
    "target": "what it was aimed at",
    "about": "what it was about",
    "via": "the channel it took",
    "outcome": "done, failed (paid for, but something hidden stood against it), void or standing",
    "reason": "why a void order did nothing",
    "exposed": "whether others learned by a chance who was behind it",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one column means. low and high are empty where a column holds words or has no end."""

    table: str
    column: str
    type: str
    low: str
    high: str
    meaning: str


def write_sheets(scenario: Scenario, folder: Path, out: Path) -> list[Path]:
    """Write the tables of a batch as CSV, with their dictionary; return the files.

    Raises:
        ExchangeError: the folder holds no such tables, or `out` is no place for files.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExchangeError(f"{out} is no folder ({error.strerror}): name another.") from error
    files, entries = [], []
    for name in TABLES:
        source = folder / f"{name}.parquet"
        kinds = columns_of(source)
        entries += [_entry(scenario, name, key, kind) for key, kind in kinds.items()]
        files.append(out / f"{name}.csv")
        with _opened(files[-1]) as file:
            writer = csv.writer(file)
            writer.writerow(kinds)
            for rows in read_rows(source):
                writer.writerows([_field(value) for value in row] for row in rows)
    files.append(out / DICTIONARY)
    with _opened(files[-1]) as file:
        writer = csv.writer(file)
        writer.writerow(field.name for field in fields(Entry))
        writer.writerows([_field(value) for value in astuple(entry)] for entry in entries)
    return files


def _opened(file: Path) -> TextIO:
    """Open a file that a spreadsheet reads; the mark at its start tells it the letters' code."""
    try:
        return file.open("w", encoding="utf-8-sig", newline="")
    except OSError as error:
        raise ExchangeError(f"{file} cannot be written ({error.strerror}).") from error


def _field(value: object) -> object:
    """Return a value as it can stand in a sheet: words harmless, nothing for nothing."""
    return one_field(value) if isinstance(value, str) else value


def _entry(scenario: Scenario, table: str, column: str, kind: str) -> Entry:
    """Return what a column means: one of ours, or a measure of the scenario."""
    measure = column.partition("[")[0]
    if column in COMMON or measure not in scenario.measures:
        return Entry(table, column, kind, "", "", COMMON.get(column, ""))
    gauge = scenario.measures[measure]
    low, high = gauge.range if isinstance(gauge.range, tuple) else _scale(scenario, column)
    return Entry(table, column, kind, _end(low), _end(high), scenario.say(gauge.text))


def _scale(scenario: Scenario, column: str) -> tuple[float, float]:
    """Return the scale of the issue that an opinion's column names last."""
    issue = column.rstrip("]").rpartition(",")[2]
    low, high = scenario.content.issues[issue].scale
    return low, high


def _end(value: float) -> str:
    return f"{value:g}" if isfinite(value) else ""
