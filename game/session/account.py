"""The account of a journal: its game played again and told turn by turn."""

from collections.abc import Iterator
from pathlib import Path

from game.engine import InvalidOrder
from game.engine.journal import Intervention, TurnRecord
from game.language import t
from game.rules import Impossible
from game.scenario import Scenario
from game.session.doings import tell_intervention
from game.session.harmless import one_line
from game.session.namebook import Namebook
from game.session.reading import Reading, read
from game.session.running import Running
from game.session.shelf import must_fit
from game.session.telling import tell_ending, tell_opening, tell_turn


def account(path: Path, scenario: Scenario) -> Iterator[str]:
    """What happened in the game of a journal, and why, with nothing kept secret.

    Raises:
        JournalRefused: it is no journal, or one of another scenario text or other rules.
    """
    reading = read(path)
    must_fit(reading.header, scenario, path)
    return map(one_line, _told(reading, scenario))


def _told(reading: Reading, scenario: Scenario) -> Iterator[str]:
    game = Running(scenario, reading.header)
    names = Namebook(scenario, game.rulebook)
    how = t("A game with seed {seed}, played again.", seed=reading.header.seed)
    yield from tell_opening(game, names, how)
    for row in reading.records:
        if isinstance(row, Intervention):
            game.take(row)
            yield tell_intervention(names, row)
        if not isinstance(row, TurnRecord) or game.ended:
            continue
        try:
            injects = game.begin()
            events = game.close(row.orders)
        except (InvalidOrder, Impossible) as problem:
            yield t("Turn {turn} cannot be played again: {why}", turn=row.turn, why=problem)
            return
        yield from tell_turn(game, names, injects, row.orders, events)
    yield from tell_ending(game, names)
