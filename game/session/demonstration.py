"""A game that plays itself, told turn by turn: who did what, what it changed and why.

For machines without a display or a keyboard, and for whoever wants to see what a scenario does
before asking people to the table. Nothing is kept secret: nobody plays.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from game.engine import Events, Kind, Order
from game.scenario import Scenario
from game.session.moved import moved
from game.session.namebook import Namebook
from game.session.running import Running
from game.session.shelf import header_of
from game.session.stand_ins import StandIn, seated

CHANGES = 6  # told in a turn
COLUMNS = ("kind", "seat", "what", "target", "about", "via", "reason")
OUTCOMES = {
    Kind.DONE: "",
    Kind.FAILED: " It failed, and was paid for.",
    Kind.STANDING: " It waits for the other side.",
}


def demonstration(
    scenario: Scenario, seed: int, policies: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The account of a game with a stand-in on every seat: plain sentences, one or more a line.

    `policies` names stand-ins by seat; the others are those of the scenario.
    """
    seats = seated(scenario, policies or {})
    game = Running(scenario, header_of(scenario, seed, seats))
    stand_ins = {seat: StandIn(name, seat, seed) for seat, name in seats.items()}
    names = Namebook(scenario, game.rulebook)
    yield f"{scenario.say(scenario.content.title)}. {scenario.say(scenario.content.summary)}"
    yield f"A demonstration with seed {seed}: stand-ins play all seats, and nothing is kept secret."
    for seat, name in seats.items():
        yield f"{names.thing('seat', seat)} is played by {name}."
    while not game.ended:
        yield ""
        yield f"Turn {game.turn} of {scenario.content.turns}."
        yield from _play_turn(game, stand_ins, names)
    yield ""
    yield from _ending(game, names)


def _play_turn(game: Running, stand_ins: Mapping[str, StandIn], names: Namebook) -> Iterator[str]:
    turn, given = game.turn, game.open({})
    for inject in given:
        text = game.scenario.say(game.scenario.content.msel[inject].text)
        yield f"It happens: {' '.join(text.split())}"
    orders = [
        order for seat, holder in stand_ins.items() for order in holder.sheet(game.observe(seat))
    ]
    events = game.close(orders)
    yield from _deeds(game, names, orders, events)
    told = [one for seat in game.seats for one in game.told[seat] if one.turn == turn]
    for text in dict.fromkeys(one.text for one in told if one.kind == "exposed"):
        yield f"It came out: {text}"
    entries = [entry for entry in game.ledger.entries if entry.turn == turn]
    lines = moved(names, game.rulebook, entries, game.world.cells[0].tolist(), CHANGES)
    yield from lines or ["Little moved."]


def _deeds(
    game: Running, names: Namebook, orders: Sequence[Order], events: Events
) -> Iterator[str]:
    """What each seat ordered, and what became of it."""
    became: dict[tuple[int, ...], tuple[Kind, int]] = {}
    rows = zip(*(getattr(events, name).tolist() for name in COLUMNS), strict=True)
    for kind, seat, what, target, about, via, reason in rows:
        if kind == Kind.VOID or kind in OUTCOMES:
            became[seat, what, target, about, via] = (Kind(kind), reason)
    for seat in game.seats:
        own = [order for order in orders if order.seat == seat]
        if not own:
            yield f"{names.thing('seat', seat)} gives no order."
        for order in own:
            kind, reason = became.get(game.row(order), (Kind.DONE, 0))
            said = f"{names.thing('seat', seat)}: {names.order(order)}."
            if kind == Kind.VOID:
                yield f"{said} It was void: {names.void(order, reason)}."
            else:
                yield said + OUTCOMES[kind]


def _ending(game: Running, names: Namebook) -> Iterator[str]:
    card = game.scenario.content.endings.get(game.ending)
    says = game.scenario.say(card.says) if card else "Its time was over."
    yield f"The game ended after turn {game.completed}. {' '.join(says.split())}"
    layout, keys = game.rulebook.layout, game.rulebook.keys
    score, attained = (layout.view(game.world.cells, name)[0] for name in ("score", "attained"))
    for seat in game.seats:
        points = float(score[keys["seat"].index(seat)])
        yield f"{names.thing('seat', seat)} reached {points:.0f} of 100."
        for place in np.flatnonzero([key.split(".")[0] == seat for key in keys["objective"]]):
            goal = game.scenario.content.objectives[seat][keys["objective"][place].split(".")[1]]
            name = game.scenario.say(goal.name) or keys["objective"][place].split(".")[1]
            yield f"{'Met' if attained[place] else 'Not met'}: {name}."
