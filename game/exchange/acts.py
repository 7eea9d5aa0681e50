"""Acts: orders and what became of them, as the tables of a batch hold them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.scenario import Scenario

ROWS_AT_ONCE = 10_000
COLUMNS = (
    "run",
    "turn",
    "seat",
    "slot",
    "move",
    "target",
    "about",
    "via",
    "outcome",
    "reason",
    "exposed",
)


class ExchangeError(Exception):
    """Something cannot be exported; the sentence says what and what to do."""


@dataclass(frozen=True, slots=True)
class Act:
    """One order and what became of it; None where it names nothing.

    move: the deed, `move` or `move.variant`; outcome: done, failed, void or standing; exposed:
    whether others learned by a chance who was behind it.
    """

    run: int
    turn: int
    seat: str
    slot: int
    move: str
    target: str | None
    about: str | None
    via: str | None
    outcome: str
    reason: str | None
    exposed: bool


def scenario_of(folder: Path) -> str:
    """Return the name of the scenario that a batch was played with, as its manifest says.

    Raises:
        ExchangeError: the folder holds no manifest.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return str(manifest["scenario"])
    except (OSError, ValueError, KeyError, TypeError):
        raise ExchangeError(
            f"{folder} holds no manifest.json of a batch: name the folder that `batch --out` "
            "wrote, or say which --scenario its tables are of."
        ) from None


def acts_of(folder: Path, scenario: Scenario) -> Iterator[Act]:
    """Return the acts in the tables of a batch, in the order of runs, turns, seats and slots.

    Raises:
        ExchangeError: the folder holds no such table, or one of another scenario.
    """
    for rows in read_rows(folder / "orders.parquet", COLUMNS):
        for row in rows:
            act = Act(*row)
            _must_be_known(act, scenario, folder)
            yield act


def read_rows(file: Path, columns: Sequence[str] | None = None) -> Iterator[list[tuple[Any, ...]]]:
    """Return the rows of a table of a batch, some at a time; all columns if none are named.

    Raises:
        ExchangeError: it is not there, cannot be read, or lacks a column.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not file.is_file():
        raise ExchangeError(f"there is no {file}: name the folder that `batch --out` wrote.")
    try:
        with pq.ParquetFile(file) as table:
            if missing := [name for name in columns or () if name not in table.schema_arrow.names]:
                raise ExchangeError(
                    f"{file} has no column '{missing[0]}': it is not the table of a batch."
                )
            for some in table.iter_batches(ROWS_AT_ONCE, columns=columns and list(columns)):
                yield list(zip(*(column.to_pylist() for column in some.columns), strict=True))
    except (pa.ArrowException, OSError) as error:
        raise ExchangeError(f"{file} is damaged: {one_line(str(error))}") from error


def columns_of(file: Path) -> dict[str, str]:
    """Return the columns of a table of a batch with their types; raises as `read_rows` does."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not file.is_file():
        raise ExchangeError(f"there is no {file}: name the folder that `batch --out` wrote.")
    try:
        return {field.name: str(field.type) for field in pq.read_schema(file)}
    except (pa.ArrowException, OSError) as error:
        raise ExchangeError(f"{file} is damaged: {one_line(str(error))}") from error


def one_line(text: str) -> str:
    """Return the first line of a library's complaint."""
    return next(iter(text.splitlines()), "")


def _must_be_known(act: Act, scenario: Scenario, folder: Path) -> None:
    """Refuse the tables of another scenario."""
    if act.seat not in scenario.content.seats or act.move.split(".")[0] not in scenario.moves:
        raise ExchangeError(
            f"{folder} is of another scenario than {scenario.name}: run {act.run} names the seat "
            f"'{act.seat}' and the move '{act.move}'."
        )
