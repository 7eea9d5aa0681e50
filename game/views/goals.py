"""Goals: which of its objectives a seat can see standing, and by what number."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from game.engine.rulebook import Rulebook
from game.scenario import Scenario
from game.scenario.expression import parse
from game.scenario.move import Gauge
from game.scenario.vocabulary import Scope, resolve
from game.scenario.words import FACTS, Apply, Constant, Entity, Meaning, Over, Read, Same
from game.views.booklet import Booklet

Array = npt.NDArray[Any]

SIGNS = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "==": "exactly"}


@dataclass(frozen=True, eq=False)
class Goals:
    """The objectives of one seat, in the order of its booklet.

    known: whether the seat knows all that the objective reads; cells: (n,) cells of `attained` of
    those known; cell_of: the place of each objective in `cells`; number: the cell it turns on, if
    it is one; reads: its measure and things; needed, sign: what that number must reach.
    """

    known: tuple[bool, ...]
    cells: Array
    cell_of: dict[int, int]
    number: tuple[int | None, ...]
    needed: tuple[float | None, ...]
    sign: tuple[str, ...]
    reads: tuple[tuple[str, ...], ...]


def goals_of(scenario: Scenario, rulebook: Rulebook, booklet: Booklet) -> Goals:
    """Return what a seat can see of its objectives."""
    known: list[bool] = []
    cells: list[int] = []
    cell_of: dict[int, int] = {}
    number: list[int | None] = []
    needed: list[float | None] = []
    sign: list[str] = []
    reads: list[tuple[str, ...]] = []
    scope = Scope(scenario.measures, rulebook.keys)
    for place, card in enumerate(booklet.objectives):
        meaning, _ = resolve(parse(scenario.objectives[card.key].when), scope)
        known.append(knows(meaning, scenario.measures, booklet.me))
        if known[-1]:
            cell_of[place] = len(cells)
            cells.append(rulebook.cell("attained", card.key))
        read, limit, operator = _comparison(meaning)
        number.append(_cell(rulebook, read) if read is not None else None)
        needed.append(limit)
        sign.append(SIGNS.get(operator, ""))
        named = read is not None and number[-1] is not None
        reads.append((read.name, *(arg.name for arg in read.args)) if read and named else ())
    found = np.array(cells, dtype=np.int64)
    which = (tuple(number), tuple(needed), tuple(sign), tuple(reads))
    return Goals(tuple(known), found, cell_of, *which)


def knows(meaning: Meaning, measures: "dict[str, Gauge] | Any", me: str) -> bool:
    """Return whether the seat of an actor always knows exactly what a condition reads."""
    match meaning:
        case Constant() | Same():
            return True
        case Apply(_, args):
            return all(knows(arg, measures, me) for arg in args)
        case Over(_, _, body):
            return knows(body, measures, me)
        case Read("turn", _, _):
            return True
        case Read(name, args, fact):
            known = FACTS[name][1] if fact else measures[name].known
            return known == "all" or _mine(known, args, me)


def _mine(known: str, args: tuple[Entity, ...], me: str) -> bool:
    if known == "own":
        return bool(args) and args[0].sort == "key" and args[0].name == me
    return known == "parties" and any(arg.name == me for arg in args)


def _comparison(meaning: Meaning) -> tuple[Read | None, float | None, str]:
    """Return (number, limit, operator) of a condition that compares one number with a limit."""
    match meaning:
        case Apply(op, (Read() as read, Constant(limit))) if op in SIGNS and not read.fact:
            return read, limit, op
    return None, None, ""


def _cell(rulebook: Rulebook, read: Read) -> int | None:
    if any(arg.sort != "key" for arg in read.args):
        return None
    if any(arg.axis == "audience" for arg in read.args) and _populated(rulebook):
        return None
    return rulebook.cell(read.name, *(arg.name for arg in read.args))


def _populated(rulebook: Rulebook) -> bool:
    return rulebook.layout.counts["audience"] > len(rulebook.keys["audience"])
