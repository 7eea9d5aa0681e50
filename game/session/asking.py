"""Asking why: a number of a played game, its change in one turn, and the causes of the change."""

import math
from collections.abc import Iterator
from pathlib import Path

from game.engine.events import Events
from game.engine.journal import Intervention, TurnRecord
from game.scenario import Scenario
from game.scenario.checks.rules import start_line
from game.session.reading import read
from game.session.running import Running
from game.session.shelf import must_fit
from game.views import Eyes, explain, eyes_of, in_lines
from game.views.wording import Wording

HIDDEN = ("claim", "secret", "inject", "objective")  # axes whose things a seat may never have met


class NoSuchNumber(ValueError):
    """What was asked about does not exist, or whoever asks may not know it."""


def ask_why(
    path: Path, scenario: Scenario, measure: str, turn: int, seat: str | None
) -> Iterator[str]:
    """Why a measure changed in a turn of a journal's game, as one seat may know it, or in full.

    Raises:
        JournalRefused: it is no journal, or one of another scenario text or other rules.
        NoSuchNumber: the measure, its things, the turn or the seat do not exist in this game, or
            the seat does not know the number exactly.
    """
    game, events = _played_to(path, scenario, turn)
    if seat is not None and seat not in game.seats:
        raise NoSuchNumber(f"there is no seat '{seat}'; ask as one of {', '.join(game.seats)}.")
    cell = _cell(game, measure, seat)
    asks = seat if seat is not None else game.seats[0]
    wording = Wording(scenario, game.rulebook, game.views[asks].booklet)
    if seat is not None and not _knows(game, seat, cell):
        raise _unknown(seat, measure)
    eyes = Eyes()
    if seat is not None:
        eyes = eyes_of(game.views[seat], game.observe(seat).seen[0], events)
    entries = [entry for entry in game.ledger.entries if entry.turn == turn]
    yield f"{measure} in turn {turn}:"
    after = float(game.world.cells[0, cell])
    yield from in_lines(explain(entries, cell, after, wording, eyes))


def _played_to(path: Path, scenario: Scenario, turn: int) -> tuple[Running, Events | None]:
    """The game of a journal, played again to the end of a turn, and the events of that turn."""
    reading = read(path)
    must_fit(reading.header, scenario, path)
    game = Running(scenario, reading.header)
    events = None
    for row in reading.records:
        if isinstance(row, Intervention):
            game.take(row)
        elif isinstance(row, TurnRecord) and row.turn <= turn and not game.ended:
            game.begin()
            events = game.close(row.orders)
    if game.completed < turn or turn < 1:
        raise NoSuchNumber(f"turn {turn} was not played; this game has {game.completed} turns.")
    return game, events


def _unknown(seat: str, measure: str) -> NoSuchNumber:
    """The refusal of what a seat does not know: the same whether or not there is such a thing."""
    return NoSuchNumber(f"the seat '{seat}' does not know {measure} exactly.")


def _cell(game: Running, measure: str, seat: str | None) -> int:
    """The cell that is asked about; what a seat may never have met is not named to it."""
    line = start_line(measure)
    if line is None:
        raise NoSuchNumber(f"'{measure}' is not a measure such as credibility(a, b).")
    name, things = line
    name = "crisis" if (name, things) == ("tension", ()) else name
    gauges = game.scenario.measures
    if name not in gauges:
        raise NoSuchNumber(f"there is no measure '{name}'; there are {', '.join(sorted(gauges))}.")
    axes = gauges[name].axes
    if len(things) != len(axes):
        raise NoSuchNumber(f"{name} is a measure of ({', '.join(axes)}); name each of them.")
    if len(game.scenario.nodes().owner) > len(game.rulebook.keys["audience"]):
        raise NoSuchNumber("the causes of a population's numbers are kept person by person.")
    for axis, thing in zip(axes, things, strict=True):
        keys = game.rulebook.keys[axis]
        if seat is not None and axis in HIDDEN and not _met(game, seat, axis, thing):
            raise _unknown(seat, measure)
        if thing not in keys:
            raise NoSuchNumber(f"there is no {axis} '{thing}'; there are {', '.join(keys)}.")
    return game.rulebook.cell(name, *things)


def _met(game: Running, seat: str, axis: str, thing: str) -> bool:
    """Whether a seat has come across such a thing; what it knows of it is another question."""
    seen = game.observe(seat)
    if axis == "claim":
        return thing in seen.booklet.claims or thing in seen.claims()
    if axis == "secret":
        return thing in seen.booklet.secrets or thing in seen.secrets()
    return thing in game.rulebook.keys[axis]


def _knows(game: Running, seat: str, cell: int) -> bool:
    """Whether a seat sees a cell exactly now."""
    sight = game.views[seat].sight
    column = int(sight.column[cell])
    if column >= len(sight.cells) or sight.step[column] > 0:
        return False
    return not math.isnan(game.observe(seat).seen[0, column])
