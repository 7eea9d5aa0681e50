"""A game that plays itself: told turn by turn, or watched from a seat.

For machines without a display or a keyboard, for pictures, and for whoever wants to see what a
scenario does before asking people to the table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from game.engine import Order
from game.language import t
from game.scenario import Scenario
from game.session.clock import Time
from game.session.harmless import one_line
from game.session.imagining import Imaginings
from game.session.namebook import Namebook
from game.session.place import Place
from game.session.running import Running
from game.session.shelf import header_of
from game.session.stand_ins import StandIn, seated
from game.session.telling import tell_ending, tell_opening, tell_turn
from game.views import Forecast, Observation, Told


def demonstration(
    scenario: Scenario, seed: int, policies: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The account of a game with a stand-in on every seat: plain sentences, one or more a line.

    `policies` names stand-ins by seat; the others are those of the scenario.
    """
    game, stand_ins = _lay(scenario, seed, policies or {})
    return map(one_line, _told(game, stand_ins))


def _told(game: Running, stand_ins: Mapping[str, StandIn]) -> Iterator[str]:
    names, seed = Namebook(game.scenario, game.rulebook), game.header.seed
    how = t(
        "A demonstration with seed {seed}: stand-ins play all seats, and nothing is kept secret.",
        seed=seed,
    )
    yield from tell_opening(game, names, how)
    while not game.ended:
        injects = game.begin()
        orders = _sheets(game, stand_ins)
        events = game.close(orders)
        yield from tell_turn(game, names, injects, orders, events)
    yield from tell_ending(game, names)


def watch(
    scenario: Scenario,
    seed: int,
    seat: str | None = None,
    policies: Mapping[str, str] | None = None,
) -> Iterator[tuple[str, Place]]:
    """A place to look from, with a name, at the start, in the middle and at the end of a game.

    Stand-ins play, that of the seat too (the scenario's first, if none is named). Each place is
    for looking only while it is the last one given.

    Raises:
        ValueError: a seat or a stand-in of that name does not exist.
    """
    game, stand_ins = _lay(scenario, seed, policies or {})
    mine = seat if seat is not None else game.seats[0]
    if mine not in game.seats:
        raise ValueError(f"{scenario.name} has no seat '{mine}'; it has {', '.join(game.seats)}.")
    middle = max(2, (scenario.content.turns + 1) // 2)
    imaginings = Imaginings(game)
    while not game.ended:
        game.begin()
        if game.turn in (1, middle):
            yield f"turn-{game.turn:02d}", _Gallery(game, mine, imaginings)
        game.close(_sheets(game, stand_ins))
    yield "ending", _Gallery(game, mine, imaginings)


@dataclass(frozen=True, slots=True)
class _Gallery:
    """A place from which one looks on: it hears everything again each time, and orders nothing."""

    game: Running
    seat: str
    imaginings: Imaginings

    def look(self) -> Observation:
        return self.game.observe(self.seat)

    def hear(self) -> list[Told]:
        return list(self.game.told[self.seat])

    def say(self, orders: Sequence[Order]) -> list[str]:
        return [t("This is a demonstration: a stand-in plays this seat.")]

    @property
    def clock(self) -> Time:
        """A demonstration has no limit."""
        return Time(None, None, runs=False)

    def mark(self, text: str) -> None:
        """Nobody debriefs a demonstration: nothing is marked."""

    def imagine(self, orders: Sequence[Order]) -> Forecast:
        return self.imaginings.forecast(self.seat, orders)


def _lay(
    scenario: Scenario, seed: int, policies: Mapping[str, str]
) -> tuple[Running, dict[str, StandIn]]:
    seats = seated(scenario, policies)
    game = Running(scenario, header_of(scenario, seed, seats))
    return game, {seat: StandIn(name, seat, seed) for seat, name in seats.items()}


def _sheets(game: Running, stand_ins: Mapping[str, StandIn]) -> list[Order]:
    sheets = (holder.sheet(game.observe(seat)) for seat, holder in stand_ins.items())
    return list(chain.from_iterable(sheets))
