"""Filming a journal: its game played again and every turn kept, for a report or a debrief."""

from collections.abc import Iterable
from pathlib import Path

from game.engine import InvalidOrder
from game.engine.journal import HashRecord, Intervention, Record, TurnRecord
from game.language import t
from game.rules import Impossible
from game.scenario import Scenario
from game.session.reading import Reading, read
from game.session.running import Running
from game.session.shelf import must_fit
from game.views import Observation
from game.views.film import Film, Scene


def film(path: Path, scenario: Scenario) -> Film:
    """The film of a journal, as far as it is intact; the file stays as it is.

    Raises:
        JournalRefused: it is no journal, or one of another scenario text or other rules.
    """
    reading = read(path)
    must_fit(reading.header, scenario, path)
    return film_of(reading, scenario)


def film_of(reading: Reading, scenario: Scenario) -> Film:
    """The film of what a journal says."""
    game = Running(scenario, reading.header)
    scenes, differs = _scenes(game, reading.records)
    flaw = reading.broken
    if differs is not None:
        flaw = t(
            "Played again, the game differs at turn {turn}; it is told up to there.", turn=differs
        )
    return Film(
        header=reading.header,
        scenario=scenario,
        rulebook=game.rulebook,
        views=game.views,
        scenes=tuple(scenes),
        hands=tuple(row for row in reading.records if isinstance(row, Intervention)),
        ending=game.ending,
        seal=reading.seal,
        flaw=flaw,
    )


def _scenes(game: Running, records: Iterable[Record]) -> tuple[list[Scene], int | None]:
    """The turns as far as they come out the same, and the first that does not."""
    scenes: list[Scene] = []
    for row in records:
        if isinstance(row, Intervention):
            game.take(row)
        elif isinstance(row, TurnRecord):
            if game.ended or row.turn != game.turn:
                return scenes, row.turn
            try:
                scenes.append(_scene(game, row))
            except (InvalidOrder, Impossible):
                return scenes, row.turn
        elif isinstance(row, HashRecord) and row.hash != game.hash():
            return scenes[:-1], row.turn
    return scenes, None


def _scene(game: Running, row: TurnRecord) -> Scene:
    """One turn, played now."""
    before, written = game.world, len(game.ledger.entries)
    heard = {seat: len(game.told[seat]) for seat in game.seats}
    injects = game.begin()
    opened, ordering = game.world, _sights(game)
    events = game.close(row.orders)
    return Scene(
        turn=row.turn,
        before=before,
        opened=opened,
        closed=game.world,
        injects=tuple(injects),
        orders=row.orders,
        events=events,
        entries=tuple(game.ledger.entries[written:]),
        told={seat: tuple(game.told[seat][heard[seat] :]) for seat in game.seats},
        ordering=ordering,
        after=_sights(game),
    )


def _sights(game: Running) -> dict[str, Observation]:
    return {seat: game.observe(seat) for seat in game.seats}
