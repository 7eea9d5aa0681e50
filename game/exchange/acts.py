"""Acts: orders and what became of them, as the tables of a batch hold them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    import duckdb

    file = folder / "orders.parquet"
    if not file.is_file():
        raise ExchangeError(
            f"{folder} holds no orders.parquet: name the folder that `batch --out` wrote."
        )
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    with duckdb.connect() as connection:
        try:
            connection.execute(f"SELECT {names} FROM read_parquet(?)", [str(file)])  # noqa: S608 - our own names
        except duckdb.Error as error:
            raise ExchangeError(
                f"{file} is not the table of orders of a batch: {one_line(str(error))}"
            ) from error
        while rows := connection.fetchmany(ROWS_AT_ONCE):
            for row in rows:
                act = Act(*row)
                _must_be_known(act, scenario, file)
                yield act


def one_line(text: str) -> str:
    """Return the first line of a library's complaint."""
    return next(iter(text.splitlines()), "")


def _must_be_known(act: Act, scenario: Scenario, file: Path) -> None:
    """Refuse the tables of another scenario."""
    if act.seat not in scenario.content.seats or act.move.split(".")[0] not in scenario.moves:
        raise ExchangeError(
            f"{file} is of another scenario than {scenario.name}: run {act.run} names the seat "
            f"'{act.seat}' and the move '{act.move}'."
        )
