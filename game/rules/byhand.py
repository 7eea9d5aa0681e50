"""What a facilitator does by hand, carried out: the same live, in a replay and in a report.

An intervention is a value of the journal. Those that plan an inject (fire, hold, release) are read
when a turn begins; those that act in mid-turn (give, write, set, edit) are handed to `intervene`.
The rest (order, seat, skip, mark) changes no world: the record of the turn holds what came of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine import Events, Ledger, Rulebook, World, give_now, no_events, set_cells
from game.engine.chance import keys as names_of
from game.engine.journal import Intervention
from game.engine.rulebook import ChanceCard
from game.rules.board import number
from game.rules.effects import Stager
from game.rules.writing import Press
from game.scenario import Scenario
from game.scenario.expression import ExpressionError
from game.scenario.model import Inject
from game.scenario.vocabulary import Scope

Array = npt.NDArray[Any]

ACTS = ("give", "write", "set", "edit")  # what is handed to `intervene`
NO_DEED = -1


class Impossible(ValueError):
    """An intervention that this game cannot carry out; the message says why."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What came of an intervention.

    `scenario` is the one in whose words the game is told from now on; `events` are to be told by
    `rulebook`, which knows the names of injects written at the table.
    """

    world: World
    scenario: Scenario
    rulebook: Rulebook
    events: Events


def planned(interventions: Iterable[Intervention], turn: int) -> dict[str, bool]:
    """The injects that are fired (True) or held (False) by hand when a turn begins."""
    found: dict[str, bool] = {}
    for done in interventions:
        inject = str(done.data.get("inject", ""))
        if done.kind == "hold" and done.turn <= turn:
            found[inject] = False
        elif done.kind == "release" and done.turn <= turn:
            found.pop(inject, None)
        elif done.kind == "fire" and done.turn == turn:
            found[inject] = True
        elif done.kind == "fire" and done.turn < turn:
            found.pop(inject, None)
    return found


def intervene(
    world: World,
    scenario: Scenario,
    rulebook: Rulebook,
    done: Intervention,
    ledger: Ledger | None = None,
) -> Handled:
    """Carry out one intervention that acts in mid-turn; any other changes nothing.

    Raises:
        Impossible: it names something that this game does not have, or its effects mean nothing.
    """
    try:
        return _done(world, scenario, rulebook, done, ledger)
    except (KeyError, ValueError, TypeError, ExpressionError) as problem:
        raise Impossible(f"'{done.kind}' in turn {done.turn} cannot be done: {problem}") from None


def _done(
    world: World, scenario: Scenario, rulebook: Rulebook, done: Intervention, ledger: Ledger | None
) -> Handled:
    data, none = done.data, no_events(len(rulebook.seat_actor))
    match done.kind:
        case "give":
            world, events = give_now(world, rulebook, (str(data["inject"]),), ledger)
            return Handled(world, scenario, rulebook, events)
        case "write":
            name, inject = str(data["name"]), inject_of(data)
            book = with_written(scenario, rulebook, name, inject)
            world, events = give_now(world, rulebook, (name,), ledger, written=book)
            return Handled(world, scenario.with_inject(name, inject), book, events)
        case "edit":
            name = str(data["inject"])
            inject = scenario.content.msel[name].model_copy(update={"text": str(data["text"])})
            return Handled(world, scenario.with_inject(name, inject), rulebook, none)
        case "set":
            cells = cells_of(scenario, rulebook, str(data["measure"]), list(data["things"]))
            world = set_cells(world, rulebook, cells, float(data["to"]), done.why, ledger)
    return Handled(world, scenario, rulebook, none)


def inject_of(data: Mapping[str, object]) -> Inject:
    """The inject that the data of an intervention describe; pydantic's error if they do not."""
    parts = ("text", "source", "to", "effects", "mode")
    return Inject.model_validate({key: data[key] for key in parts if key in data})


def with_written(scenario: Scenario, rulebook: Rulebook, name: str, inject: Inject) -> Rulebook:
    """The rulebook with one inject, written at the table, in place of its own."""
    board = number(scenario)
    press = Press(board)
    cards: list[ChanceCard] = []
    stager = Stager(press, scenario.fragments, cards, scenario.say)
    scope = Scope(scenario.measures, board.keys)
    stager.stage(0, NO_DEED, f"inject {name}", scope, [(inject.effects, 1)])
    seats = rulebook.keys["seat"]
    return replace(
        rulebook,
        keys={**rulebook.keys, "inject": (name,)},
        tables=press.tables(),
        inject_tier=stager.tier(),
        inject_told=np.array([[not inject.to or seat in inject.to for seat in seats]], dtype=bool),
        inject_names=names_of((name,), "inject"),
        chances=tuple(cards),
        gates=stager.gates,
    )


def cells_of(scenario: Scenario, rulebook: Rulebook, measure: str, things: Sequence[str]) -> Array:
    """(n,) the cells of a measure of things by name: one, or one a node of an audience of many.

    Raises:
        KeyError: no such measure. ValueError: no such thing, or too few or too many of them.
    """
    stretch, owner = rulebook.layout.stretches[measure], scenario.nodes().owner
    places = []
    for axis, thing in zip(stretch.axes, things, strict=True):
        index = rulebook.keys[axis].index(thing)
        places.append(np.flatnonzero(owner == index) if axis == "audience" else np.array([index]))
    if not places:
        return np.array([stretch.first])
    grid = np.ravel_multi_index(np.ix_(*places), stretch.shape).ravel()
    cells: Array = rulebook.layout.alias[stretch.first + grid]
    return cells
